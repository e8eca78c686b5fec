import RuleEngine
import RuleJSON
import RuleModel

/// Writes the answers to the lines of a block as ``AnswerWriter`` would, from the masks of results.
struct LaneWriter: Sendable {
    /// One of the two, by the detail asked for.
    private var issues: IssueBody?
    private var complete: CompleteBody?
    /// `{"ligne":17,"nom":"` and `{"ligne":17,"nom":null`, of the line written last.
    private var head: [UInt8] = []
    private var headWithoutName: [UInt8] = []
    private var number = -2

    init(_ circuit: BlockCircuit, of set: RuleSet, _ detail: BatchSettings.Detail) {
        switch detail {
        case .issues: issues = IssueBody(set)
        case .complete: complete = CompleteBody(circuit, of: set)
        }
    }

    /// Takes the results of a block.
    ///
    /// - Returns: the lanes whose answers have to be found the plain way.
    mutating func load(_ machine: inout BlockMachine) -> Lanes {
        issues?.load(machine)
        return complete?.load(&machine) ?? .none
    }

    /// Appends the answer of a lane.
    ///
    /// - Parameter name: where the name stands in the bytes of the input; empty when there is none.
    mutating func append(_ lane: Int, line: Int, name: Range<Int>, of input: [UInt8], to output: inout [UInt8]) {
        write(line)
        output.append(contentsOf: name.isEmpty ? headWithoutName : head)
        if !name.isEmpty {
            output.append(contentsOf: input[name])
            output.append(UInt8(ascii: "\""))
        }
        issues?.append(lane, to: &output)
        complete?.append(lane, to: &output)
    }

    /// Makes the heads those of a line. Lines come in order, so that most often one digit changes.
    private mutating func write(_ line: Int) {
        if line == number &+ 1, let last = head.indices.last.map({ $0 - Self.nameBytes }),
            head[last] < UInt8(ascii: "9")
        {
            head[last] &+= 1
            headWithoutName[last] &+= 1
        } else {
            let start = Array("{\"ligne\":\(line)".utf8)
            head = start + Array(",\"nom\":\"".utf8)
            headWithoutName = start + Array(",\"nom\":null".utf8)
        }
        number = line
    }

    /// The length of `,"nom":"`, which stands after the last digit.
    private static let nameBytes = 8
}
