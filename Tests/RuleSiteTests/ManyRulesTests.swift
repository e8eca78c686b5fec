import Glibc
import PageChecking
import Testing

@testable import RuleSite

@Suite("A site of many rules")
struct ManyRulesTests {
    private static func rules(_ count: Int) -> String {
        let rules = (0..<count).map { number in
            """
              r\(number):
                titre: Règle numéro \(number)
                si: { a: oui, n: { plus de: \(number) } }
                conclut: { d: i }
                motif: "Le nombre est {{n}}."
                source: { ajout: Pour mesurer. }
                exemples: [{ faits: { a: non }, attendu: faux }]
            """
        }
        return """
            politique: { nom: N, version: "1" }
            faits: { a: { question: A?, type: oui/non }, n: { question: N?, type: nombre } }
            décisions: { d: { question: D?, issues: { i: I }, méthode: cumul } }
            règles:
            \(rules.joined(separator: "\n"))

            """
    }

    /// Processor time of this thread: what else the machine does is not counted.
    private func duration(_ material: SiteMaterial) -> Duration {
        (0..<3).map { _ in
            let start = Self.threadTime
            _ = SiteWriter(material).files
            return Self.threadTime - start
        }.min() ?? .zero
    }

    private static var threadTime: Duration {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    @Test("four times the rules take about four times as long, not sixteen") func isLinear() throws {
        let few = try SampleSite.of(Self.rules(60))
        let many = try SampleSite.of(Self.rules(240))
        #expect(many.problems() == [] && many.brokenLinks() == [])
        let ratio = duration(many.material) / duration(few.material)
        #expect(ratio < 9, "\(ratio)")
    }

    @Test("a drawing of too many rules is left out, and said") func drawing() throws {
        let page = try SampleSite.of(Self.rules(60)).page("decisions/d.html")
        #expect(page.text.contains("un dessin ne se lirait pas"))
        let home = try SampleSite.of(Self.rules(60)).page("index.html")
        #expect(home.text.contains("et 44\u{A0}autres règles"))
    }
}
