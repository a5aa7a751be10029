import Diagnostics
import Documents

extension DocumentPlace {
    /// `regions/NAME.json5`
    func tileMap() -> TileMap? {
        fields { fields in
            let code = fields.required("code")?.text()
            let title = fields.required("title")?.bilingual()
            let source = fields.required("source")?.text()
            let confidence = fields.required("confidence")?.confidence()
            let tiles = fields.required("tiles")?.list { $0.tile() }
            guard let code, let title, let source, let confidence, let tiles else { return nil }
            var places: Set<[Int]> = []
            var codes: Set<String> = []
            for tile in tiles {
                let isFree = places.insert([tile.column, tile.row]).inserted
                let isNew = codes.insert(tile.code).inserted
                if isFree && isNew { continue }
                report(
                    "tile_twice",
                    Bilingual(
                        id: "petak \(tile.code) menempati tempat atau kode yang sudah dipakai",
                        en: "the tile \(tile.code) takes a place or a code that is taken"))
            }
            return TileMap(code: code, title: title, source: source, confidence: confidence, tiles: tiles)
        }
    }

    private func tile() -> TileMap.Tile? {
        fields { fields in
            let code = fields.required("code")?.text()
            let label = fields.required("label")?.text()
            let column = fields.required("column")?.integer(in: 0...50)
            let row = fields.required("row")?.integer(in: 0...50)
            guard let code, let label, let column, let row else { return nil }
            return TileMap.Tile(code: code, label: label, column: column, row: row)
        }
    }
}
