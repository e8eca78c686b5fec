import CBienFonde
import RuleBatch

/// An array of texts as a caller gave it (Arrow columnar format, « Variable-size Binary Layout »), and its blocks.
@safe struct ArrowTexts {
    let count: Int
    private let offsets: Offsets
    private let bytes: UnsafeRawBufferPointer
    /// One bit a text, counted from ``first``; nil when no text is null.
    private let validity: UnsafePointer<UInt8>?
    /// The place of the first text in the buffers.
    private let first: Int

    @safe private enum Offsets {
        case short(UnsafeBufferPointer<Int32>)
        case long(UnsafeBufferPointer<Int64>)
    }

    /// Checks what can be checked of it: that its numbers go together. The size of its buffers is not told.
    init(_ array: UnsafePointer<ArrowArray>, _ type: UnsafePointer<ArrowSchema>) throws(CallProblem) {
        let format = unsafe type.pointee.format.map { unsafe String(cString: $0) } ?? ""
        guard format == "u" || format == "U", unsafe type.pointee.dictionary == nil else { throw .notTexts(format) }
        let array = unsafe array.pointee
        guard unsafe array.release != nil, unsafe array.n_buffers == 3, let buffers = unsafe array.buffers,
            let count = unsafe Int(exactly: array.length), let first = unsafe Int(exactly: array.offset),
            count >= 0, first >= 0, count < Int.max - first - 1
        else { throw .damagedArray }
        self.count = count
        self.first = first
        unsafe validity = buffers[0]?.assumingMemoryBound(to: UInt8.self)
        guard count > 0 else {
            unsafe offsets = .short(UnsafeBufferPointer(start: nil, count: 0))
            unsafe bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let places = unsafe buffers[1] else { throw .damagedArray }
        let all = first + count + 1
        if format == "u" {
            unsafe offsets = .short(
                UnsafeBufferPointer(start: places.assumingMemoryBound(to: Int32.self), count: all))
        } else {
            unsafe offsets = .long(
                UnsafeBufferPointer(start: places.assumingMemoryBound(to: Int64.self), count: all))
        }
        let end = Self.offset(all - 1, in: offsets)
        guard end >= 0, unsafe end == 0 || buffers[2] != nil else { throw .damagedArray }
        unsafe bytes = UnsafeRawBufferPointer(start: end == 0 ? nil : buffers[2], count: end)
    }

    private static func offset(_ place: Int, in offsets: Offsets) -> Int {
        switch offsets {
        case .short(let offsets): unsafe Int(offsets[place])
        case .long(let offsets): unsafe Int(truncatingIfNeeded: offsets[place])
        }
    }

    func isNull(_ index: Int) -> Bool {
        guard let validity = unsafe validity else { return false }
        let place = first + index
        // bounded: three bits; the caller answers for the size of its buffers (see `init`)
        return unsafe validity[place >> 3] >> UInt8(place & 7) & 1 == 0
    }

    private func range(_ index: Int) throws(CallProblem) -> Range<Int> {
        let start = Self.offset(first + index, in: offsets)
        let end = Self.offset(first + index + 1, in: offsets)
        guard start >= 0, start <= end, unsafe end <= bytes.count else { throw .damagedArray }
        return start..<end
    }

    /// The texts from one on that make a block, null ones left out, and the place after the last.
    func block(from start: Int) throws(CallProblem) -> (block: BatchBlock, end: Int) {
        let origin = try range(start).lowerBound
        var lines: [BatchBlock.Line] = []
        var end = start
        var last = origin
        while end < count, lines.count < Self.mostLines, last - origin < Self.blockBytes {
            let text = try range(end)
            guard text.lowerBound >= last else { throw .damagedArray }
            if !isNull(end) {
                // One byte over the limit is how a line that is too long is told.
                let length = min(text.count, BatchLimits.lineBytes + 1)
                let place = text.lowerBound - origin
                lines.append(BatchBlock.Line(place..<place + length, number: end + 1))
            }
            last = text.upperBound
            end += 1
        }
        let part = unsafe RawSpan(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[origin..<last]))
        return (BatchBlock(bytes: BatchBlock.padded(part), lines: lines), end)
    }

    private static let mostLines = 1024
    private static let blockBytes = 512 << 10
}
