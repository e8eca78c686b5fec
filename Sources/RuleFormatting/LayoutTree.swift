import SourceText

/// A file as it will be laid out: values with the comments that belong to them.
indirect enum LayoutTree {
    case scalar(WrittenScalar)
    case mapping(Branches)
    case sequence(Branches)

    /// The entries of a mapping or the elements of a list.
    struct Branches {
        var items: [Item]
        /// Between braces or brackets.
        let isFlow: Bool
        /// Comments after the last item that belong to it all.
        var closing: [LineComment]
    }

    /// An entry of a mapping, or an element of a list.
    struct Item {
        let key: WrittenScalar?
        var value: LayoutTree
        /// Comments on lines of their own, before it.
        var leading: [LineComment]
        /// A comment at the end of its first line.
        var trailing: TrailingComment?
        var isAfterBlankLine: Bool
    }

    struct LineComment {
        let text: String
        let isAfterBlankLine: Bool
    }

    struct TrailingComment {
        let text: String
        /// Spaces before it.
        let gap: Int
    }
}

/// A scalar as the file writes it.
struct WrittenScalar {
    enum Style {
        case plain
        case quoted
        /// `>`.
        case folded
        /// `|`.
        case literal
    }

    /// The text it stands for.
    let text: String
    let style: Style
    /// As it is spelled; on one line or not.
    let spelling: String

    init(_ text: String, at range: SourceRange, in library: SourceLibrary) {
        self.text = text
        let bytes = library.bytes(in: range)
        spelling = String(decoding: bytes, as: UTF8.self)
        style =
            switch bytes.first {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): .quoted
            case UInt8(ascii: ">"): .folded
            case UInt8(ascii: "|"): .literal
            default: .plain
            }
    }
}
