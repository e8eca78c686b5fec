import Foundation
import RuleExplanation
import RuleJSON
import Testing

@Suite struct GoldenTests {
    @Test(arguments: ["delai", "ouvert", "objets"]) func show(_ name: String) throws {
        let sample = try Sample()
        let decided = try sample.decide(Sample.bytes("cas/\(name).yaml"))
        let json = DecisionJSON(sample.set, placedBy: sample.places)
        let page = PageWriter(sample.set, placedBy: sample.places).page(of: decided, fingerprint: json.fingerprint(of: decided))
        let out = "/tmp/h6out/\(name)"
        try TextRenderer().render(page).write(toFile: out + ".txt", atomically: true, encoding: .utf8)
        try HTMLRenderer().render(page).write(toFile: out + ".html", atomically: true, encoding: .utf8)
        try MarkdownRenderer().render(page).write(toFile: out + ".md", atomically: true, encoding: .utf8)
        try json.value(of: decided).text(.pretty).write(toFile: out + ".json", atomically: true, encoding: .utf8)
    }
}
