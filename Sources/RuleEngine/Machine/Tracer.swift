package import PolicyValues

/// What is kept of an evaluation beside its result. The machine is generic over it, so that an evaluation that keeps
/// nothing pays nothing.
package protocol Tracer: Sendable {
    /// Whether a branch that can change nothing any more is left out. Then conditions, and what is only of use to a
    /// reader, may be skipped.
    static var stopsEarly: Bool { get }

    /// A new evaluation begins.
    mutating func begin()

    /// The condition with this number is decided.
    mutating func saw(_ truth: Truth, ofCondition number: Int32)

    /// Whether the rule applies is decided.
    mutating func saw(_ truth: Truth, ofRule index: Int32)
}
