import PolicyValues
import RuleBatch
import RuleEngine
import RuleModel
import RulePipeline
import SourceText
import Testing

/// A small policy and blocks of lines for it.
enum SampleBatch {
    static let rules = """
        politique: { nom: Petite, version: "1", date de référence: reçue le, en vigueur: { du: 2022-06-08 } }
        faits:
          reçue le: { question: Quand?, type: date }
          urgente: { question: Urgente?, type: oui/non }
          perdue: { question: Perdue?, type: oui/non, présumé: non }
          âge: { question: Âge?, type: nombre, min: 0, max: 120 }
          motifs invoqués: { question: Lesquels?, type: choix multiple, valeurs: { retard: Un retard, accueil: "L'accueil" } }
        décisions:
          priorité:
            question: Premier?
            issues: { oui d'abord: Oui, à son tour: Non }
            méthode: priorité
            par défaut: à son tour
          suites:
            question: Lesquelles?
            issues: { rappel: Un rappel, lettre: Une lettre }
            méthode: cumul
        règles:
          urgence: { si: { urgente: oui }, conclut: { priorité: oui d'abord } }
          enfance: { si: { âge: { moins de: 18 } }, conclut: { priorité: oui d'abord, suites: rappel } }
          excuses: { si: { motifs invoqués: retard }, conclut: { suites: lettre } }
        contraintes:
          cohérence: { si: { perdue: oui }, alors: { urgente: non } }
        """

    static func program() throws -> Program {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let input = RuleSetLoader.Input(path: "petite.yaml", bytes: Array(rules.utf8))
        let set = RuleSetLoader.load([input], folder: "petite", into: &library, &bag)
        return Program(try #require(set, "\(DiagnosticPrinter(library).print(bag))"))
    }

    static func settings(
        _ format: BatchSettings.Format = .ndjson, _ detail: BatchSettings.Detail = .complete
    ) -> BatchSettings {
        BatchSettings(
            format: format, detail: detail, asked: nil, today: CivilDate(year: 2024, month: 3, day: 4) ?? .first)
    }

    /// The lines as one block.
    static func block(_ lines: [String]) -> BatchBlock {
        var bytes: [UInt8] = []
        var places: [BatchBlock.Line] = []
        for (index, line) in lines.enumerated() {
            let start = bytes.count
            bytes += line.utf8
            places.append(BatchBlock.Line(start..<bytes.count, number: index + 1))
            bytes.append(0x0A)
        }
        return BatchBlock(bytes: bytes + [UInt8](repeating: 0, count: BatchBlock.padding), lines: places)
    }
}
