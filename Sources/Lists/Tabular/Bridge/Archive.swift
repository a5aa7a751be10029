import CArchive
import Columns
import Glibc

/// Walks through the parts of a ZIP archive by its central directory. Belongs to one thread.
///
/// The archive is read through the file that is already open, so that what is read is what is checked for changes.
@safe final class ArchiveReader {
    /// A part of the archive, as its directory tells of it.
    struct Part {
        var name: String
        /// Bytes it says it inflates to.
        var size: Int
        var isEncrypted: Bool
    }

    private let archive: OpaquePointer
    private let source: ArchiveSource

    init(_ file: InputFile) throws(WorkbookProblem) {
        guard let archive = unsafe archive_read_new() else { throw .damagedArchive }
        unsafe self.archive = archive
        source = ArchiveSource(file)
        unsafe archive_read_support_format_zip_seekable(archive)
        unsafe archive_read_set_read_callback(archive) { _, context, place in
            guard let context = unsafe context, let place = unsafe place else { return -1 }
            return unsafe ArchiveSource.of(context).read(place)
        }
        unsafe archive_read_set_seek_callback(archive) { _, context, offset, whence in
            guard let context = unsafe context else { return -1 }
            return unsafe ArchiveSource.of(context).seek(offset, whence)
        }
        unsafe archive_read_set_skip_callback(archive) { _, context, count in
            guard let context = unsafe context else { return 0 }
            return unsafe ArchiveSource.of(context).skip(count)
        }
        unsafe archive_read_set_callback_data(archive, Unmanaged.passUnretained(source).toOpaque())
        if unsafe archive_read_open1(archive) != ARCHIVE_OK { throw source.problem }
    }

    deinit { unsafe archive_read_free(archive) }

    /// The next part; nil behind the last one.
    func next() throws(WorkbookProblem) -> Part? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        // A warning is about a name that the locale cannot write: no part that is read has one.
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { throw source.problem }
        var name = ""
        if let bytes = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) {
            name = unsafe String(cString: bytes)
        }
        let size = unsafe archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : 0
        return Part(
            name: name, size: max(0, size), isEncrypted: unsafe archive_entry_is_data_encrypted(entry) != 0)
    }

    /// Hands over the bytes of the part just met, piece by piece.
    func read(_ take: (_ bytes: Span<UInt8>) throws(WorkbookProblem) -> Void) throws(WorkbookProblem) {
        while true {
            var block: UnsafeRawPointer?
            var count = 0
            var offset: Int64 = 0
            let status = unsafe archive_read_data_block(archive, &block, &count, &offset)
            if status == ARCHIVE_EOF { return }
            guard status == ARCHIVE_OK else { throw source.problem }
            guard count > 0, let block = unsafe block else { continue }
            let bytes = unsafe UnsafeBufferPointer(start: block.assumingMemoryBound(to: UInt8.self), count: count)
            try unsafe take(bytes.span)
        }
    }
}

/// What the archive's callbacks read from.
@safe private final class ArchiveSource {
    private let file: InputFile
    private var position = 0
    private var window = [UInt8](repeating: 0, count: 128 << 10)
    /// A copy that stays where it is until the next reading, as libarchive wants it.
    private let block: UnsafeMutableRawPointer
    private var failure: FileError?

    init(_ file: InputFile) {
        self.file = file
        unsafe block = UnsafeMutableRawPointer.allocate(byteCount: 128 << 10, alignment: 64)
    }

    deinit { unsafe block.deallocate() }

    static func of(_ context: UnsafeMutableRawPointer) -> ArchiveSource {
        unsafe Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
    }

    /// Why reading failed: the file, or what stands in it.
    var problem: WorkbookProblem { failure.map { .file($0) } ?? .damagedArchive }

    func read(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do {
            let count = try file.read(
                at: position, count: max(0, min(window.count, file.size - position)), into: &window)
            unsafe window.withUnsafeBytes { bytes in
                if let base = bytes.baseAddress { unsafe block.copyMemory(from: base, byteCount: count) }
            }
            position += count
            unsafe place.pointee = UnsafeRawPointer(block)
            return count
        } catch {
            failure = error
            return -1
        }
    }

    func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
        let base: Int
        switch whence {
        case SEEK_SET: base = 0
        case SEEK_CUR: base = position
        case SEEK_END: base = file.size
        default: return -1
        }
        let (target, overflow) = base.addingReportingOverflow(Int(offset))
        guard !overflow, target >= 0, target <= file.size else { return -1 }
        position = target
        return Int64(target)
    }

    func skip(_ count: Int64) -> Int64 {
        let step = max(0, min(Int(count), file.size - position))
        position += step
        return Int64(step)
    }
}
