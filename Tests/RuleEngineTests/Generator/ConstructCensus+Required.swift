/// What the language can say: the generator must have said all of it.
extension ConstructCensus {
    /// The constructs that were never generated.
    var missing: [String] { Self.required.filter { counts[$0] == nil } }

    private static let types = ["oui/non", "choix", "choix multiple", "nombre", "date", "texte"]
    private static let methods = ["priorité", "unique", "cumul"]

    private static var required: [String] {
        let plain = [
            "vrai si", "définition en vigueur", "ligne de selon en vigueur", "règle", "ligne de tableau",
            "règle en vigueur",
            "écarte", "écarte plusieurs", "plusieurs conclusions", "règle sans si", "sauf", "paramètre en vigueur",
            "à préciser", "contrainte", "propriété", "toutes", "une", "aucune", "au moins", "non", "règle: une",
            "règle: plusieurs", "test d’une définition", "calendriers 0", "calendriers 1", "calendriers 2",
        ]
        return plain + vocabulary + calculations + types.flatMap { tests(of: $0) } + methods.flatMap { tests(on: $0) }
    }

    private static var vocabulary: [String] {
        types.flatMap { ["fait " + $0, "présumé " + $0] }
            + ["oui/non", "nombre", "date", "texte"].map { "paramètre " + $0 }
            + types.filter { $0 != "choix multiple" }.map { "selon " + $0 }
            + ["constante", "paramètre", "fait", "définition"].flatMap { ["vaut " + $0, "calcul sur " + $0] }
    }

    private static var calculations: [String] {
        let numbers = ["jours", "jours ouvrables", "somme", "produit", "différence", "minimum", "maximum"]
        let dates = ["échéance en jours", "échéance en jours ouvrables", "minimum", "maximum"]
        return numbers.map { "calcul \($0) nombre" } + dates.map { "calcul \($0) date" }
    }

    private static func tests(of type: String) -> [String] {
        let order = ["above", "atLeast", "below", "atMost"]
        let comparators =
            ["oneOf", "oneOf liste", "noneOf", "noneOf liste"]
            + (type == "choix multiple" ? ["containsAll", "containsAll liste"] : [])
            + (["nombre", "date"].contains(type) ? order : [])
        // A parameter is never a choice.
        let operands = ["constante", "fait", "définition"] + (type.hasPrefix("choix") ? [] : ["paramètre"])
        return comparators.map { "test \(type) \($0)" } + operands.map { "test \(type) sur \($0)" }
            + ["plusieurs comparateurs " + type]
    }

    private static func tests(on method: String) -> [String] {
        let comparators = ["oneOf", "noneOf"] + (method == "cumul" ? ["containsAll"] : [])
        return (comparators + ["sans objet", "plusieurs comparateurs"]).map { "test \(method) \($0)" }
            + ["méthode " + method, "applicable si, " + method]
    }
}
