/// A column ready to be handed over: its type and its buffers, and those of its children (Arrow columnar format).
struct ArrowColumn {
    enum Buffer {
        /// A validity that is not needed: nothing is null.
        case absent
        case bytes([UInt8])
        case offsets([Int32])
    }

    let name: String
    /// `u` a text, `+l` a list, `+s` a structure (C data interface, « Data type description »).
    let format: String
    let count: Int
    let nullCount: Int
    let buffers: [Buffer]
    let children: [ArrowColumn]
}

/// One bit a row: whether it has a value.
struct Validity {
    private(set) var count = 0
    private(set) var nullCount = 0
    private var bits: [UInt8] = []

    mutating func append(_ isPresent: Bool) {
        if count & 7 == 0 { bits.append(0) }
        if isPresent {
            bits[count >> 3] |= 1 << UInt8(count & 7)  // bounded: three bits
        } else {
            nullCount += 1
        }
        count += 1
    }

    var buffer: ArrowColumn.Buffer { nullCount == 0 ? .absent : .bytes(bits) }
}

/// Texts, one after the other, and where each ends.
struct TextColumn {
    private(set) var validity = Validity()
    private var offsets: [Int32] = [0]
    private var bytes: [UInt8] = []

    mutating func append(_ text: ArraySlice<UInt8>) {
        bytes.append(contentsOf: text)
        end(isPresent: true)
    }

    mutating func appendNull() { end(isPresent: false) }

    /// Texts joined by `|`, null when there is none.
    mutating func append(joining texts: [ArraySlice<UInt8>]) {
        for (place, text) in texts.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: "|")) }
            bytes.append(contentsOf: text)
        }
        end(isPresent: !texts.isEmpty)
    }

    private mutating func end(isPresent: Bool) {
        offsets.append(Int32(truncatingIfNeeded: bytes.count))
        validity.append(isPresent)
    }

    /// Whether the places still fit their 32 bits.
    var fits: Bool { bytes.count <= Int(Int32.max) }

    func column(_ name: String) -> ArrowColumn {
        ArrowColumn(
            name: name, format: "u", count: validity.count, nullCount: validity.nullCount,
            buffers: [validity.buffer, .offsets(offsets), .bytes(bytes)], children: [])
    }
}

/// Lists of texts.
struct ListColumn {
    private var validity = Validity()
    private var offsets: [Int32] = [0]
    private var texts = TextColumn()

    mutating func append(_ list: [ArraySlice<UInt8>]) {
        for text in list { texts.append(text) }
        end(isPresent: true)
    }

    mutating func appendNull() { end(isPresent: false) }

    private mutating func end(isPresent: Bool) {
        offsets.append(Int32(truncatingIfNeeded: texts.validity.count))
        validity.append(isPresent)
    }

    var fits: Bool { texts.fits && texts.validity.count <= Int(Int32.max) }

    func column(_ name: String) -> ArrowColumn {
        ArrowColumn(
            name: name, format: "+l", count: validity.count, nullCount: validity.nullCount,
            buffers: [validity.buffer, .offsets(offsets)], children: [texts.column("item")])
    }
}
