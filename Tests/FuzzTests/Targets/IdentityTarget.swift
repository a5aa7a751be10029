import Civil

/// Cells as NIKs, family cards, region codes and numbers, alone or amid other text.
enum IdentityTarget {
    static func take(_ bytes: [UInt8]) {
        let amid = Array("9".utf8) + bytes + Array("9".utf8)
        let end = 1 + bytes.count
        let reading = NIK.read(bytes.span)
        precondition(NIK.read(amid.span, from: 1, to: end) == reading)
        if case .value(let nik) = reading {
            precondition(nik.value > 0 && nik.value < 10_000_000_000_000_000)
            // Sixteen digits alone are read as the same NIK.
            let digits = Array(String(nik.value).utf8)
            let padded = [UInt8](repeating: 48, count: 16 - digits.count) + digits
            precondition(NIK.read(padded.span) == reading)
        }
        precondition(NKK.read(amid.span, from: 1, to: end) == NKK.read(bytes.span))
        precondition(WholeNumber.read(amid.span, from: 1, to: end) == WholeNumber.read(bytes.span))
        precondition(RegionReading.read(amid.span, from: 1, to: end) == RegionReading.read(bytes.span))
        _ = NormalForm.of(bytes.span)
    }
}
