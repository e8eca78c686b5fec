/// Decides blocks, one after the other; each core has its own.
package protocol BlockDecider: Sendable {
    mutating func decide(_ block: BatchBlock) -> BlockAnswer
}
