import Glibc

/// How long work takes its thread: on a machine that others use, no clock on the wall says it.
package enum ProcessorTime {
    /// Seconds of processor.
    package static func of<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Double {
        let start = now
        try work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
