/// The keys that an entry may have and what stands right of each: the one list from which the loader, the schema, the
/// completion and the formatter know the language.
package struct Layout: Sendable {
    /// A key of an entry.
    package struct Key: Sendable {
        package let name: String
        package let isRequired: Bool
        package let holds: Shape
        /// What the key is for, a sentence for the author of rules.
        package let help: String
    }

    /// How messages call the entry: « le fait », « la règle »…
    package let what: String
    /// In the order in which a well laid out file writes them.
    package let keys: [Key]

    package let required: [String]
    package let optional: [String]
    /// The required ones first, as messages name them.
    package let allowed: [String]

    init(what: String, keys: [Key]) {
        self.what = what
        self.keys = keys
        required = keys.filter(\.isRequired).map(\.name)
        optional = keys.filter { !$0.isRequired }.map(\.name)
        allowed = required + optional
    }

    /// The key of a folded name (``NameKey``).
    package subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

extension Layout.Key {
    static func required(_ name: String, _ holds: Shape, _ help: String) -> Layout.Key {
        Layout.Key(name: name, isRequired: true, holds: holds, help: help)
    }

    static func optional(_ name: String, _ holds: Shape, _ help: String) -> Layout.Key {
        Layout.Key(name: name, isRequired: false, holds: holds, help: help)
    }
}

/// The keys that several sections share.
extension Layout.Key {
    static let description = optional("description", .prose, "Une précision pour qui lit les règles.")
    static let note = optional("note", .prose, "La lecture du texte qui a été retenue.")
    static let source = optional("source", .sources, "D’où vient ceci\u{A0}: le document et le passage.")
    static let unit = optional("unité", .text, "L’unité d’un nombre, au pluriel.")
    static let examples = optional("exemples", .list(.example), examplesHelp)
    static let examplesHelp = "Des essais, lancés par «\u{A0}valider\u{A0}»."
}
