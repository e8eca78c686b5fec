/// What a machine takes for one chain of operations a byte: FNV-1a over a file. A multiplication waits for the one
/// before, so that the time is a number of cycles, whatever the processor: ratios to it carry from machine to machine.
enum Yardstick {
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
