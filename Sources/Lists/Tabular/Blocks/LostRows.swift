#if DEBUG
    import Columns

    /// A fault made on purpose, in builds for tests alone: readings of a list lose the last row of every block, so that
    /// tests see that nothing is published that does not add up.
    enum LostRows {
        /// How the paths end of the lists opened from now on whose rows get lost.
        static let ending = TaskLocal<String?>(wrappedValue: nil)

        static func concern(_ file: InputFile) -> Bool { ending.get().map { file.path.hasSuffix($0) } ?? false }
    }

    extension Block {
        /// Forgets the last row as a defect would: it stays counted among the records.
        mutating func loseLastRow() {
            guard rows > 0 else { return }
            let last = rows - 1
            bounds.remove { $0 == last }
            ordinals.removeLast()
        }
    }
#endif
