public import Diagnostics

extension JSON5Problem.Reason {
    public var message: Bilingual {
        switch self {
        case .unexpected(let expected):
            Bilingual(
                id: "bukan JSON5: di sini seharusnya \(expected.name.indonesian)",
                en: "not JSON5: expected \(expected.name.english) here")
        case .unclosedString:
            Bilingual(id: "tanda kutip tidak ditutup", en: "the text is not closed by a quotation mark")
        case .unclosedComment: Bilingual(id: "komentar tidak ditutup dengan */", en: "the comment is not closed by */")
        case .lineBreakInString:
            Bilingual(
                id: "ganti baris di dalam teks; akhiri baris dengan \\ atau tutup tanda kutip",
                en: "line break inside a text; end the line with \\ or close the quotation mark")
        case .badEscape: Bilingual(id: "urutan \\ tidak dikenal", en: "unknown sequence after \\")
        case .badNumber: Bilingual(id: "bukan bilangan JSON5", en: "no JSON5 number")
        case .tooDeep(let limit):
            Bilingual(id: "lebih dari \(limit) tingkat bersarang", en: "nested more than \(limit) levels deep")
        case .afterTheEnd: Bilingual(id: "ada teks sesudah akhir dokumen", en: "text after the end of the document")
        case .notUTF8: Bilingual(id: "bukan UTF-8", en: "not UTF-8")
        }
    }
}

extension JSON5Problem.Expected {
    fileprivate var name: Bilingual {
        switch self {
        case .value: Bilingual(id: "sebuah nilai", en: "a value")
        case .key: Bilingual(id: "sebuah kunci atau }", en: "a key or }")
        case .colon: Bilingual(both: ":")
        case .commaOrBrace: Bilingual(id: ", atau }", en: ", or }")
        case .commaOrBracket: Bilingual(id: ", atau ]", en: ", or ]")
        }
    }
}
