import PageChecking
import Testing

@Suite("The strict eye")
struct StrictHTMLTests {
    @Test(
        "sees what is wrong",
        arguments: [
            "<p>a<p>b</p>", "<p>a & b</p>", "<p class=x>a</p>", "<ul><p>a</p></ul>", "<ul>a</ul>", "<p><ul></ul></p>",
            "<a href=\"x\"><a href=\"y\">z</a></a>", "<p id=\"a\">x</p><p id=\"a\">x</p>", "<h3>a</h3>",
            "<span>a</p>", "<a>x</a>", "<b>x</b>", "<p onclick=\"x\">x</p>",
        ])
    func isStrict(_ body: String) {
        let whole = Self.page(body)
        #expect(!StrictHTML(whole).problems.isEmpty)
    }

    @Test("accepts what is right") func isFair() {
        let problems = StrictHTML(Self.page("<p id=\"a\">x &amp; <a href=\"#a\">y</a></p>")).problems
        #expect(problems == [])
    }

    private static func page(_ body: String) -> String {
        "<!DOCTYPE html>\n<html lang=\"fr-CA\"><head><title>t</title></head><body><h1>t</h1>\(body)</body></html>"
    }
}
