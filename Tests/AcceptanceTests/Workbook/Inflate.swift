/// Undoes DEFLATE (RFC 1951), plainly: so that tests read workbooks without the program's own reader.
struct Inflate {
    struct Damaged: Error {}

    private let input: [UInt8]
    private var at = 0
    private var bit = 0
    private var out: [UInt8] = []

    private init(_ input: [UInt8]) {
        self.input = input
    }

    static func bytes(_ deflated: [UInt8]) throws -> [UInt8] {
        var inflate = Inflate(deflated)
        while try !inflate.block() {}
        return inflate.out
    }

    private mutating func bits(_ count: Int) throws -> Int {
        var value = 0
        for place in 0..<count {
            guard at < input.count else { throw Damaged() }
            value |= Int(input[at] >> UInt8(bit) & 1) << place
            bit += 1
            if bit == 8 {
                bit = 0
                at += 1
            }
        }
        return value
    }

    /// Codes in the canonical order: how many there are of each length, and their symbols by length and value.
    private struct Codes {
        var counts = [Int](repeating: 0, count: 16)
        var symbols: [Int] = []

        init(_ lengths: [Int]) {
            for length in 1...15 {
                for (symbol, own) in lengths.enumerated() where own == length {
                    counts[length] += 1
                    symbols.append(symbol)
                }
            }
        }
    }

    private mutating func symbol(_ codes: Codes) throws -> Int {
        var (code, first, place) = (0, 0, 0)
        for length in 1...15 {
            code |= try bits(1)
            let count = codes.counts[length]
            if code - first < count { return codes.symbols[place + code - first] }
            place += count
            first = (first + count) << 1
            code <<= 1
        }
        throw Damaged()
    }

    private mutating func block() throws -> Bool {
        let isLast = try bits(1) == 1
        switch try bits(2) {
        case 0:
            if bit > 0 {
                bit = 0
                at += 1
            }
            let count = try bits(16)
            _ = try bits(16)
            for _ in 0..<count { out.append(UInt8(try bits(8))) }
        case 1:
            let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
            try texts(Codes(lengths), Codes([Int](repeating: 5, count: 30)))
        case 2:
            let (codes, distances, count) = (try bits(5) + 257, try bits(5) + 1, try bits(4) + 4)
            let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
            var meta = [Int](repeating: 0, count: 19)
            for place in 0..<count { meta[order[place]] = try bits(3) }
            let metaCodes = Codes(meta)
            var lengths: [Int] = []
            while lengths.count < codes + distances {
                switch try symbol(metaCodes) {
                case 16: lengths += [Int](repeating: lengths.last ?? 0, count: try bits(2) + 3)
                case 17: lengths += [Int](repeating: 0, count: try bits(3) + 3)
                case 18: lengths += [Int](repeating: 0, count: try bits(7) + 11)
                case let length: lengths.append(length)
                }
            }
            try texts(Codes(Array(lengths[..<codes])), Codes(Array(lengths[codes...])))
        default: throw Damaged()
        }
        return isLast
    }

    private mutating func texts(_ codes: Codes, _ distances: Codes) throws {
        let lengthBase = [
            3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
            227,
            258,
        ]
        let lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
        while true {
            let value = try symbol(codes)
            if value < 256 {
                out.append(UInt8(value))
            } else if value == 256 {
                return
            } else {
                guard lengthBase.indices.contains(value - 257) else { throw Damaged() }
                let length = lengthBase[value - 257] + (try bits(lengthBits[value - 257]))
                let code = try symbol(distances)
                let extra = code < 2 ? 0 : code / 2 - 1
                let distance = (code < 2 ? code : (2 + code % 2) << extra) + 1 + (try bits(extra))
                guard distance <= out.count else { throw Damaged() }
                for _ in 0..<length { out.append(out[out.count - distance]) }
            }
        }
    }
}
