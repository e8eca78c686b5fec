import Glibc
import SourceText

/// Wording: what the operating system refused.
extension FileProblem {
    /// One line of French, lower case, no full stop; safe to print whatever the path holds.
    package var sentence: String {
        switch reason {
        case .missing: missing
        case .isFolder: "\(name) est un dossier, pas un fichier"
        case .notAFolder:
            action == .list ? "\(name) n’est pas un dossier" : "un élément de \(name) n’est pas un dossier"
        case .notAFile: "\(name) n’est ni un fichier ni un dossier"
        case .permissionDenied: "\(actionName) n’est pas permise"
        case .readOnly: "\(actionName) est impossible\u{A0}: l’emplacement est en lecture seule"
        case .nameTooLong: "\(name) est un chemin trop long"
        case .linkLoop: "\(name) passe par des liens qui tournent en rond"
        case .nameNotText: "le nom de \(name) n’est pas en UTF-8; renommez-le"
        case .tooLarge(let limit): "\(name) dépasse la limite de \(Self.size(limit))"
        case .nobodyWrites: "rien n’arrive par \(name)\u{A0}: aucun programme n’y écrit"
        case .noSpace: "\(actionName) a échoué\u{A0}: il ne reste plus d’espace"
        case .closedPipe: "\(actionName) a échoué\u{A0}: le lecteur est parti"
        case .closed: "\(name) est fermée"
        case .tooManyOpenFiles: "\(actionName) a échoué\u{A0}: trop de fichiers sont ouverts"
        case .holdsOther(let inside):
            "le dossier \(name) contient «\u{A0}\(Self.shown(inside))\u{A0}», que cette commande n’a pas écrit; il n’est pas remplacé\u{A0}: nommez un dossier nouveau ou vide"
        case .tooManyWatched:
            "\(actionName) a échoué\u{A0}: le système ne peut surveiller plus de dossiers (fs.inotify.max_user_watches)"
        case .inUse: "\(name) est déjà en cours d’écriture par un autre programme"
        case .damaged(let format): "\(name) n’est pas du \(format) lisible"
        case .truncated: "\(name) est tronqué\u{A0}: la fin des données compressées manque"
        case .other(let code): "\(actionName) a échoué\u{A0}: \(Self.cause(code))"
        }
    }

    private var missing: String {
        switch action {
        case .read: "le fichier \(name) n’existe pas"
        case .list, .watch: "le dossier \(name) n’existe pas"
        case .write: "le dossier où écrire \(name) n’existe pas"
        }
    }

    private var actionName: String {
        switch action {
        case .read: "la lecture de \(name)"
        case .list: "la lecture du dossier \(name)"
        case .write: "l’écriture de \(name)"
        case .watch: "la surveillance de \(name)"
        }
    }

    private var name: String {
        switch subject {
        case .path(let path): "«\u{A0}\(Self.shown(path))\u{A0}»"
        case .standardInput: "l’entrée standard"
        case .standardOutput: "la sortie standard"
        case .standardError: "la sortie d’erreur"
        }
    }

    /// How much of a path is shown: its end, which names the file.
    private static let shownLength = 200

    private static func shown(_ path: String) -> String {
        let visible = Visible.text(path)
        let scalars = visible.unicodeScalars
        return scalars.count <= shownLength ? visible : "…" + String(scalars.suffix(shownLength - 1))
    }

    private static func size(_ bytes: Int) -> String {
        if bytes >= 1 << 20, bytes.isMultiple(of: 1 << 20) { return "\(bytes >> 20)\u{A0}Mio" }
        if bytes >= 1 << 10, bytes.isMultiple(of: 1 << 10) { return "\(bytes >> 10)\u{A0}Kio" }
        return "\(bytes)\u{A0}octets"
    }

    private static func cause(_ code: Int32) -> String {
        switch code {
        case EIO: "erreur d’entrée-sortie"
        case EFBIG: "fichier trop grand pour cet emplacement"
        case ENXIO, ENODEV: "appareil absent"
        case ETXTBSY, EBUSY: "fichier en cours d’utilisation"
        case EISDIR: "c’est un dossier"
        default: "erreur nº\u{A0}\(code) du système"
        }
    }
}
