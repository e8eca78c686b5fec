import COpenSSL
import RuleJSON
package import SourceText

/// SHA-256 (FIPS 180-4). The one door to OpenSSL.
package enum SHA256 {
    /// The digest as 64 lower-case hexadecimal digits; empty, and so never taken for one, should the machine's OpenSSL
    /// be set up without SHA-256.
    package static func hex(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        guard unsafe EVP_Digest(bytes, bytes.count, &digest, nil, EVP_sha256(), nil) == 1 else { return "" }
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

/// What tells two rule sets apart (interface, « politique.empreinte »).
package enum Fingerprint {
    /// `sha256:` and the digest of ``canonical(_:)``.
    ///
    /// - Parameter sections: the entries of each section, over all files of the set.
    package static func of(_ sections: [String: [Node.Entry]]) -> String {
        "sha256:" + SHA256.hex(of: canonical(sections))
    }

    /// Every key and value of a set as canonical JSON (RFC 8785): the same bytes wherever an entry stands, and however
    /// it is indented, quoted or commented.
    ///
    /// Entries of a mapping are sorted, but those of `issues` and `valeurs`, whose order means something: they are a
    /// list of pairs. Keys have one kind of apostrophe. A section without entries is as one that is absent.
    /// - Complexity: linear in the text, but for the sorting of each mapping.
    package static func canonical(_ sections: [String: [Node.Entry]]) -> [UInt8] {
        var writer = CanonicalWriter()
        let filled = sections.filter { !$0.value.isEmpty }
        writer.writeSorted(filled.map { ($0.key, $0.value) }) { writer, entries in writer.write(entries) }
        return writer.bytes
    }
}

/// Writes nodes as bytes, without a tree in between: a set has tens of thousands of them.
private struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ node: Node, under key: String = "") {
        switch node.content {
        case .scalar(let scalar): write(scalar.text)
        case .sequence(let elements):
            list(elements) { writer, element in writer.write(element) }
        case .mapping(let entries) where key == "issues" || key == "valeurs":
            list(entries) { writer, entry in
                writer.bytes.append(UInt8(ascii: "["))
                writer.write(NameKey.fold(entry.key.value))
                writer.bytes.append(UInt8(ascii: ","))
                writer.write(entry.value)
                writer.bytes.append(UInt8(ascii: "]"))
            }
        case .mapping(let entries): write(entries)
        }
    }

    mutating func write(_ entries: [Node.Entry]) {
        let named = entries.map { (NameKey.fold($0.key.value), $0) }
        writeSorted(named) { writer, entry in writer.write(entry.value, under: entry.key.value) }
    }

    /// An object whose keys come in canonical order.
    mutating func writeSorted<Value>(
        _ entries: [(String, Value)], _ write: (inout CanonicalWriter, Value) -> Void
    ) {
        bytes.append(UInt8(ascii: "{"))
        let sorted = entries.sorted { CanonicalOrder.precedes($0.0, $1.0) }
        for (place, (key, value)) in sorted.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            self.write(key)
            bytes.append(UInt8(ascii: ":"))
            write(&self, value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func list<Element>(_ elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void) {
        bytes.append(UInt8(ascii: "["))
        for (place, element) in elements.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ text: String) { JSONText.append(text, escapingHidden: false, to: &bytes) }
}
