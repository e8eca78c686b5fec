import RuleAnalysis
import Testing

@Suite struct FindingCodeTests {
    @Test(
        "each code has its level",
        arguments: [
            ("règle-morte", "erreur"), ("règle-couverte", "note"), ("conflit", "erreur"),
            ("issue-inatteignable", "avertissement"), ("contraintes-contradictoires", "erreur"),
            ("propriété-réfutée", "erreur"), ("propriété-non-démontrée", "avertissement"),
            ("condition-constante", "avertissement"), ("exception-inutile", "avertissement"),
            ("écarte-inutile", "avertissement"), ("ligne-masquée", "avertissement"), ("lignes-en-conflit", "erreur"),
            ("lacune", "avertissement"), ("fait-sans-effet", "avertissement"), ("source-absente", "erreur"),
            ("extrait-introuvable", "erreur"), ("versions-chevauchantes", "erreur"), ("texte-inconnu", "erreur"),
        ]) func level(code: String, level: String) throws
    {
        let found = try #require(FindingCode(rawValue: code))
        #expect(found.level.rawValue == level)
    }
}
