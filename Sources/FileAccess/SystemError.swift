import Glibc

/// The `errno` of a call that failed.
struct SystemError: Error {
    let code: Int32

    init(_ code: Int32 = errno) { self.code = code }

    /// The same, with what was being done to what.
    func problem(_ subject: FileProblem.Subject, _ action: FileProblem.Action) -> FileProblem {
        // A watch takes no space on a disk, but one of those that the system grants a user.
        FileProblem(subject, action, action == .watch && code == ENOSPC ? .tooManyWatched : reason)
    }

    private var reason: FileProblem.Reason {
        switch code {
        case ENOENT: .missing
        case EISDIR: .isFolder
        case ENOTDIR: .notAFolder
        case EACCES, EPERM: .permissionDenied
        case EROFS: .readOnly
        case ENAMETOOLONG: .nameTooLong
        case ELOOP: .linkLoop
        case EILSEQ: .nameNotText
        case ENOSPC, EDQUOT: .noSpace
        case EPIPE: .closedPipe
        case EBADF: .closed
        case EMFILE, ENFILE: .tooManyOpenFiles
        case EWOULDBLOCK: .inUse
        default: .other(code)
        }
    }
}

/// Does something, and says of a failure what was being done to what.
func naming<Result>(
    _ subject: FileProblem.Subject, _ action: FileProblem.Action, _ body: () throws(SystemError) -> Result
) throws(FileProblem) -> Result {
    do {
        return try body()
    } catch {
        throw error.problem(subject, action)
    }
}
