import RuleEngine
import RuleJSON
import RuleModel

/// Writes the answers to the lines of a block as ``AnswerWriter`` would, from the masks of results.
struct LaneWriter: Sendable {
    /// One of the two, by the detail asked for.
    private var issues: IssueBody?
    private var complete: CompleteBody?

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
        output.append(contentsOf: Self.beforeNumber)
        append(line, to: &output)
        if name.isEmpty {
            output.append(contentsOf: Self.withoutName)
        } else {
            output.append(contentsOf: Self.beforeName)
            output.append(contentsOf: input[name])
            output.append(contentsOf: Self.afterName)
        }
        issues?.append(lane, to: &output)
        complete?.append(lane, to: &output)
        output.append(contentsOf: Self.end)
    }

    private static let beforeNumber = Array("{\"ligne\":".utf8)
    private static let beforeName = Array(",\"nom\":\"".utf8)
    private static let withoutName = Array(",\"nom\":null,\"décisions\":{".utf8)
    private static let afterName = Array("\",\"décisions\":{".utf8)
    private static let end = Array("}}\n".utf8)

    private func append(_ number: Int, to output: inout [UInt8]) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
