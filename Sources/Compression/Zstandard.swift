import CZstd

enum ZstandardLibrary {
    /// The version that is loaded.
    static var version: String { unsafe String(cString: ZSTD_versionString()) }

    /// - Parameter status: what a function of the library gave back.
    static func check(_ status: Int, else problem: CompressionProblem) throws(CompressionProblem) {
        guard ZSTD_isError(status) == 0 else { throw problem }
    }
}

/// Reads Zstandard. Together with ``ZstandardWriter`` the one door to libzstd.
@safe final class ZstandardReader {
    private let stream: OpaquePointer
    /// Whether the bytes so far end where a frame ends.
    private(set) var isComplete = true

    init() throws(CompressionProblem) {
        guard let stream = unsafe ZSTD_createDStream() else { throw .failed }
        unsafe self.stream = stream
    }

    deinit { _ = unsafe ZSTD_freeDStream(stream) }

    func next(from bytes: [UInt8], at start: inout Int) throws(CompressionProblem) -> [UInt8] {
        var (output, used): ([UInt8], Int)
        repeat {
            if isComplete, start >= bytes.count { return [] }
            (output, used) = try part(bytes, from: start)
            start += used
        } while output.isEmpty && start < bytes.count && used > 0
        return output
    }

    private func part(_ bytes: [UInt8], from start: Int) throws(CompressionProblem) -> (output: [UInt8], used: Int) {
        var status = 0
        var used = 0
        let output = unsafe [UInt8](unsafeUninitializedCapacity: CompressionPart.size) { buffer, count in
            unsafe bytes.withUnsafeBufferPointer { source in
                var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: bytes.count, pos: start)
                var room = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: CompressionPart.size, pos: 0)
                status = unsafe ZSTD_decompressStream(stream, &room, &input)
                unsafe used = input.pos - start
                unsafe count = room.pos
            }
        }
        try ZstandardLibrary.check(status, else: .notReadable)
        if used > 0 || !output.isEmpty { isComplete = status == 0 }
        return (output, used)
    }
}

/// Writes Zstandard.
@safe final class ZstandardWriter {
    private let stream: OpaquePointer

    init() throws(CompressionProblem) {
        guard let stream = unsafe ZSTD_createCStream() else { throw .failed }
        unsafe self.stream = stream
        // A check at the end of the frame, so that damage is seen.
        let status = unsafe ZSTD_CCtx_setParameter(stream, ZSTD_c_checksumFlag, 1)
        try ZstandardLibrary.check(status, else: .failed)
    }

    deinit { _ = unsafe ZSTD_freeCStream(stream) }

    func step(_ bytes: [UInt8], isLast: Bool) throws(CompressionProblem) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        var remaining = 1
        while remaining != 0 {
            let part = unsafe [UInt8](unsafeUninitializedCapacity: CompressionPart.size) { buffer, count in
                unsafe bytes.withUnsafeBufferPointer { source in
                    var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: bytes.count, pos: start)
                    var room = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: CompressionPart.size, pos: 0)
                    remaining = unsafe ZSTD_compressStream2(stream, &room, &input, isLast ? ZSTD_e_end : ZSTD_e_flush)
                    unsafe start = input.pos
                    unsafe count = room.pos
                }
            }
            try ZstandardLibrary.check(remaining, else: .failed)
            output += part
        }
        return output
    }
}
