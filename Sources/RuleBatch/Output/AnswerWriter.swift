import RuleEngine
import RuleJSON
package import RuleModel
import SourceText

/// Writes the answer to a line (docs/json.md).
package struct AnswerWriter: Sendable {
    let set: RuleSet
    let detail: BatchSettings.Detail
    let format: BatchSettings.Format

    package init(_ set: RuleSet, _ settings: BatchSettings) {
        self.set = set
        detail = settings.detail
        format = settings.format
    }

    /// The line of output, with its line feed.
    func append(_ decided: DecidedCase, line: Int, to bytes: inout [UInt8]) {
        switch format {
        case .ndjson: bytes += json(of: decided, line: line).bytes(.compact)
        case .csv(let separator): bytes += row(of: decided, line: line).bytes(separator)
        }
        bytes.append(0x0A)
    }

    /// The line of output for a line that cannot be used.
    func append(error: Diagnostic, name: String?, line: Int, to bytes: inout [UInt8]) {
        switch format {
        case .ndjson: bytes += json(of: error, name: name, line: line).bytes(.compact)
        case .csv(let separator): bytes += row(of: error, name: name, line: line).bytes(separator)
        }
        bytes.append(0x0A)
    }

    /// What stands before the first answer: the names of the columns.
    package var header: [UInt8] {
        switch format {
        case .ndjson: []
        case .csv(let separator): columns.bytes(separator) + [0x0A]
        }
    }
}
