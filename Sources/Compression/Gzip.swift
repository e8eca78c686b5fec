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

    /// Calls zlib once on the bytes from `start`: its status, what came out, and where in the bytes it stopped.
    @unsafe static func step(
        _ stream: UnsafeMutablePointer<z_stream>, _ bytes: [UInt8], from start: Int,
        _ call: (UnsafeMutablePointer<z_stream>) -> Int32
    ) -> (status: Int32, output: [UInt8], end: Int) {
        var status = Z_OK
        var end = start
        let output = unsafe [UInt8](unsafeUninitializedCapacity: CompressionPart.size) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { input in
                // zlib does not write to its input, whatever the type of the pointer says.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(
                    mutating: input.baseAddress.map { unsafe $0 + start })
                unsafe stream.pointee.avail_in = uInt(bytes.count - start)
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = uInt(CompressionPart.size)
                status = unsafe call(stream)
                unsafe end = bytes.count - Int(stream.pointee.avail_in)
                unsafe count = CompressionPart.size - Int(stream.pointee.avail_out)
            }
        }
        return (status, output, end)
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
        let (status, output, end) = unsafe Zlib.step(stream, bytes, from: start) { unsafe inflate($0, Z_NO_FLUSH) }
        switch status {
        case Z_STREAM_END: isComplete = true
        case Z_OK, Z_BUF_ERROR: break
        case Z_MEM_ERROR: throw .failed
        default: throw .notReadable
        }
        return (output, end - start)
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
            let (status, part, end) = unsafe Zlib.step(stream, bytes, from: start) {
                unsafe deflate($0, isLast ? Z_FINISH : Z_SYNC_FLUSH)
            }
            start = end
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
