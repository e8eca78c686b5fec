import Glibc

do {
    exit(try Commands.run(Array(CommandLine.arguments.dropFirst())))
} catch {
    print("banc : \(error)")
    exit(1)
}
