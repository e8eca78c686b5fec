import Foundation
import Testing

/// The program of `Examples` does what its comment says.
@Suite("The example of the library")
struct ExampleTests {
    @Test("decides, says why and what to ask", arguments: [("Rules", true), ("Absentes", false)])
    func propositions(_ folder: String, _ exists: Bool) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appending(path: "Propositions")
        process.arguments = [root.appending(path: folder).path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        #expect(said.contains("- recevabilité\u{A0}: non recevable\n  Contestation d’une décision") == exists)
        #expect(said.contains("À demander (équipe)\u{A0}: ") == exists)
        #expect(said.contains("Absentes") != exists)
    }
}
