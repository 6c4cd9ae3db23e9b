import CLibZip
import Domain

/// The entries of a ZIP archive in memory, unpacked one by one within limits.
///
/// The size that an archive declares is only a claim: every limit is checked while unpacking.
struct ZipReader: ~Copyable {
    /// Entries of an archive; a Word file with a hundred pictures has 150.
    static let entriesMax = 5_000
    /// Bytes of one entry unpacked; the text of a plan of 200 pages has 5 MB.
    static let entryBytesMax = 40 * 1024 * 1024
    /// Times an entry may grow; Word's XML grows 10 to 60 times.
    static let ratioMax = 300
    /// Bytes up to which the ratio is not asked.
    private static let ratioFreeBytes: Int = 4 * 1024 * 1024

    private let archive: OpaquePointer
    private let entryBytesMax: Int
    /// libzip reads from it until the archive is closed.
    private let memory: UnsafeMutableBufferPointer<UInt8>

    /// - Throws: `.invalid` if the bytes are no whole archive, `.tooLarge` over `entriesMax`.
    init(_ bytes: [UInt8], entryBytesMax: Int = Self.entryBytesMax) throws(Problem) {
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = memory.initialize(from: bytes)
        guard
            let source = zip_source_buffer_create(
                memory.baseAddress, zip_uint64_t(bytes.count), 0, nil)
        else {
            memory.deallocate()
            throw Self.damaged
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), nil) else {
            zip_source_free(source)
            memory.deallocate()
            throw Self.damaged
        }
        guard zip_get_num_entries(archive, 0) <= Self.entriesMax else {
            zip_discard(archive)
            memory.deallocate()
            throw Self.bomb
        }
        self.archive = archive
        self.entryBytesMax = entryBytesMax
        self.memory = memory
    }

    deinit {
        zip_discard(archive)
        memory.deallocate()
    }

    /// The content of an entry; nil: there is none of that name.
    func entry(_ name: String) throws(Problem) -> [UInt8]? {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0 else { return nil }
        var status = zip_stat_t()
        guard zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
            throw Self.damaged
        }
        guard status.encryption_method == 0 else {
            throw Problem(
                .invalid, "được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi tải lại.")
        }
        guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw Self.damaged
        }
        defer { zip_fclose(file) }
        return try unpack(file, packed: Int(clamping: status.comp_size))
    }

    private func unpack(_ file: OpaquePointer, packed: Int) throws(Problem) -> [UInt8] {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = buffer.withUnsafeMutableBytes {
                zip_fread(file, $0.baseAddress, zip_uint64_t($0.count))
            }
            guard count >= 0 else { throw Self.damaged }
            guard count > 0 else { return content }
            content.append(contentsOf: buffer.prefix(Int(count)))
            let grown =
                content.count > Self.ratioFreeBytes && content.count / Self.ratioMax > packed
            guard content.count <= entryBytesMax, !grown else { throw Self.bomb }
        }
    }

    /// Both are second halves of a sentence that begins with the file.
    static let damaged = Problem(
        .invalid,
        "bị hỏng hoặc tải lên chưa hết; hãy mở lại bằng chương trình đã tạo ra nó, lưu rồi tải lại."
    )
    static let bomb = Problem(
        .tooLarge,
        """
        giải nén ra quá lớn so với nội dung nên bị từ chối; hãy chép nội dung sang một tệp mới rồi \
        tải lại.
        """)
}
