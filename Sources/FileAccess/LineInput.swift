import Glibc

/// Reads standard input line by line, as a person types.
package struct LineInput {
    package enum Line: Hashable, Sendable {
        case text(String)
        /// Nothing more will come: end of file, Ctrl-D, a terminal that is gone.
        case end
        /// A signal came (``Interruption``).
        case interrupted
    }

    private var waiting: [UInt8] = []
    private var isAtEnd = false

    package init() {}

    /// The next line, without its end. Bytes that are not UTF-8 are repaired: they match no answer.
    package mutating func next() throws(FileProblem) -> Line {
        while true {
            if let place = waiting.firstIndex(of: UInt8(ascii: "\n")) {
                let line = waiting[..<place]
                waiting.removeFirst(place + 1)
                return .text(String(decoding: line, as: UTF8.self))
            }
            if isAtEnd || waiting.count > Self.longestLine {
                guard !waiting.isEmpty else { return .end }
                defer { waiting = [] }
                return .text(String(decoding: waiting, as: UTF8.self))
            }
            let isReady = try naming(.standardInput, .read) { () throws(SystemError) in
                try Transfer.waitForInput(STDIN_FILENO)
            }
            guard isReady else { return .interrupted }
            try read()
        }
    }

    /// A line longer than that is taken as it is: an answer is short.
    private static let longestLine = 64 << 10

    private mutating func read() throws(FileProblem) {
        var buffer = [UInt8](repeating: 0, count: 4 << 10)
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count > 0 {
            waiting += buffer.prefix(count)
        } else if count == 0 || errno == EIO {
            // A terminal that is gone reads as an error of input.
            isAtEnd = true
        } else if errno != EINTR, errno != EAGAIN {
            throw SystemError().problem(.standardInput, .read)
        }
    }
}
