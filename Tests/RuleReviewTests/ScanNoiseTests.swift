import Foundation
import SourceText
import Testing

@testable import RuleReview

/// What another scan of the same pages could give: strokes taken for each other, accents lost, lines cut elsewhere.
private struct Scanner {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func chance(_ percent: UInt64) -> Bool {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % 1000 < percent * 10
    }

    mutating func scan(_ text: String) -> String {
        var scanned = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "I", "l", "1", "|":
                scanned += chance(30) ? (chance(50) ? "l" : chance(50) ? "I" : "|") : String(scalar)
            case " " where chance(2): scanned += "\n"
            case " " where chance(1): scanned += ""
            case "é", "è", "ê", "à", "ô", "ç":
                scanned += chance(30) ? String(NameKey.bare(String(scalar))) : String(scalar)
            case ",", ".", ";", "’": scanned += chance(10) ? "" : String(scalar)
            default:
                scanned.unicodeScalars.append(scalar)
                if scalar.properties.isAlphabetic, chance(1) { scanned += "-\n" }
            }
        }
        return scanned
    }
}

@Suite("Extracts of the real policy") struct ScanNoiseTests {
    private func extracts() throws -> (extracts: [String], text: String) {
        var (set, library) = try RealPolicy.load()
        let review = SourceReview(set, into: &library)
        let file = try #require(review.located.first).passage.file
        return (review.located.map(\.extract), String(decoding: library[file].bytes, as: UTF8.self))
    }

    @Test("are all found in another scan of the text", arguments: 1...6 as ClosedRange<UInt64>)
    func otherScan(_ seed: UInt64) throws {
        let (extracts, text) = try extracts()
        var scanner = Scanner(seed: seed)
        let matcher = ExtractMatcher(ScannedText(Array(scanner.scan(text).utf8), isDocument: true))
        // Where the scan runs a short first word together with the one before, it may be lost.
        let lost = extracts.filter { matcher.find($0) == nil }
        #expect(lost.count < 2, "\(lost)")
    }

    @Test("are not found once a word of them is another, is left out or is said twice") func otherWords() throws {
        let (extracts, text) = try extracts()
        let matcher = ExtractMatcher(ScannedText(Array(text.utf8), isDocument: true))
        for extract in extracts {
            let words = extract.split(whereSeparator: \.isWhitespace).map(String.init)
            // Beside an omission a word may be missing.
            let places = words.indices.dropFirst().dropLast().filter { place in
                words[place].count { $0.isLetter } >= 4 && !words[place - 1].contains("…")
                    && !words[place + 1].contains("…")
            }
            guard let place = places.first else { continue }
            for changed in [["chaussures"], [], [words[place], words[place]]] {
                let other = Array(words[..<place]) + changed + words[(place + 1)...]
                #expect(matcher.find(other.joined(separator: " ")) == nil, "\(other.joined(separator: " "))")
            }
        }
    }
}
