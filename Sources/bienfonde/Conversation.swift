import FileAccess
import RuleInterview
import RuleModel

/// The loop of an interview: prints a question, reads a line, saves, and so on.
struct Conversation {
    private var interview: Interview
    private let dialogue: Dialogue
    private let writer: CaseWriter
    private let path: String
    private let isForOneHolder: Bool
    private var input = LineInput()
    private var number = 1
    private var isSaved: Bool

    init(_ interview: Interview, savingTo path: String, isForOneHolder: Bool) {
        self.interview = interview
        self.path = path
        self.isForOneHolder = isForOneHolder
        dialogue = Dialogue(interview.set)
        writer = CaseWriter(interview.set)
        isSaved = OutputStream.exists(path)
    }

    /// How a line ends the conversation.
    private enum End {
        case stopped
        case interrupted
    }

    /// Runs to the end.
    ///
    /// - Returns: the signal that ended it, if one did.
    mutating func run() throws(FileProblem) -> Int32? {
        try say(dialogue.opening(savingTo: path, answered: interview.written.answered))
        var end: End?
        while end == nil, let question = interview.question {
            try say(dialogue.question(question, number: number, in: interview.written))
            end = try answer(question)
        }
        if end == .interrupted {
            try say("\n" + dialogue.farewell(savedAt: isSaved ? path : nil, isOver: false))
            return Interruption.signal
        }
        if !isSaved, end == nil { try save() }
        try say(
            dialogue.result(of: &interview, isStopped: end != nil, isForOneHolder: isForOneHolder)
                + dialogue.farewell(savedAt: isSaved ? path : nil, isOver: end == nil))
        return nil
    }

    /// Reads lines until one answers the question or ends the conversation.
    private mutating func answer(_ question: Interview.Question) throws(FileProblem) -> End? {
        while true {
            try say(dialogue.prompt)
            switch try input.next() {
            case .end:
                try say("\n")
                return .stopped
            case .interrupted: return .interrupted
            case .text(let typed):
                switch dialogue.reply(typed, to: question) {
                case .stop: return .stopped
                case .explain: try say(dialogue.explanation(&interview))
                case .refused(let sentence): try say(dialogue.refusal(sentence))
                case .back:
                    guard interview.goBack() else {
                        try say(dialogue.nothingBefore)
                        continue
                    }
                    number = max(1, number - 1)
                    try save()
                    return nil
                case .unknown:
                    if try take(nil) { return nil }
                case .answer(let value):
                    if try take(value) { return nil }
                }
            }
        }
    }

    /// Takes an answer and saves; false when it cannot be.
    private mutating func take(_ value: Value?) throws(FileProblem) -> Bool {
        switch interview.answer(value) {
        case .failure(let refusal):
            try say(dialogue.refusal(refusal))
            return false
        case .success(let outcome):
            number += 1
            try save()
            if let outcome { try say(dialogue.news(outcome, isUnknown: value == nil)) }
            return true
        }
    }

    private mutating func save() throws(FileProblem) {
        try FileWriter.write(Array(writer.text(interview.written).utf8), to: path, isPrivate: true)
        isSaved = true
    }

    private func say(_ text: String) throws(FileProblem) { try StandardOutput.write(Array(text.utf8)) }
}
