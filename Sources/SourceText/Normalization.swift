import CUTF8Proc

/// The one door to utf8proc: Unicode normal form C (UAX #15) and display width (UAX #11).
package enum Normalization {
    /// The version of utf8proc that is loaded.
    package static var libraryVersion: String { unsafe String(cString: utf8proc_version()) }

    /// The text in NFC.
    ///
    /// - Complexity: linear as long as marks do not stack (``Limits/stackedMarks``); texts in scalars that are their
    ///   own NFC, as in French, are returned as they are.
    package static func nfc(_ text: String) -> String {
        if isPlainlyComposed(text) { return text }
        var input = text
        let composed: String? = input.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var output: UnsafeMutablePointer<UInt8>?
            let options = UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue
            let count = unsafe utf8proc_map(base, bytes.count, &output, utf8proc_option_t(rawValue: options))
            guard let result = unsafe output, count >= 0 else { return nil }
            defer { unsafe free(result) }
            return unsafe String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        }
        return composed ?? text
    }

    /// Whether every scalar is below U+0300 or in U+2002…U+203F (dashes, quotes, spaces): all NFC_Quick_Check=Yes,
    /// combining class 0.
    private static func isPlainlyComposed(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let byte = unsafe bytes[index]
                if byte < 0xCC {
                    index += 1
                } else if byte == 0xE2, index + 2 < bytes.count, unsafe bytes[index + 1] == 0x80,
                    unsafe bytes[index + 2] > 0x81
                {
                    index += 3
                } else {
                    return false
                }
            }
            return true
        }
    }

    /// Whether the character is a mark that joins the one before it and is put in order among its neighbours.
    static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        return unsafe utf8proc_get_property(utf8proc_int32_t(bitPattern: scalar.value)).pointee.combining_class != 0
    }

    /// How many columns a terminal gives the character: 0, 1 or 2.
    package static func width(of scalar: Unicode.Scalar) -> Int {
        scalar.value < 0x300 ? 1 : max(0, Int(utf8proc_charwidth(utf8proc_int32_t(bitPattern: scalar.value))))
    }

    /// How many columns a terminal gives the text.
    package static func width(of text: some Sequence<Unicode.Scalar>) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }
}

/// Names are compared after NFC with `’` and `'` as one character.
package enum NameKey {
    /// The form in which a name is looked up.
    package static func fold(_ name: String) -> String {
        guard mayHoldApostrophe(name), name.unicodeScalars.contains("\u{2019}") else { return name }
        return String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
    }

    /// Whether a byte of the text may begin U+2019: quick to look for, and most names have none.
    private static func mayHoldApostrophe(_ name: String) -> Bool {
        let bytes = name.utf8Span.span
        for index in bytes.indices where bytes[index] == 0xE2 { return true }
        return false
    }

    /// Accents, case and apostrophes aside: the form in which slips are compared first.
    package static func bare(_ name: String) -> String {
        var input = fold(name)
        let stripped: String? = input.withUTF8 { bytes in
            guard let base = bytes.baseAddress else { return nil }
            var output: UnsafeMutablePointer<UInt8>?
            let options =
                UTF8PROC_STABLE.rawValue | UTF8PROC_DECOMPOSE.rawValue | UTF8PROC_STRIPMARK.rawValue
                | UTF8PROC_CASEFOLD.rawValue
            let count = unsafe utf8proc_map(base, bytes.count, &output, utf8proc_option_t(rawValue: options))
            guard let result = unsafe output, count >= 0 else { return nil }
            defer { unsafe free(result) }
            return unsafe String(decoding: UnsafeBufferPointer(start: result, count: count), as: UTF8.self)
        }
        return stripped ?? name
    }
}
