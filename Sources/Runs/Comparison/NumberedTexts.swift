/// Names met while reading, numbered in the order in which they come.
struct NumberedTexts {
    private(set) var texts: [String] = []
    private var numbers: [[UInt8]: Int] = [:]
    private var last: (bytes: [UInt8], number: Int)?

    mutating func number(_ bytes: [UInt8]) -> Int {
        // Rows of one list stand together.
        if let last, last.bytes == bytes { return last.number }
        let number: Int
        if let known = numbers[bytes] {
            number = known
        } else {
            number = texts.count
            numbers[bytes] = number
            texts.append(String(decoding: bytes, as: UTF8.self))
        }
        last = (bytes, number)
        return number
    }
}
