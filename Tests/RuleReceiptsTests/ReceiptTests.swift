import PolicyValues
import RuleJSON
import RuleReceipts
import SchemaTesting
import Testing

/// Cases of every kind, each decided at another sort of date.
enum KeptCases {
    static let all = [
        "determined":
            "nom: Un\nfaits: { urgente: oui, perdue: non, mot: lent, montant: 3, sujets: [], reçue le: 2024-03-04 }",
        "undetermined": "faits: { urgente: inconnu }\ndate: 2023-12-31",
        "contradictory": "nom: Deux\nfaits: { urgente: oui, perdue: oui, remarque: \"d’une \\\"main\\\"\\n🙂\" }",
        "objects": """
        nom: Trois
        faits: { urgente: oui, montant: 2.5001 }
        objets:
        - { nom: A, faits: { perdue: non, sujets: [feu, eau] } }
        - { faits: { urgente: inconnu, reçue le: 2024-05-06 } }
        """,
        "several": "cas:\n- { nom: X, faits: { urgente: oui } }\n- { faits: { perdue: oui } }",
        "numbers that no double holds": "faits: { montant: 99999999999999.9999 }\nnom: \"12\"",
        "words of JSON": "nom: \"null\"\nfaits: { remarque: \"true\", mot: \"3\" }",
        "nothing stated": "faits: {}",
    ]
}

@Suite("A receipt") struct ReceiptTests {
    @Test("replays byte for byte", arguments: KeptCases.all.keys.sorted(), [nil, "2025-01-02"])
    func replays(_ name: String, _ asked: String?) throws {
        let kept = try Kept()
        let bytes = try kept.receipt(of: KeptCases.all[name] ?? "", asked: asked.flatMap { CivilDate(iso: $0) })
        let (entries, problems) = Kept.read(bytes)
        #expect(problems == [])
        #expect(entries.count == (name == "several" ? 2 : 1))
        for receipt in Kept.receipts(bytes) {
            #expect(receipt.alterations == [])
            #expect(kept.repeats(receipt))
        }
    }

    @Test("is what docs/recu.schema.json promises", arguments: KeptCases.all.keys.sorted())
    func followsTheSchema(_ name: String) throws {
        let bytes = try Kept().receipt(of: KeptCases.all[name] ?? "", asked: Kept.today)
        let node = try #require(SchemaValidator.parse(String(decoding: bytes, as: UTF8.self)))
        #expect(try ReceiptSchema.validator().problems(of: node) == [])
    }

    @Test("without one of its keys, or with another, is none") func schemaIsStrict() throws {
        let bytes = try Kept().receipt(of: KeptCases.all["determined"] ?? "")
        let text = String(decoding: bytes, as: UTF8.self)
        let value = try #require(SchemaValidator.parse(text).flatMap { JSONValue($0) })
        let entries = value.entries ?? []
        let fewer = entries.indices.map { index in entries.enumerated().filter { $0.offset != index }.map(\.element) }
        for changed in fewer + [entries + [("ajout", .null)]] {
            let node = try #require(SchemaValidator.parse(JSONValue.object(changed).text(.compact)))
            #expect(try ReceiptSchema.validator().problems(of: node) != [])
        }
    }

    @Test("holds what the case states and no more") func noMore() throws {
        let bytes = try Kept().receipt(
            of: """
                # Appel de Jeanne le 3 mars
                nom: Un
                récit: Jeanne raconte.
                faits: { urgente: oui }
                attendu: { priorité: tout de suite }
                objets:
                - { récit: Jeanne raconte encore., faits: { perdue: non } }
                """)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("Jeanne") && !text.contains("attendu") && !text.contains("explication"))
        let value = try #require(SchemaValidator.parse(text).flatMap { JSONValue($0) })
        let stated = #"{"faits":{"urgente":"oui"},"nom":"Un","objets":[{"faits":{"perdue":"non"}}]}"#
        #expect(value["cas"]?.text(.canonical) == stated)
    }

    @Test("is canonical: no space, keys in order, no line feed at the end") func isCanonical() throws {
        let bytes = try Kept().receipt(of: KeptCases.all["determined"] ?? "")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix(#"{"cas":{"faits":{"montant":3,"mot":"lent","#))
        #expect(text.hasSuffix(#","langue":1,"nature":"reçu","programme":"1.2.3"}"#))
    }

    /// Every byte, changed in several ways: never taken for what was written.
    @Test("shows every changed byte") func everyByte() throws {
        let kept = try Kept()
        let bytes = try kept.receipt(of: KeptCases.all["undetermined"] ?? "")
        for place in bytes.indices {
            for change in [0x01, 0x10, 0x20] as [UInt8] {
                var changed = bytes
                changed[place] ^= change
                let (entries, problems) = Kept.read(changed)
                let isSeen =
                    !problems.isEmpty
                    || entries.allSatisfy {
                        if case .receipt(let receipt) = $0 { !receipt.alterations.isEmpty } else { true }
                    }
                #expect(isSeen, "byte \(place)")
            }
        }
    }

    @Test(
        "says what was touched",
        arguments: [
            (#""urgente":"oui""#, #""urgente":"non""#, Receipt.Alteration.requete),
            (#""issue":"tout de suite""#, #""issue":"à son tour""#, .decision),
            (#""programme":"1.2.3""#, #""programme":"1.2.4""#, .rest),
            (#"{"cas""#, #"{ "cas""#, .layout),
        ])
    func touched(_ old: String, _ new: String, _ alteration: Receipt.Alteration) throws {
        let bytes = try Kept().receipt(of: KeptCases.all["determined"] ?? "")
        let text = String(decoding: bytes, as: UTF8.self)
        let changed = text.replacing(old, with: new)
        #expect(changed != text)
        #expect(Kept.receipts(Array(changed.utf8)).map(\.alterations) == [[alteration]])
    }

    @Test("of another version of the language is told apart") func otherLanguage() throws {
        let bytes = try Kept().receipt(of: "faits: {}")
        let changed = String(decoding: bytes, as: UTF8.self).replacing(#""langue":1"#, with: #""langue":2"#)
        let entries = Kept.read(Array(changed.utf8)).entries
        guard case .otherLanguage(_, nil, 2) = try #require(entries.first) else {
            Issue.record("\(entries)")
            return
        }
    }

    @Test(
        "is not any file",
        arguments: [
            "", "{", "{}", "[]", "nom: Un", #"{"nature":"reçu"}"#, #"{"nature":"reçu","langue":1}"#, "[1]",
            #"{"nature":"reçu","langue":-1}"#, #"{"nature":"reçu","langue":1.5}"#, #"{"nature":"reçu","langue":"1"}"#,
        ])
    func otherFiles(_ text: String) {
        let (entries, problems) = Kept.read(Array(text.utf8))
        #expect(entries.isEmpty)
        #expect(problems.isEmpty == (text == "[]"), "\(problems)")
    }
}
