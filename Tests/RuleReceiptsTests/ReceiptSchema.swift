import Foundation
import SchemaTesting
import Testing

/// `docs/recu.schema.json`, with the part of `docs/decision.schema.json` that it refers to put in.
enum ReceiptSchema {
    static func validator() throws -> SchemaValidator {
        let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "docs")
        let decision = try String(contentsOf: docs.appending(path: "decision.schema.json"), encoding: .utf8)
        let receipt = try String(contentsOf: docs.appending(path: "recu.schema.json"), encoding: .utf8)
        let opening = "\"$defs\": {"
        let start = try #require(decision.firstRange(of: opening)).upperBound
        let end = try #require(decision.range(of: "}", options: .backwards)).lowerBound
        let definitions = decision[start..<end].trimmingCharacters(in: .whitespacesAndNewlines).dropLast()
        let whole = receipt.replacing("decision.schema.json#", with: "#")
            .replacing(opening, with: opening + definitions + ",")
        return SchemaValidator(try #require(SchemaValidator.parse(whole)))
    }
}
