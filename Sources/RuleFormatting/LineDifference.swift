/// What changes from one text to another, line by line.
package enum LineDifference {
    /// In the unified form, with three lines around each change.
    ///
    /// - Complexity: linear in the texts times the number of lines that differ.
    package static func unified(_ old: [UInt8], _ new: [UInt8], path: String) -> String {
        let edits = edits(lines(of: old), lines(of: new))
        var text = "--- \(path)\n+++ \(path)\n"
        for hunk in hunks(edits) { text += print(hunk, edits) }
        return text
    }

    private enum Edit {
        case same(String)
        case removed(String)
        case added(String)

        var isChange: Bool { if case .same = self { false } else { true } }
    }

    private static let context = 3

    private static func lines(of bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    private static func edits(_ old: [String], _ new: [String]) -> [Edit] {
        let difference = new.difference(from: old)
        let removed = Set(difference.removals.map(\.place))
        let added = Set(difference.insertions.map(\.place))
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if removed.contains(i), i < old.count {
                edits.append(.removed(old[i]))
                i += 1
            } else if added.contains(j), j < new.count {
                edits.append(.added(new[j]))
                j += 1
            } else {
                if i < old.count { edits.append(.same(old[i])) }
                i += 1
                j += 1
            }
        }
        return edits
    }

    /// Ranges of edits that are shown together.
    private static func hunks(_ edits: [Edit]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in edits.indices where edits[index].isChange {
            let around = max(0, index - context)..<min(edits.count, index + context + 1)
            if let last = hunks.last, around.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
            } else {
                hunks.append(around)
            }
        }
        return hunks
    }

    private static func print(_ hunk: Range<Int>, _ edits: [Edit]) -> String {
        let before = edits[..<hunk.lowerBound]
        let shown = edits[hunk]
        func count(_ edits: ArraySlice<Edit>, ofOld: Bool) -> Int {
            edits.count { edit in
                switch edit {
                case .same: true
                case .removed: ofOld
                case .added: !ofOld
                }
            }
        }
        let old = "\(count(before, ofOld: true) + 1),\(count(shown, ofOld: true))"
        let new = "\(count(before, ofOld: false) + 1),\(count(shown, ofOld: false))"
        return shown.reduce(into: "@@ -\(old) +\(new) @@\n") { text, edit in
            switch edit {
            case .same(let line): text += " \(line)\n"
            case .removed(let line): text += "-\(line)\n"
            case .added(let line): text += "+\(line)\n"
            }
        }
    }
}

extension CollectionDifference.Change {
    fileprivate var place: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
