import CLibZip
package import Domain
import Glibc

/// Packs named parts into a ZIP archive in memory.
///
/// The same parts give the same bytes: entries keep their order and all carry the first moment that
/// ZIP knows, 1980-01-01 00:00.
package enum ZipWriter {
    package struct Part: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// - Throws: `.unavailable` when memory runs out.
    package static func pack(_ parts: [Part]) throws(Problem) -> [UInt8] {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
            throw failure("create")
        }
        // The archive frees its own hold on the source; this one keeps it for reading below.
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
            zip_source_free(target)
            throw failure("open")
        }
        do throws(Problem) {
            for part in parts { try add(part, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            zip_discard(archive)
            throw failure("close")
        }
        return try bytes(of: target)
    }

    private static func add(_ part: Part, to archive: OpaquePointer) throws(Problem) {
        // libzip reads the buffer at zip_close and frees it then, so it gets its own copy; of an
        // empty one it frees nothing.
        let copy = part.bytes.isEmpty ? nil : malloc(part.bytes.count)
        guard copy != nil || part.bytes.isEmpty else { throw failure("copy") }
        part.bytes.withUnsafeBytes { bytes in
            if let base = bytes.baseAddress {
                copy?.copyMemory(from: base, byteCount: bytes.count)
            }
        }
        guard let source = zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1) else {
            free(copy)
            throw failure("buffer")
        }
        let index = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw failure("add")
        }
        let place = UInt64(index)
        guard zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, deflateLevel) == 0,
            zip_file_set_dostime(archive, place, 0, firstDosDate, 0) == 0
        else { throw failure("set") }
    }

    private static func bytes(of source: OpaquePointer) throws(Problem) -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw failure("reopen") }
        defer { zip_source_close(source) }
        guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw failure("seek") }
        let count = Int(zip_source_tell(source))
        guard count >= 0, zip_source_seek(source, 0, SEEK_SET) == 0 else { throw failure("seek") }
        var read = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            read = Int(zip_source_read(source, buffer.baseAddress, UInt64(count)))
            filled = max(read, 0)
        }
        guard read == count else { throw failure("read") }
        return bytes
    }

    private static func failure(_ step: String) -> Problem {
        Problem(
            .unavailable,
            "Không tạo được tệp vì máy chủ thiếu bộ nhớ; hãy thử lại sau ít phút.",
            cause: StepFailure(step: step))
    }

    /// Which call of libzip failed, for the log.
    private struct StepFailure: Error {
        let step: String
    }

    /// zlib's own balance of size and speed, named so that it cannot drift.
    private static let deflateLevel: UInt32 = 6
    /// Year 0 (1980), month 1, day 1, as MS-DOS packs them.
    private static let firstDosDate: UInt16 = 1 << 5 | 1
}
