import Diagnostics

/// A form of file that is told and not read: what it is called, by what it is known, and what to do with it. The table
/// of them all is `ForeignFormats.swift`.
public struct ForeignFormat: Hashable, Sendable {
    /// By what a file is known.
    enum Mark: Hashable, Sendable {
        /// Bytes at a place from the beginning.
        case bytes([UInt8], at: Int = 0)
        /// A stream of an OLE container: what old Office programs keep their documents in.
        case stream(String)
        /// Parts of a ZIP archive, all of them.
        case parts([String])
        /// Text in small letters among the first of what begins with a tag.
        case markup(String)
        /// Text in small letters with which that begins.
        case tag(String)
    }

    /// What to do.
    enum Remedy: Hashable, Sendable {
        case saveAsXLSX, reopen, removePassword, askForList, unpack, unpackLocked, exportTable, openMail, saveAsUTF8
    }

    /// Of the finding.
    let code: String
    /// What the file is, as a whole sentence.
    let message: Bilingual
    let remedy: Remedy
    let marks: [Mark]

    init(_ code: String, id: String, en: String, _ remedy: Remedy, _ marks: Mark...) {
        self.code = code
        message = Bilingual(id: id, en: en)
        self.remedy = remedy
        self.marks = marks
    }

    func finding(_ file: String) -> Finding {
        Finding(
            code: code, message: message, remedy: remedy.words,
            location: SourceLocation(file: file))
    }

    /// The form that the first bytes tell.
    static func ofBytes(_ head: [UInt8]) -> ForeignFormat? {
        all.first { format in
            format.marks.contains { mark in
                guard case .bytes(let bytes, let place) = mark else { return false }
                return head.count >= place + bytes.count && head[place..<(place + bytes.count)].elementsEqual(bytes)
            }
        }
    }

    /// The form of an archive by the names of its parts, folded.
    static func ofArchive(_ has: (String) -> Bool) -> ForeignFormat? {
        if has("xl/workbook.xml") { return nil }
        return all.first { format in
            format.marks.contains { mark in
                if case .parts(let names) = mark { names.allSatisfy(has) } else { false }
            }
        }
    }

    /// The form of a text that begins with a tag: a list never does, web pages that were saved as a spreadsheet do.
    static func ofMarkup(_ head: [UInt8]) -> ForeignFormat? {
        var start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < head.count, head[start] <= 32 { start += 1 }
        guard start + 1 < head.count, head[start] == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: head[start...].prefix(4096), as: UTF8.self).lowercased()
        return all.first { format in
            format.marks.contains { mark in
                switch mark {
                case .markup(let sought): text.contains(sought)
                case .tag(let sought): text.hasPrefix(sought)
                default: false
                }
            }
        }
    }

    /// The form of an OLE container by the stream that comes first in it.
    ///
    /// - Parameters:
    ///   - head: the first bytes, some MiB of them.
    ///   - tail: the last ones, from a multiple of 128 on.
    static func ofContainer(_ head: [UInt8], tail: [UInt8]) -> ForeignFormat {
        for bytes in [head, tail] {
            if holds("EncryptedPackage", bytes) { return .lockedWorkbook }
        }
        for bytes in [head, tail] {
            // Entries of the directory stand at multiples of 128 and begin with their name, two bytes a letter.
            for at in stride(from: 0, to: bytes.count - 127, by: 128) where bytes[at] != 0 && bytes[at + 1] == 0 {
                let name = wideName(bytes[at..<(at + 64)])
                let found = all.first { format in
                    format.marks.contains { mark in
                        guard case .stream(let sought) = mark else { return false }
                        return sought.hasSuffix("*") ? name.hasPrefix(sought.dropLast()) : name == sought
                    }
                }
                if let found { return found }
            }
        }
        return .oldOffice
    }

    private static func wideName(_ bytes: ArraySlice<UInt8>) -> String {
        var name: [UInt8] = []
        var at = bytes.startIndex
        while at + 1 < bytes.endIndex, bytes[at] != 0 || bytes[at + 1] != 0 {
            name.append(bytes[at + 1] == 0 ? bytes[at] : 63)
            at += 2
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// Whether bytes hold a name as old Office files write names.
    private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
        let sought = name.utf8.flatMap { byte -> [UInt8] in [byte, 0] }
        guard bytes.count >= sought.count else { return false }
        var at = 0
        while let place = bytes[at...].firstIndex(of: sought[0]), place + sought.count <= bytes.count {
            if bytes[place..<(place + sought.count)].elementsEqual(sought) { return true }
            at = place + 1
        }
        return false
    }
}

extension ForeignFormat.Remedy {
    fileprivate var words: Bilingual {
        switch self {
        case .saveAsXLSX:
            Bilingual(
                id: "buka di Excel, pilih Save As, dan simpan sebagai \"Excel Workbook (.xlsx)\"",
                en: "open it in Excel, choose Save As, and save it as \"Excel Workbook (.xlsx)\"")
        case .reopen:
            Bilingual(
                id: "buka lalu simpan sebagai \"Excel Workbook (.xlsx)\"",
                en: "open it and save it as \"Excel Workbook (.xlsx)\"")
        case .removePassword:
            Bilingual(
                id: "buka di Excel, hapus kata sandinya (File > Info > Protect Workbook), lalu simpan lagi",
                en: "open it in Excel, remove the password (File > Info > Protect Workbook) and save it again")
        case .askForList:
            Bilingual(id: "minta daftar aslinya dalam .xlsx atau CSV", en: "ask for the list itself, as .xlsx or CSV")
        case .unpack:
            Bilingual(
                id: "ekstrak dahulu, lalu berikan berkas di dalamnya",
                en: "unpack it first and give the files in it")
        case .unpackLocked:
            Bilingual(
                id: "ekstrak dahulu dengan kata sandinya, lalu berikan berkas di dalamnya",
                en: "unpack it first, with its password, and give the files in it")
        case .exportTable:
            Bilingual(
                id: "buka basis data itu dan ekspor tabelnya ke .xlsx atau CSV",
                en: "open the database and export the table as .xlsx or CSV")
        case .openMail:
            Bilingual(
                id: "buka surel itu dan simpan lampirannya, lalu berikan lampiran itu",
                en: "open the mail, save what is attached to it, and give that")
        case .saveAsUTF8:
            Bilingual(id: "simpan sebagai \"CSV UTF-8\"", en: "save it as \"CSV UTF-8\"")
        }
    }
}
