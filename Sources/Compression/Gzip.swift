import CZlib

/// The one door to zlib.
enum Zlib {
    /// The version that is loaded.
    static var libraryVersion: String { unsafe String(cString: zlibVersion()) }
    /// 15: the largest window; +16: the header and check of gzip (zlib.h, `inflateInit2`).
    static let windowBits: Int32 = 15 + 16
    static let structSize = unsafe Int32(MemoryLayout<z_stream>.size)  // bounded: the size of a type
    /// A level that costs little: the answers of a batch repeat themselves.
    static let level: Int32 = 4

    static func check(_ status: Int32) throws(CompressionProblem) {
        guard status == Z_OK else { throw .failed }
    }
}

/// Reads gzip.
@safe final class GzipReader {
    /// zlib keeps a pointer to the stream and checks it: it must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether the bytes so far end where a member ends.
    private(set) var isComplete = true

    init() throws(CompressionProblem) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        try Zlib.check(unsafe inflateInit2_(stream, Zlib.windowBits, ZLIB_VERSION, Zlib.structSize))
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    func next(from bytes: [UInt8], at start: inout Int) throws(CompressionProblem) -> [UInt8] {
        var (output, used): ([UInt8], Int)
        repeat {
            if isComplete {
                guard start < bytes.count else { return [] }
                try Zlib.check(unsafe inflateReset(stream))
                isComplete = false
            }
            (output, used) = try part(bytes, from: start)
            start += used
            // A member without content is passed over.
        } while output.isEmpty && start < bytes.count && used > 0
        return output
    }

    private func part(_ bytes: [UInt8], from start: Int) throws(CompressionProblem) -> (output: [UInt8], used: Int) {
        var status = Z_OK
        var used = 0
        let output = unsafe [UInt8](unsafeUninitializedCapacity: CompressionPart.size) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                // zlib does not write to its input, whatever the type of the pointer says.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(
                    mutating: input.baseAddress.map { unsafe $0 + start })
                unsafe stream.pointee.avail_in = uInt(bytes.count - start)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = uInt(CompressionPart.size)
                status = unsafe inflate(stream, Z_NO_FLUSH)
                unsafe used = bytes.count - start - Int(stream.pointee.avail_in)
                unsafe count = CompressionPart.size - Int(stream.pointee.avail_out)
            }
        }
        switch status {
        case Z_STREAM_END: isComplete = true
        case Z_OK, Z_BUF_ERROR: break
        case Z_MEM_ERROR: throw .failed
        default: throw .notReadable
        }
        return (output, used)
    }
}

/// Writes gzip.
@safe final class GzipWriter {
    private let stream: UnsafeMutablePointer<z_stream>

    init() throws(CompressionProblem) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        let memory: Int32 = 8
        try Zlib.check(
            unsafe deflateInit2_(
                stream, Zlib.level, Z_DEFLATED, Zlib.windowBits, memory, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Zlib.structSize))
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    func step(_ bytes: [UInt8], isLast: Bool) throws(CompressionProblem) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        var isDone = false
        while !isDone {
            var status = Z_OK
            let part = unsafe [UInt8](unsafeUninitializedCapacity: CompressionPart.size) { buffer, count in
                unsafe bytes.withUnsafeBufferPointer { input in
                    unsafe stream.pointee.next_in = UnsafeMutablePointer(
                        mutating: input.baseAddress.map { unsafe $0 + start })
                    unsafe stream.pointee.avail_in = uInt(bytes.count - start)
                    unsafe stream.pointee.next_out = buffer.baseAddress
                    unsafe stream.pointee.avail_out = uInt(CompressionPart.size)
                    status = unsafe deflate(stream, isLast ? Z_FINISH : Z_SYNC_FLUSH)
                    unsafe start = bytes.count - Int(stream.pointee.avail_in)
                    unsafe count = CompressionPart.size - Int(stream.pointee.avail_out)
                }
            }
            output += part
            switch status {
            case Z_STREAM_END: isDone = true
            case Z_OK: isDone = !isLast && part.count < CompressionPart.size
            // Nothing was left to flush.
            case Z_BUF_ERROR: isDone = !isLast
            default: throw .failed
            }
        }
        return output
    }
}
