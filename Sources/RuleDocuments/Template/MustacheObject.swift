import CMustache

/// What a template is filled in with: texts, flags and lists by key.
///
/// This file is the door to the Mustache library.
struct MustacheObject {
    enum Entry {
        case text(String)
        case flag(Bool)
        case list([MustacheObject])
    }

    private(set) var entries: [(key: String, entry: Entry)] = []

    mutating func set(_ key: String, _ entry: Entry) { entries.append((key, entry)) }

    /// The template filled in; nil when it is not a template, which the check at load rules out.
    func filling(_ template: String) -> String? {
        let object = unsafe MustacheHandle(self)
        guard let text = unsafe mustache_render(template, object.pointer) else { return nil }
        defer { unsafe mustache_text_free(text) }
        return unsafe String(cString: text)
    }
}

/// The library's own form of an object, freed with it.
@unsafe private struct MustacheHandle: ~Copyable {
    let pointer: OpaquePointer?

    init(_ object: MustacheObject) {
        unsafe pointer = mustache_object_new()
        for (key, entry) in object.entries {
            switch entry {
            case .text(let text): unsafe mustache_object_set_text(pointer, key, text)
            case .flag(let flag): unsafe mustache_object_set_flag(pointer, key, flag)
            case .list(let items):
                unsafe mustache_object_set_list(pointer, key)
                for item in items {
                    let handle = unsafe MustacheHandle(item)
                    unsafe mustache_object_add(pointer, key, handle.pointer)
                }
            }
        }
    }

    deinit { unsafe mustache_object_free(pointer) }
}
