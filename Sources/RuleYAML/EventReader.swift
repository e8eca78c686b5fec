import CLibYAML
import SourceText

/// What libyaml sees next in a file (YAML 1.1, § 4.2 of the libyaml event model), with UTF-8 offsets.
struct Event {
    enum Kind {
        case streamStart
        case streamEnd
        case documentStart
        case documentEnd
        case alias
        case scalar(String, Node.Scalar.Style)
        case sequenceStart
        case sequenceEnd
        case mappingStart
        case mappingEnd
    }

    let kind: Kind
    /// Half-open byte offsets of the file.
    let start: Int
    let end: Int
    let hasAnchor: Bool
    let hasTag: Bool
}

/// What libyaml says when a text is not YAML, with byte offsets of the file.
struct SyntaxFailure: Error {
    /// libyaml's own words, a small closed set: ``Diagnostic/yamlSyntax(_:in:_:)`` turns them into French.
    let problem: String
    let context: String
    let offset: Int
    let contextOffset: Int
}

/// The one door to libyaml: reads its events one by one.
///
/// libyaml's marks count characters, not bytes; a cursor that follows the marks converts them.
///
/// Safe to use while the bytes live: every access is bounded by their count, and libyaml owns the parser.
@safe final class EventReader {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Length of the byte-order mark, which libyaml passes over and does not count.
    private let base: Int
    /// A character index and the byte offset it stands for.
    private var cursor: (character: Int, offset: Int)

    /// The version of libyaml that is loaded.
    static var libraryVersion: String { unsafe String(cString: yaml_get_version_string()) }

    /// Reads `bytes`, valid UTF-8 that must outlive the reader. Nil when libyaml has no memory.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe parser = .allocate(capacity: 1)
        unsafe self.bytes = bytes
        let marked = unsafe bytes.prefix(3).elementsEqual(ByteOrderMark.utf8)
        base = marked ? ByteOrderMark.utf8.count : 0
        cursor = (0, base)
        guard unsafe yaml_parser_initialize(parser) == 1 else {
            unsafe parser.deallocate()
            return nil
        }
        unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        let start = unsafe bytes.baseAddress.map { unsafe $0 + base }
        unsafe yaml_parser_set_input_string(parser, start, bytes.count - base)
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    /// The next event.
    func next() throws(SyntaxFailure) -> Event {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw failure() }
        defer { unsafe yaml_event_delete(&event) }
        let start = self.offset(ofCharacter: unsafe event.start_mark.index)
        let end = self.offset(ofCharacter: unsafe event.end_mark.index)
        let (kind, anchor, tag) = unsafe content(of: event)
        return Event(kind: kind, start: start, end: max(start, end), hasAnchor: anchor, hasTag: tag)
    }

    private func content(of event: yaml_event_t) -> (Event.Kind, anchor: Bool, tag: Bool) {
        switch unsafe event.type {
        case YAML_STREAM_END_EVENT: return (.streamEnd, false, false)
        case YAML_DOCUMENT_START_EVENT: return (.documentStart, false, false)
        case YAML_DOCUMENT_END_EVENT: return (.documentEnd, false, false)
        case YAML_ALIAS_EVENT: return (.alias, false, false)
        case YAML_SEQUENCE_END_EVENT: return (.sequenceEnd, false, false)
        case YAML_MAPPING_END_EVENT: return (.mappingEnd, false, false)
        case YAML_SEQUENCE_START_EVENT:
            let data = unsafe event.data.sequence_start
            return unsafe (.sequenceStart, data.anchor != nil, data.tag != nil)
        case YAML_MAPPING_START_EVENT:
            let data = unsafe event.data.mapping_start
            return unsafe (.mappingStart, data.anchor != nil, data.tag != nil)
        case YAML_SCALAR_EVENT:
            let data = unsafe event.data.scalar
            let text = unsafe UnsafeBufferPointer(start: data.value, count: data.length)
            let scalar = unsafe Event.Kind.scalar(String(decoding: text, as: UTF8.self), style(of: data.style))
            return unsafe (scalar, data.anchor != nil, data.tag != nil)
        default: return (.streamStart, false, false)
        }
    }

    private func style(of style: yaml_scalar_style_t) -> Node.Scalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    private func failure() -> SyntaxFailure {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? ""
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) } ?? ""
        let place = self.offset(ofCharacter: unsafe parser.pointee.problem_mark.index)
        let contextPlace = self.offset(ofCharacter: unsafe parser.pointee.context_mark.index)
        return SyntaxFailure(problem: problem, context: context, offset: place, contextOffset: contextPlace)
    }

    /// The byte offset of a character, both from 0; amortised constant, since marks move forward.
    private func offset(ofCharacter character: Int) -> Int {
        let count = unsafe bytes.count
        while cursor.character < character, cursor.offset < count {
            cursor.offset += 1
            while cursor.offset < count, unsafe bytes[cursor.offset] & 0xC0 == 0x80 { cursor.offset += 1 }
            cursor.character += 1
        }
        while cursor.character > character, cursor.offset > base {
            cursor.offset -= 1
            while cursor.offset > base, unsafe bytes[cursor.offset] & 0xC0 == 0x80 { cursor.offset -= 1 }
            cursor.character -= 1
        }
        return cursor.offset
    }
}
