import CBienFonde
import FileAccess
import SourceText

/// Why a call gives nothing: its status, and the sentence of `bienfonde_last_error()`. All the wording of the room.
struct CallProblem: Error {
    let status: Int32
    let sentence: String

    private init(_ status: Int, _ sentence: String) {
        self.status = Int32(status)  // bounded: constants of the header
        self.sentence = sentence
    }

    static func isNull(_ name: String) -> CallProblem {
        CallProblem(BIENFONDE_USAGE, "l’argument \(quoted(name)) est nul")
    }

    static func isNegative(_ name: String) -> CallProblem {
        CallProblem(BIENFONDE_USAGE, "la longueur \(quoted(name)) dépasse ce que la mémoire peut contenir")
    }

    static func unknownEngine(_ number: UInt64) -> CallProblem {
        CallProblem(BIENFONDE_USAGE, "le moteur \(number) n’existe pas ou a été rendu; chargez des règles d’abord")
    }

    static func notADate(_ text: String) -> CallProblem {
        CallProblem(BIENFONDE_USAGE, "\(quoted(text)) n’est pas une date de la forme 2024-02-29")
    }

    static func notTexts(_ format: String) -> CallProblem {
        CallProblem(
            BIENFONDE_USAGE,
            "le tableau Arrow est du type \(quoted(format)); il faut des textes (\(quoted("utf8")) ou "
                + "\(quoted("large_utf8"))), chacun un cas en JSON")
    }

    static let damagedArray = CallProblem(
        BIENFONDE_USAGE, "le tableau Arrow se contredit\u{A0}: ses longueurs ne vont pas ensemble")

    static let tooManyAnswers = CallProblem(
        BIENFONDE_USAGE,
        "les réponses dépassent ce qu’un tableau Arrow peut contenir (2\u{A0}Gio); donnez moins de lignes")

    static func unusable(_ diagnostics: String) -> CallProblem { CallProblem(BIENFONDE_UNUSABLE, diagnostics) }

    static func refused(_ problem: FileProblem) -> CallProblem { CallProblem(BIENFONDE_SYSTEM, problem.sentence) }

    static let noMemory = CallProblem(BIENFONDE_SYSTEM, "il n’y a plus de mémoire")
}
