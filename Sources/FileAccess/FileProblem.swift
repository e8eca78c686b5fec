/// What the operating system refused: which action on what, and why. The caller decides the exit status.
package struct FileProblem: Error, Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case path(String)
        case standardInput
        case standardOutput
        case standardError
    }

    package enum Action: Hashable, Sendable {
        case read
        case list
        case write
        case watch
    }

    package enum Reason: Hashable, Sendable {
        case missing
        case isFolder
        case notAFolder
        /// A device, a pipe or a socket where a file was expected.
        case notAFile
        case permissionDenied
        case readOnly
        case nameTooLong
        case linkLoop
        /// A name whose bytes are not UTF-8.
        case nameNotText
        /// More than so many bytes.
        case tooLarge(limit: Int)
        /// A named pipe that nobody writes to.
        case nobodyWrites
        case noSpace
        /// The reader of a pipe is gone: a run ends silently.
        case closedPipe
        /// The descriptor was closed before the program began.
        case closed
        case tooManyOpenFiles
        /// A folder to be replaced that holds something which was not written with it, by its path inside.
        case holdsOther(String)
        /// The system watches no more folders for this user.
        case tooManyWatched
        /// Another program is writing it.
        case inUse
        /// Compressed bytes that are not of their format, by its name.
        case damaged(format: String)
        /// Compressed bytes whose end is missing.
        case truncated
        /// Any other refusal, by its `errno`.
        case other(Int32)
    }

    package let subject: Subject
    package let action: Action
    package let reason: Reason

    package init(_ subject: Subject, _ action: Action, _ reason: Reason) {
        self.subject = subject
        self.action = action
        self.reason = reason
    }
}
