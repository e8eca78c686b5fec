import Glibc

/// Finds bytes at the speed of the C library.
package enum ByteSearch {
    /// The first place of a byte within a range.
    package static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        let range = range.clamped(to: 0..<bytes.count)
        guard !range.isEmpty else { return nil }
        return unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return nil }
            let found = unsafe memchr(base + range.lowerBound, Int32(byte), range.count)
            return unsafe found.map { unsafe UnsafeRawPointer($0) - base }
        }
    }

    /// Whether a sequence of bytes stands within a range.
    package static func contains(_ sought: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let head = sought.first else { return true }
        var from = range.lowerBound
        while let place = first(head, in: bytes, from..<range.upperBound) {
            if bytes[place..<range.upperBound].starts(with: sought) { return true }
            from = place + 1
        }
        return false
    }
}
