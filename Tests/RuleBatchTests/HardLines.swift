/// Lines for ``SmallRules``, each with something that a reader may get wrong.
enum HardLines {
    static var all: [String] { usual + rare + refused + long }

    /// Read the fast way.
    static let usual = [
        #"{"nom":"un","faits":{"urgente":"oui","âge":17.9999,"reçue le":"2024-02-29","motifs invoqués":["accueil"]}}"#,
        #"{"faits":{"urgente":"oui"},"nom":"les faits d’abord"}"#,
        #"{"nom":"L’été à Trois-Rivières — « œuvre »…","faits":{}}"#,
        #"{"nom":null,"faits":{"urgente":null}}"#,
        #"{"nom":"","faits":{"urgente":"","âge":"inconnu"}}"#,
        #"  {  "nom" : "blancs" , "faits" : { "urgente" : "oui" , "motifs invoqués" : [ "retard" , "accueil" ] } }  "#,
        "\t{\"nom\"\t:\t\"tab\",\"faits\":{\"urgente\":true\t}}\r",
        #"{"nom":"date","date":"2022-06-08","faits":{}}"#,
        #"{"nom":"bornes","faits":{"âge":0}}"#, #"{"nom":"bornes","faits":{"âge":120}}"#,
        #"{"nom":"texte","faits":{"âge":"017.5","perdue":"non"}}"#, #"{"nom":"zéro","faits":{"âge":-0}}"#,
        #"{"nom":"ensemble","faits":{"motifs invoqués":[]}}"#, #"{"faits":{"motifs invoqués":"retard"}}"#,
        #"{"nom":"deux fois","faits":{"motifs invoqués":["retard","retard"]}}"#,
        #"{"nom":"récit","récit":"Il dit : « non » 🙂","faits":{}}"#,
        #"{"nom":"12345678","faits":{}}"#, #"{"nom":"123456789012345","faits":{}}"#,
    ]

    /// Read, by way of the plain decider or not.
    static let rare = [
        "{}", #"{"faits":null}"#, #"{"nom":"~"}"#, #"{"nom":"null"}"#, #"{"nom":" bord "}"#, #"{"nom":7}"#,
        #"{"nom":true}"#,
        #"{"n\u006fm":"échappé","faits":{"urg\u0065nte":"o\u0075i"}}"#, #"{"nom":"guillemet \" et \\ et \/"}"#,
        "{\"nom\":\"Cafe\u{301}\",\"faits\":{\"a\u{302}ge\":3}}", "{\"nom\":\"U+2028 \u{2028} dedans\",\"faits\":{}}",
        "{\"nom\":\"U+0085 \u{85} dedans\"}", "{\"nom\":\"masqu\u{200B}é \u{202E}\"}", "{\"nom\":\"\u{7F}\"}",
        "\u{FEFF}{\"nom\":\"marque\",\"faits\":{\"urgente\":\"oui\"}}", #"{"nom":"\ud83d\ude00"}"#,
        "{\"nom\":\"ŵ अ 한 中\",\"récit\":\"ŵ अ 한 中\"}", "{\"nom\":\"\u{50000}\u{10FFFF}\"}",
        "{\"récit\":\"\u{50000} \u{10FFFF}\",\"faits\":{\"urgente\":\"oui\"}}",
        #"{"faits":{"âge":1e1}}"#, #"{"faits":{"âge":12.50000}}"#, #"{"faits":{"âge":"~"}}"#,
        #"{"faits":{"âge":"null"}}"#,
        #"{"faits":{"urgente":" oui "}}"#, #"{"objets":[{"nom":"a","faits":{"urgente":"oui"}},{"faits":{}}]}"#,
        #"{"attendu":{},"faits":{}}"#, #"{"date":null,"faits":{}}"#,
        #"{"nom":"accueil","faits":{"motifs invoqués":["L'accueil"]}}"#,
        #"{"faits":{"urgente":"oui","perdue":"inconnu"}}"#, #"{"faits":{"reçue le":"0001-01-01"},"date":"9999-12-31"}"#,
    ]

    static let refused = [
        "x", "[]", "null", #""texte""#, "{", "}", #"{"nom""#, #"{"nom":"sans fin}"#, #"{"nom":"a",}"#,
        #"{"nom":"a"} {}"#,
        #"{"nom":"a"}x"#, #"{"nom":"a","nom":"b"}"#, #"{"faits":{},"faits":{}}"#,
        #"{"faits":{"urgente":"oui","urgente":"oui"}}"#,
        #"{"faits":{"urgente":null,"urgente":"oui"}}"#, #"{"faits":{"urgente":"oui",}}"#, #"{"faits":{"urgente":oui}}"#,
        #"{"faits":{"urgente":"Oui"}}"#, #"{"faits":{"urgente":1}}"#, #"{"faits":{"urgente":truex}}"#,
        #"{"faits":{"urgente":tru}}"#,
        #"{"faits":{"urgente":nul}}"#, #"{"faits":{"urgente":["oui"]}}"#, #"{"faits":{"urgente":{}}}"#,
        #"{"faits":[]}"#,
        #"{"faits":{"âge":012}}"#, #"{"faits":{"âge":1.}}"#, #"{"faits":{"âge":.5}}"#, #"{"faits":{"âge":+1}}"#,
        #"{"faits":{"âge":-}}"#,
        #"{"faits":{"âge":0x10}}"#, #"{"faits":{"âge":121}}"#, #"{"faits":{"âge":-1}}"#, #"{"faits":{"âge":0.00001}}"#,
        #"{"faits":{"âge":99999999999999999999}}"#, #"{"faits":{"âge":"1e1"}}"#, #"{"faits":{"âge":"12,5"}}"#,
        #"{"faits":{"âge":1 2}}"#,
        #"{"faits":{"reçue le":"2023-02-29"}}"#, #"{"faits":{"reçue le":"2024-2-1"}}"#,
        #"{"faits":{"reçue le":"0000-01-01"}}"#,
        #"{"faits":{"reçue le":"2024-13-01"}}"#, #"{"faits":{"reçue le":20240301}}"#,
        #"{"faits":{"reçue le":"2024-01-01T00:00"}}"#,
        #"{"faits":{"reçue le":"2022-06-07"}}"#, #"{"date":"2022-06-07","faits":{}}"#, #"{"date":"hier"}"#,
        #"{"date":"2024-01-01"#,
        #"{"faits":{"motifs invoqués":["retard",]}}"#, #"{"faits":{"motifs invoqués":["inconnu"]}}"#,
        #"{"faits":{"motifs invoqués":[""]}}"#, #"{"faits":{"motifs invoqués":["retard" "accueil"]}}"#,
        #"{"faits":{"perdue":"oui","urgente":"oui"}}"#, #"{"faits":{"priorité":"oui d'abord"}}"#,
        #"{"faits":{"inventé":"oui"}}"#,
        #"{"Faits":{}}"#, #"{"nom":"\ud800"}"#, #"{"nom":"\q"}"#, "{\"nom\":\"brut\u{1}\"}", "{'nom':'a'}",
        "{\"nom\":«a»}",
        "{\"nom\":\"a\"} // fin", "{\"faits\":{\"urgente\":\"oui\"}\u{A0}}", "\u{FEFF}\u{FEFF}{}",
    ]

    /// Deep and long ones.
    static let long = [
        String(repeating: "[", count: 65), #"{"faits":"# + String(repeating: #"{"a":"#, count: 70),
        #"{"nom":""# + String(repeating: "a", count: 70_000) + #"","faits":{"urgente":"oui"}}"#,
        #"{"nom":""# + String(repeating: "é", count: 20_000) + #"","faits":{"urgente":"oui"}}"#,
        #"{"récit":""# + String(repeating: "long ", count: 12_000) + #"","faits":{}}"#,
        #"{"faits":{"âge":"# + String(repeating: "1", count: 2_000) + "}}",
        #"{"faits":{"# + String(repeating: " ", count: 70_000) + #""urgente":"oui"}}"#,
    ]
}
