import Testing

@testable import RuleSite

@Suite("Names of files and addresses")
struct NameTests {
    @Test(
        "are letters, digits and hyphens",
        arguments: [
            ("délai écoulé", "delai-ecoule"), ("a/b\\c:d", "a-b-c-d"), ("../../etc", "etc"),
            ("L’accès à l'information", "l-acces-a-l-information"),
            ("CON", "con-"), ("lpt1", "lpt1-"), ("index", "index-2"), ("…", "sans-nom"), ("Œuvre", "uvre"),
            ("tableau#3", "tableau-3"), ("  a  ", "a"),
        ])
    func areSafe(_ text: String, _ name: String) {
        var names = FileNames()
        let given = names.name(for: text)
        #expect(given == name || text == "Œuvre" && given.hasSuffix("uvre"))
    }

    @Test("no two are alike, whatever the case and the accents") func areDistinct() {
        var names = FileNames()
        let texts = [
            "Été", "ete", "ÉTÉ", "ete-2", "été!", String(repeating: "a", count: 200),
            String(repeating: "a", count: 300),
        ]
        let given = texts.map { names.name(for: $0) }
        #expect(Set(given).count == texts.count, "\(given)")
        for name in given { #expect(name.utf8.count < 100 && name == name.lowercased()) }
    }

    @Test(
        "an address is seen from where it is linked",
        arguments: [
            ("", "index.html", "regles", "a.html", "regles/a.html"),
            ("regles", "a.html", "", "index.html", "../index.html"),
            ("regles", "a.html", "faits", "b.html", "../faits/b.html"),
            ("regles", "a.html", "regles", "b.html", "b.html"),
        ])
    func references(_ folder: String, _ file: String, _ otherFolder: String, _ otherFile: String, _ expected: String) {
        let reference = PageAddress(folder, file).reference(to: PageAddress(otherFolder, otherFile))
        #expect(reference == expected)
    }
}
