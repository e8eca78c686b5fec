import COpenSSL
import RuleJSON
package import SourceText

/// SHA-256 (FIPS 180-4). The one door to OpenSSL.
///
/// By the functions of `sha.h`, which OpenSSL keeps but no longer recommends: those of `evp.h` set up the whole library
/// first, and that takes longer than the digest of a rule set.
package enum SHA256 {
    /// The version of OpenSSL that is loaded.
    package static var libraryVersion: String { unsafe String(cString: OpenSSL_version(OPENSSL_VERSION_STRING)) }

    /// The digest as 64 lower-case hexadecimal digits; empty, and so never taken for one, should OpenSSL refuse.
    package static func hex(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        var state = SHA256_CTX()
        let isDone =
            unsafe SHA256_Init(&state) == 1 && SHA256_Update(&state, bytes, bytes.count) == 1
            && SHA256_Final(&digest, &state) == 1
        guard isDone else { return "" }
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

/// What tells two rule sets apart (docs/json.md, `politique.empreinte`).
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
        writer.write(sections.filter { !$0.value.isEmpty })
        return writer.bytes
    }
}

/// Writes nodes as bytes, without a tree in between: a set has tens of thousands of them.
private struct CanonicalWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ sections: [String: [Node.Entry]]) {
        let names = sections.keys.sorted(by: CanonicalOrder.precedes)
        collection("{", "}", names.indices) { writer, index in
            writer.write(names[index])
            writer.bytes.append(UInt8(ascii: ":"))
            writer.write(sections[names[index]] ?? [])
        }
    }

    private mutating func write(_ entries: [Node.Entry]) {
        let keys = entries.map { NameKey.fold($0.key.value) }
        // Places are sorted and not entries, which would be copied at each step.
        var order = Array(keys.indices)
        if order.count > 1 { order.sort { CanonicalOrder.precedes(keys[$0], keys[$1]) } }
        collection("{", "}", order) { writer, index in
            writer.write(keys[index])
            writer.bytes.append(UInt8(ascii: ":"))
            writer.write(entries[index].value, under: keys[index])
        }
    }

    private mutating func write(_ node: Node, under key: String) {
        switch node.content {
        case .scalar(let scalar): write(scalar.text)
        case .sequence(let elements):
            collection("[", "]", elements.indices) { writer, index in writer.write(elements[index], under: "") }
        case .mapping(let entries) where key == "issues" || key == "valeurs":
            collection("[", "]", entries.indices) { writer, index in
                writer.bytes.append(UInt8(ascii: "["))
                writer.write(NameKey.fold(entries[index].key.value))
                writer.bytes.append(UInt8(ascii: ","))
                writer.write(entries[index].value, under: "")
                writer.bytes.append(UInt8(ascii: "]"))
            }
        case .mapping(let entries): write(entries)
        }
    }

    private mutating func write(_ text: String) { JSONText.append(text, escapingHidden: false, to: &bytes) }

    /// The elements at the places, in their order, between brackets.
    private mutating func collection(
        _ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ places: some Sequence<Int>,
        _ element: (inout CanonicalWriter, Int) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        var isFirst = true
        for place in places {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            element(&self, place)
        }
        bytes.append(UInt8(ascii: closing))
    }
}
