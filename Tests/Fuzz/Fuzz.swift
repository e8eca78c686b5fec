import FuzzTargets
import Glibc

/// The body of libFuzzer's loop (compiler-rt, FuzzerInterface.h), whose `main` and options are the program's; the
/// target is that of `BIENFONDE_CIBLE`.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> Int32 {
    let bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))
    if let problem = target.run(bytes) { end("FINDING: \(problem)") }
    return 0
}

private let target: FuzzTarget = {
    let word = unsafe getenv("BIENFONDE_CIBLE").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: word) else {
        end("BIENFONDE_CIBLE: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return target
}()

/// Says why, and ends as libFuzzer wants a finding to end.
private func end(_ reason: String) -> Never {
    let line = Array((reason + "\n").utf8)
    _ = unsafe write(STDERR_FILENO, line, line.count)
    abort()
}
