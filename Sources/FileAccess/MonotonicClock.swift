import Glibc

/// Time that only goes forward, for durations.
package enum MonotonicClock {
    /// Nanoseconds since some moment.
    package static var now: UInt64 {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(clamping: time.tv_sec) * 1_000_000_000 + UInt64(clamping: time.tv_nsec)
    }
}
