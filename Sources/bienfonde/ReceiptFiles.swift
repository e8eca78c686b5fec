import ArgumentParser
import CommandLineFrench
import FileAccess
import RuleReceipts
import SourceText

/// The files of receipts that a command line names.
enum ReceiptFiles {
    /// Writes receipts for their owner alone, once they can be read again; ends the command when they are too many.
    static func write(_ bytes: [UInt8], to path: String, in session: Session) throws {
        var library = SourceLibrary()
        var bag = DiagnosticBag()
        _ = ReceiptReader.read(library.add(path: path, bytes: bytes), in: library, into: &bag)
        guard !bag.hasErrors else {
            session.say("bienfonde: il y a trop de cas pour un seul fichier de reçus; répartissez-les\n")
            throw ExitCode(ExitStatus.unusable)
        }
        try FileWriter.write(bytes, to: path, isPrivate: true)
    }

    /// What they hold, in their order. What is wrong with a file is in the session's bag, and will be said without
    /// what the cases say; the others are read all the same.
    static func read(_ paths: [String], in session: inout Session) throws(FileProblem) -> [ReceiptReader.Entry] {
        session.firstCaseFile = min(session.firstCaseFile, session.library.files.count)
        session.discretion = ReceiptReader.discretion
        let limit = Limits.receiptBytes + 1
        var all: [ReceiptReader.Entry] = []
        for path in paths {
            let bytes =
                try path == "-"
                ? FileReader.readStandardInput(limit: limit) : FileReader.read(path, limit: limit)
            let file = session.library.add(path: path == "-" ? "entrée standard" : path, bytes: bytes)
            all += ReceiptReader.read(file, in: session.library, into: &session.bag)
        }
        return all
    }
}
