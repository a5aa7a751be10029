import Diagnostics
import Joining
import RoleLists
import Tabular

/// In which order the population lists are read to be decided.
struct ReadingPlan: Sendable {
    /// What is read in one go, in the order in which it is taken.
    let units: [AreaMap.Unit]
    /// Rows of known regions come in region order: their lines may be written as they are decided.
    let isInRegionOrder: Bool
    /// Rows come in the order of the lists: so may lines that must stand in it.
    let isInListOrder: Bool

    /// Region order where the lists stand area by area, otherwise the order of the lists.
    ///
    /// - Parameters:
    ///   - areas: of the first reading.
    ///   - lists: the blocks of the population lists, as they were read first.
    init(_ areas: AreaMap, _ lists: [BlockSequence]) {
        if let units = areas.units(size: OpenList.pieceSize) {
            self.units = units
            isInRegionOrder = true
            isInListOrder = zip(units, units.dropFirst()).allSatisfy { ($0.list, $0.start) < ($1.list, $1.start) }
        } else {
            units = lists.enumerated().flatMap { place, blocks in
                blocks.ranges.map { piece in
                    AreaMap.Unit(
                        list: place, start: piece.bytes.lowerBound, end: piece.bytes.upperBound, row: piece.firstRow)
                }
            }
            isInRegionOrder = false
            isInListOrder = true
        }
    }
}
