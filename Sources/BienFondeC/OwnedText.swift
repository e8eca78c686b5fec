import CBienFonde
import Glibc

/// A text that a caller will own, as it grows: memory of C, with a zero byte after the end.
@safe struct OwnedText {
    private var start: UnsafeMutableRawPointer?
    private var length = 0
    private var capacity = 0

    init() { unsafe start = nil }

    static func copy(of text: String) throws(CallProblem) -> bienfonde_text {
        var copy = OwnedText()
        try copy.append(Array(text.utf8))
        return unsafe try copy.handOver()
    }

    mutating func append(_ bytes: [UInt8]) throws(CallProblem) {
        try makeRoom(for: bytes.count)
        guard let place = unsafe start.map({ unsafe $0 + length }) else { return }
        unsafe bytes.withUnsafeBytes { source in
            unsafe UnsafeMutableRawBufferPointer(start: place, count: source.count).copyMemory(from: source)
        }
        length += bytes.count
    }

    /// Ends the text. It is the caller's from now on.
    mutating func handOver() throws(CallProblem) -> bienfonde_text {
        try makeRoom(for: 0)
        guard let start = unsafe start else { throw .noMemory }
        unsafe start.storeBytes(of: 0, toByteOffset: length, as: UInt8.self)
        defer { self = OwnedText() }
        return unsafe bienfonde_text(bytes: start.assumingMemoryBound(to: CChar.self), length: length)
    }

    /// Forgets what was made, when it will not be handed over.
    mutating func discard() {
        unsafe free(start)
        self = OwnedText()
    }

    /// Room for so many bytes more, and the zero.
    private mutating func makeRoom(for count: Int) throws(CallProblem) {
        let needed = length + count + 1
        guard needed > capacity else { return }
        let larger = max(needed, capacity + capacity / 2)
        guard let moved = unsafe realloc(start, larger) else {
            discard()
            throw .noMemory
        }
        unsafe start = moved
        capacity = larger
    }

    /// Frees a text, and leaves an empty one.
    static func release(_ text: inout bienfonde_text) {
        unsafe free(text.bytes)
        unsafe text = bienfonde_text()
    }
}
