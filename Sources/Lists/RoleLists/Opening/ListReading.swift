import Columns
public import Diagnostics
import Files
public import Schema
public import Tabular
import Workers

/// Reads a file as the lists it holds, or says why it holds none.
public enum ListReading {
    /// - Parameters:
    ///   - spools: the folder in which files without a name may lie.
    ///   - textMemory: bytes of a workbook's shared texts that stay in memory.
    public static func read(
        _ path: String, spools: String, _ schema: ListSchema, textMemory: Int = ListFile.usualTextMemory
    ) throws(Failure) -> ListFile {
        if path == "-" { throw standardInput }
        let place = ListPath(path)
        let file: InputFile
        do {
            file = try InputFile(path: place.file)
        } catch {
            throw unreadable(error, path)
        }
        do {
            return try ListFile(
                file, path: place.file, spools: spools, schema: schema, sheet: place.sheet, textMemory: textMemory)
        } catch {
            throw try failure(error, path)
        }
    }

    /// Lists are read more than once, so that memory does not grow with them.
    private static let standardInput = Failure(
        .usage,
        Finding(
            code: "list_from_stdin",
            message: Bilingual(
                id: "daftar tidak dapat dibaca dari masukan standar (-): setiap daftar dibaca lebih dari sekali",
                en: "a list cannot be read from standard input (-): every list is read more than once"),
            remedy: Bilingual(
                id: "simpan dahulu sebagai berkas, lalu sebutkan berkas itu",
                en: "save it as a file first and name that file")))

    static func failure(_ error: ListFileError, _ path: String) throws(Failure) -> Failure {
        switch error {
        case .refused(let finding): return Failure(.input, finding)
        case .unreadable(let error): return unreadable(error, path)
        case .unspooled(let error):
            let (place, remedy) = Spools.words(of: error.path)
            return Failure(
                .output,
                Finding(
                    code: "no_room",
                    message: Bilingual(
                        id:
                            "isi berkas ini tidak dapat disimpan sementara \(place.indonesian): \(error.reason.indonesian)",
                        en: "what this file holds cannot be set aside \(place.english): \(error.reason.english)"),
                    remedy: remedy, location: SourceLocation(file: path)))
        case .interrupted:
            try Interruption.check()
            return Failure(.interrupted, [])
        }
    }

    /// A list with a cell for each column, where some of its cells hold two.
    ///
    /// - Parameter spools: the folder in which files without a name may lie.
    public static func separated(
        _ list: ListSource, _ opening: Opening, _ path: String, spools: String
    ) throws(Failure) -> (ListSource, Opening) {
        if opening.combined.isEmpty { return (list, opening) }
        do {
            return try list.separating(opening, spools: spools)
        } catch {
            throw try failure(error, path)
        }
    }

    /// The first bytes of a list: some MiB, or as many as are asked for.
    public static func head(of list: ListSource, _ path: String, _ count: Int = 4 << 20) throws(Failure) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: min(list.text.size, count))
        do {
            _ = try list.text.read(at: 0, count: head.count, into: &head)
        } catch {
            throw unreadable(error, path)
        }
        return head
    }

    static func unreadable(_ error: FileError, _ path: String) -> Failure {
        Failure(
            .input,
            Finding(
                code: "unreadable",
                message: Bilingual(
                    id: "daftar tidak dapat dibaca: \(error.reason.indonesian)",
                    en: "the list cannot be read: \(error.reason.english)"),
                remedy: remedy(error.cause),
                location: SourceLocation(file: path)))
    }

    private static func remedy(_ cause: FileError.Cause) -> Bilingual? {
        switch cause {
        case .missing, .notDirectory: Bilingual(id: "periksa nama dan foldernya", en: "check its name and folder")
        case .denied: Bilingual(id: "minta izin membacanya", en: "ask for permission to read it")
        case .isDirectory: Bilingual(id: "sebutkan berkas di dalamnya", en: "name the files in it")
        case .notRegular: Bilingual(id: "simpan dahulu sebagai berkas", en: "save it as a file first")
        case .cutShort: Bilingual(id: "ulangi dengan berkas yang utuh", en: "try again with a whole file")
        case .changed:
            Bilingual(id: "ulangi bila tidak ada lagi yang mengubahnya", en: "try again once nobody changes it")
        case .exists, .full, .limited, .readOnly, .tooManyOpen, .busy, .unsupported, .other: nil
        }
    }
}
