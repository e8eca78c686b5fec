import Glibc

/// What the machine says of itself.
package enum Host {
    /// A variable of the environment, nil when it is not set.
    package static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Whether we run as root.
    package static var isRoot: Bool { geteuid() == 0 }

    /// The folder that relative paths start from; empty when it has been removed.
    package static func currentFolder() -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        guard unsafe getcwd(&buffer, buffer.count) != nil else { return "" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// How many cores the machine has, at least 1.
    package static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// Today in the machine's zone (`TZ`, else its setting).
    package static func today() -> (year: Int, month: Int, day: Int) {
        day(at: time(nil))
    }

    /// The civil day of a moment in the machine's zone; one whose year is no number of the system is in the last year
    /// of its numbers, or the first.
    static func day(at moment: time_t) -> (year: Int, month: Int, day: Int) {
        var moment = moment
        var parts = unsafe tm()
        guard unsafe localtime_r(&moment, &parts) != nil else { return (Int(moment < 0 ? Int32.min : .max), 1, 1) }
        return unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
    }
}
