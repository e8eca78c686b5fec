import CBienFonde
import FileAccess
import PolicyValues
import RuleBatch

/// `bienfonde_options`, checked.
struct CallOptions {
    let date: CivilDate?
    let today: CivilDate
    let isExplained: Bool
    let linesBefore: Int
    private let detail: BatchSettings.Detail

    init(_ options: UnsafePointer<bienfonde_options>?) throws(CallProblem) {
        today = CivilDate(nearest: Host.today())
        guard let options = unsafe options?.pointee else {
            (date, isExplained, linesBefore, detail) = (nil, false, 0, .complete)
            return
        }
        if let text = unsafe options.date.map({ unsafe String(cString: $0) }) {
            guard let asked = CivilDate(iso: text) else { throw .notADate(text) }
            date = asked
        } else {
            date = nil
        }
        unsafe isExplained = options.explained != 0
        unsafe linesBefore = Int(options.lines_before)
        unsafe detail = options.issues_only != 0 ? .issues : .complete
    }

    var settings: BatchSettings { BatchSettings(format: .ndjson, detail: detail, asked: date, today: today) }
}
