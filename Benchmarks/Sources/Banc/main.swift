import Glibc

do {
    exit(try Commands.run(Array(CommandLine.arguments.dropFirst())))
} catch {
    print("banc\u{A0}: \(error)")
    exit(1)
}
