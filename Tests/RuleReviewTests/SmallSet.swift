import Foundation
import RuleAnalysis
import RuleModel
import RulePipeline
import SourceText
import Testing

@testable import RuleReview

/// A set of a few lines, loaded from memory or from a folder.
struct SmallSet {
    static let head = """
        politique: { nom: Petite, version: "1", en vigueur: 2022-06-08 VÉRIFICATION }
        faits:
          urgente: { question: Est-ce urgent?, type: oui/non }
          montant: { question: Combien?, type: nombre }
        décisions:
          suite:
            question: Que fait-on?
            issues: { agir: on agit, attendre: on attend }
            méthode: priorité
            par défaut: attendre
        règles:
          agir-vite: { si: { urgente: oui, montant: 4 }, conclut: { suite: agir }, source: { ajout: essai } }

        """

    let set: RuleSet
    let library: SourceLibrary

    /// - Parameter levels: the entries of `vérification`.
    init(_ more: String, levels: String = "") throws {
        let levels = levels.isEmpty ? "" : ", vérification: { \(levels) }"
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        let files = [Self.head.replacing(" VÉRIFICATION", with: levels), more].enumerated().map {
            RuleSetLoader.Input(path: "Rules/\($0).yaml", bytes: Array($1.utf8))
        }
        let set = RuleSetLoader.load(files, folder: "Rules", into: &library, &bag)
        self.set = try #require(set, "\(DiagnosticPrinter(library).print(bag))")
        self.library = library
    }

    /// Names and versions.
    var findings: [Finding] { NameReview.findings(in: set) + VersionReview.findings(in: set) }

    /// `code niveau nom, nom`.
    var summaries: [String] { findings.map(\.summary).sorted() }
}

extension Finding {
    var summary: String { "\(code.rawValue) \(level.rawValue) \(names.joined(separator: ", "))" }
}
