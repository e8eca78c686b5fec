import Compression
import Testing

/// What is compressed part by part comes back whole, however it is cut.
@Suite struct RoundTripTests {
    private static let text = (0..<40_000).flatMap { Array("ligne \($0 % 977) accueil, délai, préjudice\n".utf8) }

    private func restored(_ bytes: [UInt8], _ format: CompressionFormat, cutEvery cut: Int) throws -> ([UInt8], Bool) {
        let reader = try Decompressor(format)
        var all: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: cut) {
            let part = Array(bytes[start..<min(start + cut, bytes.count)])
            var place = 0
            while true {
                let output = try reader.next(from: part, at: &place)
                all += output
                if output.isEmpty, place == part.count { break }
            }
        }
        return (all, reader.isComplete)
    }

    private func compressed(_ parts: [[UInt8]], _ format: CompressionFormat) throws -> [UInt8] {
        let writer = try Compressor(format)
        var all: [UInt8] = []
        for part in parts { all += try writer.compress(part) }
        return all + (try writer.finish())
    }

    @Test(arguments: [CompressionFormat.gzip, .zstandard], [1009, 65_536, 10_000_000])
    func roundTrips(_ format: CompressionFormat, _ cut: Int) throws {
        let bytes = try compressed([Self.text, [], Self.text], format)
        #expect(bytes.count < Self.text.count / 4)
        let (all, isComplete) = try restored(bytes, format, cutEvery: cut)
        #expect(all == Self.text + Self.text)
        #expect(isComplete)
    }

    @Test(arguments: [CompressionFormat.gzip, .zstandard])
    func readsStreamsInARow(_ format: CompressionFormat) throws {
        let bytes = try compressed([Self.text], format) + compressed([], format) + compressed([[65]], format)
        let (all, isComplete) = try restored(bytes, format, cutEvery: 4099)
        #expect(all == Self.text + [65])
        #expect(isComplete)
    }

    @Test(arguments: [CompressionFormat.gzip, .zstandard])
    func tellsWhatIsMissing(_ format: CompressionFormat) throws {
        let writer = try Compressor(format)
        let first = try writer.compress(Self.text)
        let (all, isComplete) = try restored(first, format, cutEvery: 4099)
        #expect(all == Self.text)
        #expect(!isComplete)
    }

    @Test(arguments: [CompressionFormat.gzip, .zstandard])
    func refusesDamage(_ format: CompressionFormat) throws {
        var bytes = try compressed([Self.text], format)
        #expect(throws: CompressionProblem.notReadable) {
            _ = try restored(Array("ligne\nligne\n".utf8), format, cutEvery: 99)
        }
        bytes[bytes.count / 2] ^= 0x55
        bytes[bytes.count / 2 + 7] ^= 0x11
        #expect(throws: CompressionProblem.notReadable) { _ = try restored(bytes, format, cutEvery: 4099) }
    }

    @Test func theNameTellsTheFormat() {
        #expect(CompressionFormat(path: "a.ndjson.GZ") == .gzip)
        #expect(CompressionFormat(path: "a.csv.zst") == .zstandard)
        #expect(CompressionFormat(path: "a.csv") == nil)
        #expect(CompressionFormat.bare("a.csv.zst") == "a.csv")
    }
}
