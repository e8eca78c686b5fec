import BienFondeC
import CBienFonde
import FileAccess
import PolicyValues
import RuleBatch
import RuleEngine
import RulePipeline
import SourceText
import Testing

/// The C interface, called as C would: what it gives is what the rooms behind it give. `make integrations` tries more,
/// from other languages.
@Suite struct InterfaceTests {
    private static let rules = """
        politique: {nom: Petite, version: "1"}
        faits:
          urgente: {question: Quoi, type: oui/non}
          lieux: {question: Quoi, type: choix multiple, valeurs: {nord: x, sud: x}}
        décisions:
          suite: {question: Quoi, méthode: priorité, par défaut: lente, issues: {rapide: x, lente: x}}
          avis: {question: Quoi, méthode: cumul, issues: {ici: x, là: x}}
        règles:
          urgence: {si: {urgente: oui}, conclut: {suite: rapide, avis: ici}}
          nord: {si: {lieux: nord}, conclut: {avis: là}}
        """

    /// Runs a body with an engine of the rules.
    private func withEngine(_ body: (bienfonde_engine) throws -> Void) throws {
        var engine: bienfonde_engine = 0
        let bytes = Array(Self.rules.utf8)
        let status = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe "r.yaml".withCString { path in
                var file = unsafe bienfonde_file(path: path, bytes: bytes.baseAddress, length: bytes.count)
                return unsafe bienfonde_load_files(nil, &file, 1, &engine)
            }
        }
        #expect(status == BIENFONDE_OK, "\(lastError())")
        try body(engine)
        #expect(bienfonde_free(engine) == BIENFONDE_OK)
        #expect(bienfonde_free(engine) == BIENFONDE_USAGE)
    }

    private func taken(_ text: inout bienfonde_text) -> String {
        defer { unsafe bienfonde_release(&text) }
        return unsafe text.bytes.map { unsafe String(cString: $0) } ?? ""
    }

    private func lastError() -> String {
        var text = unsafe bienfonde_text()
        #expect(unsafe bienfonde_last_error(&text) == BIENFONDE_OK)
        return unsafe taken(&text)
    }

    @Test func aBatchIsDecidedAsByTheRoom() throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let input = RuleSetLoader.Input(path: "r.yaml", bytes: Array(Self.rules.utf8))
        let set = try #require(RuleSetLoader.load([input], folder: "", into: &library, &bag))
        let text = """
            {"nom":"A","date":"2024-03-04","faits":{"urgente":true}}

            {"date":"2024-03-04","faits":{"lieux":["nord"]}}
            faux
            """
        let settings = BatchSettings(format: .ndjson, detail: .complete, asked: nil, today: .first)
        var decider = PlainDecider(Program(set), settings)
        var blocks = MemoryBlocks(numbersBefore: 0)
        let bytes = Array(text.utf8)
        let block = unsafe blocks.next(of: bytes.span.bytes)
        let expected = String(decoding: try decider.decide(#require(block)).bytes, as: UTF8.self)
        try withEngine { engine in
            var answers = unsafe bienfonde_text()
            let status = unsafe bienfonde_decide_batch(engine, bytes, bytes.count, nil, &answers)
            #expect(status == BIENFONDE_FOUND)
            #expect(unsafe taken(&answers) == expected)
            #expect(lastError().isEmpty)
        }
    }

    @Test func saysWhatTheRulesAre() throws {
        try withEngine { engine in
            var text = unsafe bienfonde_text()
            #expect(unsafe bienfonde_decisions(engine, &text) == BIENFONDE_OK)
            #expect(unsafe taken(&text) == #"[{"nom":"avis","cumul":true},{"nom":"suite","cumul":false}]"#)
            #expect(unsafe bienfonde_facts(engine, &text) == BIENFONDE_OK)
            #expect(
                unsafe taken(&text)
                    == #"[{"nom":"lieux","type":"choix multiple","valeurs":["nord","sud"]},"#
                    + #"{"nom":"urgente","type":"oui/non","valeurs":[]}]"#)
            #expect(unsafe bienfonde_fingerprint(engine, &text) == BIENFONDE_OK)
            #expect(unsafe taken(&text).hasPrefix("sha256:"))
        }
    }

    @Test(arguments: [
        ("2024-02-30", "{}", BIENFONDE_USAGE, "«\u{A0}2024-02-30\u{A0}» n’est pas une date de la forme 2024-02-29"),
        (nil, "{", BIENFONDE_UNUSABLE, "cas:1:2: erreur[json-syntaxe]"),
        (nil, "{}", BIENFONDE_OK, ""),
    ])
    func saysWhatIsWrong(_ date: String?, _ json: String, _ status: Int, _ words: String) throws {
        try withEngine { engine in
            var text = unsafe bienfonde_text()
            let bytes = Array(json.utf8)
            let found = unsafe (date ?? "").withCString { day in
                var options = unsafe bienfonde_options()
                if date != nil { unsafe options.date = day }
                return unsafe bienfonde_decide_case(engine, bytes, bytes.count, &options, &text)
            }
            #expect(found == status)
            #expect(lastError().hasPrefix(words))
            unsafe bienfonde_release(&text)
        }
    }
}
