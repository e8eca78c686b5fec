import PolicyValues
import SourceText

/// What stands at an offset of a line, when it has the usual form.
extension Span<UInt8> {
    /// Whether a comma and another element follow; goes past the comma and blanks.
    @inline(__always)
    func goesOn(at offset: inout Int) -> Bool {
        guard byte(at: offset) == UInt8(ascii: ",") else { return false }
        offset &+= 1
        if byte(at: offset) <= 0x20 { offset = afterBlanks(from: offset) }
        return true
    }

    /// Goes past a colon and the blanks around it; false when there is none.
    @inline(__always)
    func goesPastColon(at offset: inout Int) -> Bool {
        if byte(at: offset) != UInt8(ascii: ":") { offset = afterBlanks(from: offset) }
        guard byte(at: offset) == UInt8(ascii: ":") else { return false }
        offset &+= 1
        if byte(at: offset) <= 0x20 { offset = afterBlanks(from: offset) }
        return true
    }

    /// `"non"` as 0 and `"oui"` as 1; goes past it. Without a branch on which it is, which nothing foretells.
    @inline(__always)
    func yesNo(at offset: inout Int) -> Int? {
        let word = word(at: offset).prefix(5)
        let isYes = word == 0x22_6975_6F22 ? 1 : 0
        guard isYes == 1 || word == 0x22_6E6F_6E22 else { return nil }
        offset &+= 5
        return isYes
    }

    /// A text in quotes that states nothing: `""`, `"inconnu"`. The other ways to say so are rare.
    func goesPastUnknown(at offset: inout Int) -> Bool {
        let word = word(at: offset &+ 1)
        if word.prefix(1) == 0x22 {
            offset &+= 2
        } else if word == 0x22_75_6E6E_6F63_6E69 {
            offset &+= 9
        } else {
            return false
        }
        return true
    }

    /// A number in ten-thousandths: `-?digits(.digits)?` of at most 15 digits and 4 more. Without quotes it is JSON's: no
    /// zero before other digits.
    func number(at offset: inout Int, isQuoted: Bool) -> Int64? {
        let isNegative = byte(at: offset) == UInt8(ascii: "-")
        if isNegative { offset &+= 1 }
        let start = offset
        var value: Int64 = 0
        while let digit = digit(at: offset) {
            value = value &* 10 &+ digit
            offset &+= 1
            guard offset &- start <= 15 else { return nil }
        }
        guard offset > start, isQuoted || byte(at: start) != UInt8(ascii: "0") || offset &- start == 1 else {
            return nil
        }
        var places = 0
        if byte(at: offset) == UInt8(ascii: ".") {
            offset &+= 1
            while let digit = digit(at: offset) {
                value = value &* 10 &+ digit
                offset &+= 1
                places &+= 1
                guard places <= ExactDecimal.fractionDigits else { return nil }
            }
            guard places > 0 else { return nil }
        }
        while places < ExactDecimal.fractionDigits {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
            places &+= 1
        }
        // What follows must end the number; an exponent, say, is another notation.
        switch byte(at: offset) {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "\""), 0x20, 0x09, 0x0D: break
        default: return nil
        }
        return value < ExactDecimal.bound ? (isNegative ? -value : value) : nil
    }

    @inline(__always)
    private func digit(at offset: Int) -> Int64? {
        let value = byte(at: offset) &- UInt8(ascii: "0")
        return value <= 9 ? Int64(value) : nil
    }

    /// The number of the day that ten bytes spell.
    @inline(__always)
    func day(at offset: Int) -> Int32? {
        // After the exclusive or, digits are 0 to 9 and the two dashes 0.
        let date = word(at: offset) ^ 0x2D30_302D_3030_3030
        let (tens, ones) = (byte(at: offset &+ 8) &- 0x30, byte(at: offset &+ 9) &- 0x30)
        guard (date &+ 0x7F76_767F_7676_7676 | date) & 0x8080_8080_8080_8080 == 0, tens <= 9, ones <= 9 else {
            return nil
        }
        let year =
            Int(date & 0xFF) &* 1000 &+ Int(date >> 8 & 0xFF) &* 100 &+ Int(date >> 16 & 0xFF) &* 10
            &+ Int(date >> 24 & 0xFF)
        let month = Int(date >> 40 & 0xFF) &* 10 &+ Int(date >> 48 & 0xFF)
        return CivilDate(year: year, month: month, day: Int(tens) &* 10 &+ Int(ones))?.dayNumber
    }

    /// Whether a text has no blank at its ends and does not say that a fact is unknown.
    func saysSomething(_ text: Range<Int>) -> Bool {
        guard !text.isEmpty, byte(at: text.lowerBound) > 0x20, byte(at: text.upperBound &- 1) > 0x20 else {
            return false
        }
        let word = word(at: text.lowerBound).prefix(text.count)
        return switch text.count {
        case 1: word != 0x7E
        case 4: word != 0x6C6C_756E
        case 7: word != 0x75_6E6E_6F63_6E69
        default: true
        }
    }

    /// Whether a text is written to the output byte by byte: no blank at its ends, in NFC, nothing in it that a
    /// terminal would act on or hide. True of what French is written with; of other characters it may be false.
    func isShownAsItIs(_ text: Range<Int>) -> Bool {
        guard !text.isEmpty else { return true }
        if byte(at: text.lowerBound) <= 0x20 || byte(at: text.upperBound &- 1) <= 0x20 { return false }
        var offset = text.lowerBound
        while offset < text.upperBound {
            let word = word(at: offset)
            let marks = (word | word.bytes(equalTo: 0x7F7F_7F7F_7F7F_7F7F)) & 0x8080_8080_8080_8080
            guard marks != 0 else {
                offset &+= 8
                continue
            }
            offset &+= marks.trailingZeroBitCount >> 3
            guard offset < text.upperBound else { return true }
            let length = frenchLetter(at: offset)
            guard length > 0 else { return false }
            offset &+= length
        }
        return true
    }

    /// The length of a character of two or three bytes that French uses, 0 of another: À to ÿ, « and ·…», Œ, œ, dashes
    /// and typographic quotes.
    private func frenchLetter(at offset: Int) -> Int {
        let (first, second, third) = (byte(at: offset), byte(at: offset &+ 1), byte(at: offset &+ 2))
        switch first {
        case 0xC3: return second & 0xC0 == 0x80 ? 2 : 0
        case 0xC2: return second >= 0xA0 && second <= 0xBF && second != 0xAD ? 2 : 0
        case 0xC5: return second == 0x92 || second == 0x93 ? 2 : 0
        case 0xE2: return second == 0x80 && third >= 0x90 && third <= 0xA7 ? 3 : 0
        default: return 0
        }
    }

    /// Whether the bytes are UTF-8 (RFC 3629: no overlong forms, no surrogates).
    func isUTF8(_ text: Range<Int>) -> Bool {
        var offset = text.lowerBound
        while offset < text.upperBound {
            let marks = word(at: offset) & 0x8080_8080_8080_8080
            guard marks != 0 else {
                offset &+= 8
                continue
            }
            offset &+= marks.trailingZeroBitCount >> 3
            guard offset < text.upperBound else { return true }
            let length = lengthOfCharacter(at: offset)
            guard length > 0, offset + length <= text.upperBound else { return false }
            offset &+= length
        }
        return true
    }

    /// The length of the character of several bytes at an offset, 0 when there is none.
    private func lengthOfCharacter(at offset: Int) -> Int {
        let (first, second) = (byte(at: offset), byte(at: offset &+ 1))
        let least: UInt8
        let most: UInt8
        // Unicode, table 3-7: well-formed UTF-8 byte sequences.
        switch first {
        case 0xC2...0xDF: (least, most) = (0x80, 0xBF)
        case 0xE0: (least, most) = (0xA0, 0xBF)
        case 0xED: (least, most) = (0x80, 0x9F)
        case 0xE1...0xEF: (least, most) = (0x80, 0xBF)
        case 0xF0: (least, most) = (0x90, 0xBF)
        case 0xF1...0xF3: (least, most) = (0x80, 0xBF)
        case 0xF4: (least, most) = (0x80, 0x8F)
        default: return 0
        }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard second >= least, second <= most else { return 0 }
        for rest in 2..<4 where rest < length && byte(at: offset &+ rest) & 0xC0 != 0x80 { return 0 }
        return length
    }
}
