public import Diagnostics

/// Regions as tiles of equal size, about where they lie. Not to scale.
public struct TileMap: Sendable {
    public struct Tile: Sendable {
        /// Digits of the region code.
        public let code: String
        /// Short enough for a tile.
        public let label: String
        /// From the left and from the top, first = 0.
        public let column: Int
        public let row: Int
    }

    /// The region all tiles lie in.
    public let code: String
    public let title: Bilingual
    public let source: String
    public let confidence: Confidence
    public let tiles: [Tile]
}
