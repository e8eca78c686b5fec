import PolicyValues
import RuleCases
import RuleEngine
import RuleJSON
import RuleModel
import RulePipeline
import RuleReceipts
import SourceText

/// Decisions of a small policy kept as receipts.
struct Kept {
    let set: RuleSet
    let program: Program

    struct Unusable: Error { let reasons: String }

    init(_ rules: String = Self.rules) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let input = RuleSetLoader.Input(path: "r.yaml", bytes: Array(rules.utf8))
        let set = RuleSetLoader.load([input], folder: "Rules", into: &library, &bag)
        guard let set, !bag.hasErrors else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        self.set = set
        program = Program(set)
    }

    static let today = CivilDate(iso: "2024-07-01") ?? .first

    /// The receipts of the cases of a file, decided.
    ///
    /// - Parameter other: rules of the same names, which the receipts call those that decided.
    func receipt(of cases: String, asked: CivilDate? = nil, writtenAsOf other: Kept? = nil) throws -> [UInt8] {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "cas.yaml", bytes: Array(cases.utf8))
        let (requetes, isList) = CaseLoader.load(file, .either, of: set, in: library, into: &bag)
        var decider = CaseDecider(program, asked: asked, today: Self.today)
        let decided = requetes.compactMap { requete in
            decider.decide(requete, into: &bag).map { (requete: requete, decision: $0) }
        }
        guard !bag.hasErrors else { throw Unusable(reasons: DiagnosticPrinter(library).print(bag)) }
        return ReceiptWriter(other?.set ?? set, program: "1.2.3", day: Self.today, asked: asked)
            .bytes(of: decided, isList: isList)
    }

    /// What a file of receipts holds, and what is wrong with it.
    static func read(_ bytes: [UInt8]) -> (entries: [ReceiptReader.Entry], problems: [String]) {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let file = library.add(path: "recu.json", bytes: bytes)
        let entries = ReceiptReader.read(file, in: library, into: &bag)
        return (entries, bag.sorted.map { "\($0.code.rawValue) \($0.message)" })
    }

    static func receipts(_ bytes: [UInt8]) -> [Receipt] {
        read(bytes).entries.compactMap { if case .receipt(let receipt) = $0 { receipt } else { nil } }
    }

    /// Whether deciding again gives what was kept, byte for byte.
    func repeats(_ receipt: Receipt) -> Bool {
        guard case .decided(let again) = ReceiptDecider(set).decide(receipt) else { return false }
        return again.bytes(.canonical) == receipt.decision.bytes(.canonical)
    }

    static let rules = """
        politique: { nom: Petite politique, version: "1", date de référence: reçue le }
        faits:
          reçue le: { question: Quand?, type: date }
          urgente: { question: Urgente?, type: oui/non }
          perdue: { question: Perdue?, type: oui/non }
          montant: { question: Combien?, type: nombre }
          sujets: { question: Lesquels?, type: choix multiple, valeurs: { eau: De l’eau, feu: Du feu } }
          remarque: { question: Quoi?, type: texte, usage: pour l’équipe }
          mot: { question: Quel mot?, type: texte }
        décisions:
          priorité:
            question: En premier?
            issues: { tout de suite: En premier, à son tour: Après }
            méthode: unique
            par défaut: à son tour
          étiquettes:
            question: Lesquelles?
            issues: { eau: De l’eau, cher: De l’argent }
            méthode: cumul
        règles:
          urgence: { si: { urgente: oui }, conclut: { priorité: tout de suite }, motif: "Urgente. {{remarque}}" }
          attente: { si: { perdue: oui }, conclut: { priorité: à son tour } }
          par-mot: { si: { mot: vite }, conclut: { étiquettes: cher } }
          par-montant: { si: { montant: { plus de: 2.5 } }, conclut: { étiquettes: cher } }
          par-sujet: { si: { sujets: eau }, conclut: { étiquettes: eau } }
        """
}
