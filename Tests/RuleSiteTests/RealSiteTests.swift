import PageChecking
import PolicyValues
import RuleEngine
import RuleFixtures
import RuleModel
import Testing

@testable import RuleSite

@Suite("The site of the real policy")
struct RealSiteTests {
    private let site: SampleSite

    init() throws { site = try SampleSite.real.get() }

    private var set: RuleSet { site.material.set }

    @Test("every page is well made") func pages() {
        #expect(site.pages.count > 200)
        #expect(site.problems() == [])
    }

    @Test("every link leads somewhere in the site, and every page is reached") func links() {
        #expect(site.brokenLinks() == [])
        #expect(site.unreachedPages() == [])
    }

    @Test("every entry and every case has a page, with its name as title") func entries() throws {
        let book = AddressBook(site.material)
        for entry in Entry.Kind.allCases.flatMap({ set.entries($0) }) {
            let title = try site.page(book[entry].path).heading
            #expect(title.hasPrefix(String(set.label(of: entry).prefix(20))))
        }
        for address in book.fixtures { _ = try site.page(address.path) }
    }

    @Test("a rule's page says when it applies in sentences, not in the language of the files") func sentences() throws {
        let page = try site.text("regles/contestation-de-decision.html")
        #expect(page.contains(">La requête conteste une décision.</a>"))
        #expect(page.contains("Un mécanisme de révision ou d’appel est prévu"))
        #expect(!page.contains("conteste une décision: oui"))
        #expect(page.contains("<strong>non recevable</strong>"))
        #expect(page.contains(">Réexamen prévu</th>"))
    }

    @Test("each cited passage leads to what cites it, and that leads back") func bothWays() throws {
        let book = AddressBook(site.material)
        let index = PassageIndex(site.material)
        let reading = try #require(index.documents.first)
        let text = try site.page("texte/politique-cadre.html")
        let addresses = Set(text.addresses)
        #expect(reading.passages.count > 100)
        for passage in reading.passages {
            let isReached = text.ids.contains(passage.anchor) && addresses.contains("#\(passage.note)")
            #expect(isReached, "passage \(passage.number)")
            for case .entry(let entry) in passage.referrers {
                let there = addresses.contains("../\(book[entry].path)")
                let own = try site.page(book[entry].path).addresses
                let back = own.contains("../texte/politique-cadre.html#\(passage.anchor)")
                #expect(there && back, "\(set.name(of: entry))")
            }
        }
    }

    @Test("what no rule answers for is said with its reason") func exempt() throws {
        let text = try site.page("texte/politique-cadre.html").text
        let coverage = try site.page("couverture.html").text
        let reasons = set.documents.flatMap(\.exempt).map(\.reason)
        #expect(reasons.count > 30)
        let starts = reasons.map { String($0.prefix(40)) }
        #expect(starts.filter { !text.contains($0) || !coverage.contains($0) } == [])
        #expect(text.contains("Aucune règle ne cite ce passage."))
    }

    @Test("the document is there in full") func wholeText() throws {
        let reading = try #require(PassageIndex(site.material).documents.first)
        let shown = try site.page("texte/politique-cadre.html").text
        let words = Set(shown.split { !$0.isLetter })
        let missing = reading.text(0..<reading.bytes.count).split { !$0.isLetter }.filter { !words.contains($0) }
        #expect(missing.isEmpty, "\(missing)")
    }

    @Test("the cases in which a rule applies are those of its page") func fixtures() throws {
        let book = AddressBook(site.material)
        let id = try #require(set.ruleNames["contestation-de-decision"])
        let applying = site.material.fixtures.indices.filter { place in
            site.material.fixtures[place].decided?.all.contains { $0.examination.evaluation[id] == .yes } == true
        }
        let addresses = Set(try site.page(book[.rule(id)].path).addresses)
        #expect(applying.count > 3)
        for (place, address) in book.fixtures.enumerated() {
            #expect(addresses.contains("../\(address.path)") == applying.contains(place), "\(address.path)")
        }
    }

    @Test("nothing is asked of another machine, and nothing is styled or scripted in place") func standsAlone() {
        for (path, page) in site.pages {
            // An address with a colon would have a scheme.
            #expect(page.addresses.allSatisfy { !$0.contains(":") && !$0.hasPrefix("/") }, "\(path)")
        }
        let sheet = site.files["site.css"] ?? ""
        let colors = sheet.matches(of: /#[0-9a-f]{3,8}\b/).count
        #expect(colors == sheet.matches(of: /--[a-z]+: #[0-9a-f]{6};/).count, "a colour outside of the palette")
        for file in ["site.css", "site.js"] {
            let text = site.files[file] ?? ""
            #expect(!text.isEmpty && !text.contains("http") && !text.contains("url(") && !text.contains("@import"))
        }
    }

    @Test("made twice, it is the same") func isDeterministic() {
        for file in SiteWriter(site.material).files {
            #expect(site.files[file.path] == file.text, "\(file.path)")
        }
    }
}
