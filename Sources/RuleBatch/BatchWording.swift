import PolicyValues
package import RuleModel
package import SourceText

/// Wording: what a batch says beside its answers, on standard error.
package enum BatchWording {
    /// A rejected line; its help, where there is one, on a line of its own. What the line itself says is in its answer
    /// alone.
    package static func rejected(
        _ line: RejectedLine, of path: String, saying discretion: Discretion, colored: Bool
    ) -> String {
        let level = colored ? "\u{1B}[1;31merreur\u{1B}[0m" : "erreur"
        let place = "\(Visible.lineStart(Visible.text(path))):\(line.line):\(line.column)"
        let message = Visible.cut(Visible.text(discretion.text(line.message)), to: messageLength)
        let head = "\(place): \(level)[\(line.code.rawValue)]: \(message)\n"
        let help = line.help.flatMap(discretion.help)
        return head + (help.map { "  aide\u{A0}: \(Visible.cut(Visible.text($0), to: messageLength))\n" } ?? "")
    }

    /// How much of a message is shown: it stays on a few lines of a terminal.
    private static let messageLength = 280

    /// What a run came to.
    ///
    /// - Parameters:
    ///   - shown: how many rejected lines were said.
    ///   - nanoseconds: how long it took.
    ///   - kept: the last line whose answer was kept from an earlier run, or 0.
    package static func summary(
        _ tally: BatchTally, of set: RuleSet, shown: Int, nanoseconds: UInt64, kept: Int
    ) -> String {
        var text = kept > 0 ? "lot\u{A0}: les réponses aux lignes 1 à \(number(kept)) sont gardées\n" : ""
        guard tally.lines > 0 else {
            return text
                + (kept > 0
                    ? "lot\u{A0}: rien d’autre à décider\n"
                    : "lot\u{A0}: aucune ligne à décider\u{A0}: l’entrée est vide\n")
        }
        let rate = whole(Double(tally.lines) * 1e9 / Double(max(nanoseconds, 1)))
        // A clock that went back tells no pace.
        let pace = nanoseconds > 0 ? ", soit \(number(rate)) par seconde" : ""
        text += "lot\u{A0}: \(lines(tally.lines)) en \(seconds(nanoseconds))\(pace)\n"
        text += rejections(tally, shown: shown)
        if tally.redated > 0 {
            text += "  décidé à une autre date que la sienne, celle demandée\u{A0}: \(number(tally.redated))\n"
        }
        for id in set.decisionsInOrder {
            let results = results(of: id, in: tally, set).map { "\($0.name) \(number($0.count))" }
            if !results.isEmpty {
                text += "  \(Visible.text(set[id].name))\u{A0}: \(results.joined(separator: ", "))\n"
            }
        }
        return text
    }

    private static func rejections(_ tally: BatchTally, shown: Int) -> String {
        let count = tally.errors.values.reduce(0, +)
        guard count > 0 else { return "  aucune ligne rejetée\n" }
        let codes = tally.errors.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
            .map { "\($0.key.rawValue) \(number($0.value))" }
        let rest = count - shown
        let hidden = rest > 1 ? "; \(number(rest)) ne sont pas montrées" : rest == 1 ? "; 1 n’est pas montrée" : ""
        let what = "\(lines(count)) rejetée\(count > 1 ? "s" : "")"
        return "  \(what)\u{A0}: \(codes.joined(separator: ", "))\(hidden)\n"
    }

    private static func results(of id: DecisionID, in tally: BatchTally, _ set: RuleSet) -> [(name: String, count: Int)]
    {
        let outcomes = set[id].outcomes.enumerated().map { (Visible.text($1.name), BatchTally.Result.outcome($0)) }
        let states: [(String, BatchTally.Result)] = [
            ("ensemble vide", .emptySet), ("indéterminée", .undetermined), ("sans objet", .notApplicable),
            ("contradictoire", .contradictory),
        ]
        return (outcomes + states).map { ($0.0, tally.results[tally.place(of: id, $0.1)]) }.filter { $0.1 > 0 }
    }

    /// The whole part; 0 where none is a number of 64 bits.
    private static func whole(_ fraction: Double) -> Int { Int(exactly: fraction.rounded(.down)) ?? 0 }

    /// How far a run is, for a terminal: one line without its end.
    package static func progress(_ progress: BatchRun.Progress, nanoseconds: UInt64) -> String {
        let elapsed = Double(max(nanoseconds, 1)) / 1e9
        var text = "\(lines(progress.lines)), \(number(whole(Double(progress.lines) / elapsed))) par seconde"
        if let size = progress.size, size > 0, progress.bytesRead > 0 {
            let share = min(1, Double(progress.bytesRead) / Double(size))
            // bounded: fractions, both above 0
            text += ", \(Int(share * 100))\u{A0}%, reste \(Int((elapsed / share * (1 - share)).rounded(.up)))\u{A0}s"
        }
        return text
    }

    // MARK: Interrupted and resumed runs

    /// Up to where a run that ended early is whole.
    package static func interrupted(wholeThrough line: Int, partial: String?, output: String?) -> String {
        guard line > 0 else { return "lot\u{A0}: interrompu avant la première réponse\n" }
        var text = "lot\u{A0}: interrompu; les réponses sont entières jusqu’à la ligne \(number(line))\n"
        if let partial, let output {
            text += "  elles sont dans \(quoted(partial)); pour continuer\u{A0}: "
            text += "--reprendre-apres \(line) --sortie \(Visible.text(output))\n"
        }
        return text
    }

    /// Before an older partial file is overwritten.
    package static func overwrites(_ partial: String) -> String {
        "avertissement\u{A0}: \(quoted(partial)), d’un lot interrompu, est remplacé; --reprendre-apres en garde les réponses\n"
    }

    package static func sentence(_ problem: BatchInput.ResumptionProblem, partial: String) -> String {
        switch problem {
        case .answeredThrough(let line):
            line > 0
                ? "\(quoted(partial)) n’a de réponses que jusqu’à la ligne \(line); écrivez \(quoted("--reprendre-apres \(line)"))"
                : "\(quoted(partial)) n’a aucune réponse entière; recommencez sans \(quoted("--reprendre-apres"))"
        case .endsAt(let line): "l’entrée n’a que \(lines(line))"
        }
    }

    package static func sentence(_ problem: KeptAnswers.Problem, partial: String) -> String {
        switch problem {
        case .otherForm:
            "\(quoted(partial)) vient d’un lot d’une autre forme; reprenez-le avec les mêmes options et les mêmes règles"
        }
    }

    // MARK: Numbers

    private static func lines(_ count: Int) -> String { "\(number(count))\u{A0}ligne\(count > 1 ? "s" : "")" }

    private static func number(_ count: Int) -> String {
        ExactDecimal(whole: count).map { FrenchFormat.number($0) } ?? String(count)
    }

    /// To a tenth of a second.
    private static func seconds(_ nanoseconds: UInt64) -> String {
        let tenths = Int64(clamping: (nanoseconds + 50_000_000) / 100_000_000)
        let value = ExactDecimal(tenThousandths: tenths.multipliedReportingOverflow(by: 1000).partialValue)
        return (value.map { FrenchFormat.number($0) } ?? "0") + "\u{A0}s"
    }
}
