import Diagnostics
import Joining
import Lists
import Tabular

/// In which order the population lists are read to be decided.
struct ReadingPlan: Sendable {
    /// What is read in one go, in the order in which it is taken.
    let units: [AreaMap.Unit]
    /// Rows of known regions come in region order: their lines may be written as they are decided.
    let isInRegionOrder: Bool

    /// Region order where the lists stand area by area, otherwise the order of the lists.
    ///
    /// - Parameters:
    ///   - areas: of the first reading.
    ///   - lists: the blocks of the population lists, as they were read first.
    ///   - inListOrder: whether something must be written in the order of the lists: no other order will then do.
    init(_ areas: AreaMap, _ lists: [BlockSequence], inListOrder: Bool) {
        if let units = areas.units(size: OpenList.pieceSize), !inListOrder || Self.isInListOrder(units) {
            self.units = units
            isInRegionOrder = true
        } else {
            units = lists.enumerated().flatMap { place, blocks in
                blocks.ranges.map { piece in
                    AreaMap.Unit(
                        list: place, start: piece.bytes.lowerBound, end: piece.bytes.upperBound, row: piece.firstRow)
                }
            }
            isInRegionOrder = false
        }
    }

    private static func isInListOrder(_ units: [AreaMap.Unit]) -> Bool {
        zip(units, units.dropFirst()).allSatisfy { ($0.list, $0.start) < ($1.list, $1.start) }
    }
}
