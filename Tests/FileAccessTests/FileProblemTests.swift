import Glibc
import Testing

@testable import FileAccess

@Suite("What the system refused") struct FileProblemTests {
    private static let sentences: [(FileProblem.Subject, FileProblem.Action, FileProblem.Reason, String)] = [
        (.path("d"), .list, .notAFolder, "«\u{A0}d\u{A0}» n’est pas un dossier"),
        (.path("d/f"), .read, .notAFolder, "un élément de «\u{A0}d/f\u{A0}» n’est pas un dossier"),
        (.path("t"), .read, .notAFile, "«\u{A0}t\u{A0}» n’est ni un fichier ni un dossier"),
        (.path("d"), .list, .permissionDenied, "la lecture du dossier «\u{A0}d\u{A0}» n’est pas permise"),
        (
            .path("f"), .write, .readOnly,
            "l’écriture de «\u{A0}f\u{A0}» est impossible\u{A0}: l’emplacement est en lecture seule"
        ),
        (.path("f"), .read, .linkLoop, "«\u{A0}f\u{A0}» passe par des liens qui tournent en rond"),
        (.path("f"), .list, .nameNotText, "le nom de «\u{A0}f\u{A0}» n’est pas en UTF-8; renommez-le"),
        (.path("f"), .read, .tooLarge(limit: 4 << 20), "«\u{A0}f\u{A0}» dépasse la limite de 4\u{A0}Mio"),
        (.path("f"), .read, .tooLarge(limit: 64 << 10), "«\u{A0}f\u{A0}» dépasse la limite de 64\u{A0}Kio"),
        (.path("f"), .read, .tooLarge(limit: 1000), "«\u{A0}f\u{A0}» dépasse la limite de 1000\u{A0}octets"),
        (.path("t"), .read, .nobodyWrites, "rien n’arrive par «\u{A0}t\u{A0}»\u{A0}: aucun programme n’y écrit"),
        (
            .standardError, .write, .closedPipe,
            "l’écriture de la sortie d’erreur a échoué\u{A0}: le lecteur est parti"
        ),
        (
            .standardInput, .read, .tooManyOpenFiles,
            "la lecture de l’entrée standard a échoué\u{A0}: trop de fichiers sont ouverts"
        ),
        (
            .path("d"), .watch, .tooManyWatched,
            "la surveillance de «\u{A0}d\u{A0}» a échoué\u{A0}: le système ne peut surveiller plus de dossiers (fs.inotify.max_user_watches)"
        ),
        (.path("d"), .watch, .missing, "le dossier «\u{A0}d\u{A0}» n’existe pas"),
        (.path("f"), .write, .other(EIO), "l’écriture de «\u{A0}f\u{A0}» a échoué\u{A0}: erreur d’entrée-sortie"),
        (.path("f"), .read, .other(ENODEV), "la lecture de «\u{A0}f\u{A0}» a échoué\u{A0}: appareil absent"),
        (
            .path("f"), .write, .other(ETXTBSY),
            "l’écriture de «\u{A0}f\u{A0}» a échoué\u{A0}: fichier en cours d’utilisation"
        ),
        (.path("f"), .write, .other(EISDIR), "l’écriture de «\u{A0}f\u{A0}» a échoué\u{A0}: c’est un dossier"),
        (
            .path("f"), .read, .other(9999),
            "la lecture de «\u{A0}f\u{A0}» a échoué\u{A0}: erreur nº\u{A0}9999 du système"
        ),
    ]

    @Test("is said in one sentence", arguments: sentences.indices) func sentence(_ index: Int) {
        let (subject, action, reason, sentence) = Self.sentences[index]
        #expect(FileProblem(subject, action, reason).sentence == sentence)
    }

    @Test(
        "has the reason that its number tells",
        arguments: [
            (EROFS, .readOnly), (EPERM, .permissionDenied), (EILSEQ, .nameNotText), (EDQUOT, .noSpace),
            (EMFILE, .tooManyOpenFiles), (ENFILE, .tooManyOpenFiles), (EWOULDBLOCK, .inUse), (EIO, .other(EIO)),
        ] as [(Int32, FileProblem.Reason)])
    func reason(_ code: Int32, _ reason: FileProblem.Reason) {
        #expect(SystemError(code).problem(.path("f"), .read) == FileProblem(.path("f"), .read, reason))
    }

    @Test("no room for a watch is not a full disk") func noRoomForAWatch() {
        #expect(SystemError(ENOSPC).problem(.path("d"), .watch).reason == .tooManyWatched)
        #expect(SystemError(ENOSPC).problem(.path("d"), .write).reason == .noSpace)
    }
}
