import PolicyValues
import RuleExplanation
import RuleFixtures
import RuleModel

/// The page of the whole coverage: of the text by the rules, and of the rules by the cases.
struct CoverageOverviewPage {
    private let parts: PageParts

    init(of site: Site) { parts = PageParts(site: site, from: AddressBook.coverage) }

    private var site: Site { parts.site }

    var page: SitePage {
        let body: Markup = """
            <h1>\(SiteWording.coverage)</h1>
            \(parts.section(SiteWording.textByRules, Markup(site.passages.documents.map { passages(of: $0) })))\
            \(parts.section(SiteWording.additions, additions))\
            \(parts.section(SiteWording.rulesByCases, rules))
            """
        return SitePage(address: AddressBook.coverage, title: SiteWording.coverage, width: .wide, body: body)
    }

    // MARK: The text

    private func passages(of reading: DocumentReading) -> Markup {
        let share = CitedShare(reading).texts
        let summary = SiteWording.textCoverage(share.cited, share.exempt, share.rest)
        let title = parts.set.documents.first { $0.name == reading.name }?.title ?? reading.name
        let cited = reading.passages.filter { !$0.referrers.isEmpty }
        let exempt = reading.passages.filter(\.referrers.isEmpty)
        return """
            <h3>\(title)</h3>
            <p>\(summary)</p>
            \(parts.table(
                SiteWording.citedCaption(reading.name), head: SiteWording.citedHead, rows: cited.map { row($0, of: reading) },
                filterable: true, captionShows: true))\
            \(parts.table(
                SiteWording.exemptCaption(reading.name), head: SiteWording.exemptHead,
                rows: exempt.map { exemptRow($0, of: reading) }, filterable: true, captionShows: true))\
            \(parts.table(
                SiteWording.uncitedCaption(reading.name), head: SiteWording.uncitedHead, rows: uncited(in: reading), captionShows: true))
            """
    }

    private func passageLink(_ passage: Passage, of reading: DocumentReading) -> Markup {
        let text = "«\u{A0}\(Self.shortened(reading.text(passage.bytes)))\u{A0}»"
        guard let address = site.book.documents[reading.name] else { return "\(text)" }
        return parts.link(to: address, anchor: passage.anchor, saying: text)
    }

    private func row(_ passage: Passage, of reading: DocumentReading) -> [Markup] {
        let citing = passage.referrers.map { referrer -> Markup in
            "\(parts.link(to: referrer)) <span class=\"q\">(\(parts.kind(of: referrer)))</span>"
        }
        return [
            passageLink(passage, of: reading), "\(passage.section ?? "")",
            "\(parts.lineNumbers(of: passage, in: reading))", parts.list(citing), "\(fixtures(of: passage))",
        ]
    }

    /// How many cases the rules that cite a passage apply in.
    private func fixtures(of passage: Passage) -> Markup {
        let rules = passage.referrers.compactMap { referrer -> RuleID? in
            if case .entry(.rule(let id)) = referrer { id } else { nil }
        }
        guard !rules.isEmpty else { return "—" }
        return "\(Set(rules.flatMap { site.runs.fixtures(applying: $0) }).count)"
    }

    private func exemptRow(_ passage: Passage, of reading: DocumentReading) -> [Markup] {
        [
            passageLink(passage, of: reading), "\(parts.lineNumbers(of: passage, in: reading))",
            passage.reasons.map { "\($0)" as Markup }.joined(by: "<br/>"),
        ]
    }

    /// The stretches that nothing cites and nothing sets apart.
    private func uncited(in reading: DocumentReading) -> [[Markup]] {
        reading.paragraphs.filter { $0.kind == .text }.flatMap { paragraph in
            reading.pieces(of: paragraph.bytes, reading.passages(meeting: paragraph.bytes)).filter {
                $0.passages.isEmpty && reading.hasWords($0.bytes)
            }
        }.map { piece in
            let passage = Passage(bytes: piece.bytes)
            return [
                "«\u{A0}\(Self.shortened(reading.text(piece.bytes)))\u{A0}»",
                "\(parts.lineNumbers(of: passage, in: reading))",
            ]
        }
    }

    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count > longestQuote ? line.prefix(longestQuote) + "…" : line
    }

    /// In characters.
    private static let longestQuote = 160

    // MARK: The rules

    /// The rules that no document carries.
    private var additions: Markup {
        let rows = parts.set.ruleIDs.compactMap { id -> [Markup]? in
            let reasons = parts.set[id].sources.compactMap { source -> Markup? in
                if case .addition(let why) = source.kind { "\(why)" } else { nil }
            }
            guard !reasons.isEmpty || parts.set[id].sources.isEmpty else { return nil }
            let reason = reasons.isEmpty ? SiteWording.noSource : reasons.joined(by: "<br/>")
            return [parts.fullLink(to: .rule(id)), reason]
        }
        return parts.table(SiteWording.additionsCaption, head: SiteWording.additionsHead, rows: rows)
    }

    private var rules: Markup {
        let rows = parts.set.ruleIDs.map { id -> [Markup] in
            let items = site.runs.coverage(of: id)
            let rule = items.first { $0.subject == .rule(id) }
            let conditions = items.filter(\.canDecide)
            let whole = conditions.count { $0.lack == nil }
            let seen = rule.map { [$0.seen[.yes], $0.seen[.no], $0.seen[.unknown]] } ?? []
            return [parts.fullLink(to: .rule(id))] + seen.map { "\($0)" as Markup } + [
                "\(SiteWording.ratio(whole, conditions.count))", "\(site.runs.fixtures(applying: id).count)",
            ]
        }
        let table = parts.table(SiteWording.rulesCaption, head: SiteWording.rulesHead, rows: rows, filterable: true)
        return "<p>\(site.material.coverage.summary)</p>\n\(table)"
    }
}
