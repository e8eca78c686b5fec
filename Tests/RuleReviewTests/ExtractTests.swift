import SourceText
import Testing

@testable import RuleReview

/// A document as a scan gives it: each line here is one of the file.
private let scanned = """
     1. Objectif et champ d’application

    Le présent document vise a encadrer la gestion des plaintes au ministere de 'lmmigration. ll s'adresse a
    I'ensemble du personnel, qui répond dans les 45 jours ouvrables. Les requétes sont traitées de fagon équi-
    table par l'unité | concernée; la c1ientèle est avisée de toute irrégu1arité. Il n'est pas permis de refuser.

    e Laplainte concernant un appel d’offres public et un contrat de gré a gré?;
    e Les dénonciations3 ;
    e Le plan d’action en matieére de gestion rnensuelle des 100 dossiers pris en charg-
    e par l’équipe.
    """

@Suite struct ExtractTests {
    private let matcher = ExtractMatcher(ScannedText(Array(scanned.utf8), isDocument: true))

    @Test(
        "is found whatever the scan did to it",
        arguments: [
            "Le présent document vise à encadrer la gestion des plaintes", "LE PRESENT DOCUMENT VISE A ENCADRER",
            "ministère de l’Immigration", "Il s’adresse à l’ensemble du personnel",
            "Les requêtes sont traitées de façon équitable", "l’unité concernée", "la clientèle est avisée",
            "toute irrégularité", "La plainte concernant un appel d’offres public et un contrat de gré à gré",
            "contrat de gré à gré; les dénonciations", "Les dénonciations",
            "plan d’action en matière de gestion",
            "gestion mensuelle", "45 jours ouvrables", "  Le   présent\ndocument ",
            "l'ensemble — du personnel (qui répond)",
            "Le présent document […] Les requêtes sont traitées", "document [...] personnel … 45 jours",
            "des 100 dossiers",
            "dossiers pris en charge par l’équipe",
        ]) func isFound(_ extract: String)
    {
        #expect(matcher.find(extract) != nil)
    }

    @Test(
        "is not found where a word differs, is missing or is added",
        arguments: [
            "Le présent document vise à limiter la gestion des plaintes", "la gestion des commentaires",
            "qui répond dans les 30 jours ouvrables", "dans les 145 jours ouvrables", "dans les 5 jours",
            "Il est permis de refuser", "Il n’est pas interdit de refuser", "sont traitées équitablement",
            "la gestion diligente des plaintes", "Le document vise", "plaintes […] présent document",
            "toute régularité", "régularité", "unité concern", "cerner", "la gest", "00 dossiers",
            "des 10 dossiers", "des 00 dossiers", "xyz", "",
        ]) func isNotFound(_ extract: String)
    {
        #expect(matcher.find(extract) == nil)
    }

    @Test("has its lines, also over a line end") func lines() throws {
        var library = SourceLibrary()
        let file = library.add(path: "texte.txt", bytes: Array(scanned.utf8))
        let passage = try #require(matcher.find("traitées de façon équitable par l’unité"))
        let range = SourceRange(
            file: file, start: UInt32(passage.bytes.lowerBound), end: UInt32(passage.bytes.upperBound))
        let places = FindingPlaces(library)
        #expect(places.start(of: range).line == 4)
        #expect(places.lastLine(of: range) == 5)
        #expect(
            String(decoding: library.bytes(in: range), as: UTF8.self) == "traitées de fagon équi-\ntable par l'unité")
    }

    @Test(
        "that is missing shows the nearest passage and the difference",
        arguments: [
            ("document vise à limiter la gestion des plaintes", "limiter", "encadrer"),
            ("qui répond dans les 30 jours ouvrables", "30", "45"),
            ("Il est permis de refuser", "", "n pas"),
            ("la gestion diligente des plaintes au ministère", "diligente", ""),
        ]) func nearest(_ extract: String, _ wanted: String, _ found: String) throws
    {
        let nearest = try #require(DocumentWords(Array(scanned.utf8)).nearest(to: extract))
        let words = nearest.differences
        #expect(words.map(\.extract).filter { !$0.isEmpty }.joined(separator: " ") == wanted)
        #expect(words.map(\.document).filter { !$0.isEmpty }.joined(separator: " ") == found)
    }

    @Test("far from everything shows no passage") func noneNear() {
        #expect(DocumentWords(Array(scanned.utf8)).nearest(to: "rien de tout cela ne se trouve ici, vraiment") == nil)
    }

    @Test("is looked for in its section first") func section() throws {
        let text = "1. Un\nLes plaintes sont lues.\n1.1. Deux\nAutre chose.\n2. Trois\nLes plaintes sont lues.\nFin\n"
        var library = SourceLibrary()
        let document = DocumentText(library.add(path: "t", bytes: Array(text.utf8)), in: library)
        let first = try #require(document.section("1, note 3"))
        let second = try #require(document.section("2"))
        #expect(document.section("9") == nil)
        #expect(String(decoding: Array(text.utf8)[first], as: UTF8.self).hasSuffix("Autre chose.\n"))
        let extract = "Les plaintes sont lues"
        #expect(try #require(document.matcher.find(extract, preferably: second)).bytes.lowerBound > second.lowerBound)
        #expect(try #require(document.matcher.find(extract, preferably: first)).bytes.upperBound < second.lowerBound)
    }
}
