import Glibc

/// Time that only goes forward, for durations.
package enum MonotonicClock {
    /// Nanoseconds since some moment.
    package static var now: UInt64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        let seconds = UInt64(clamping: time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
        return seconds.overflow ? .max : seconds.partialValue &+ UInt64(clamping: time.tv_nsec)
    }

    /// Nanoseconds since a moment that ``now`` gave; 0 on a machine whose clock went back all the same.
    package static func nanoseconds(since moment: UInt64) -> UInt64 {
        let now = now
        return now > moment ? now - moment : 0
    }
}
