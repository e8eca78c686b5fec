import Glibc
import Testing

@testable import FileAccess

@Suite("Streams and the machine")
struct TransferTests {
    /// Both ends of a pipe.
    private func pipeEnds() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        try #require(unsafe pipe(&ends) == 0)
        return (ends[0], ends[1])
    }

    private func code(_ body: () throws(SystemError) -> Void) -> Int32 {
        do {
            try body()
            return 0
        } catch {
            return error.code
        }
    }

    @Test("more than a pipe holds goes through whole, also when the writer must wait", arguments: [false, true])
    func slowReader(_ nonblocking: Bool) throws {
        let ends = try pipeEnds()
        if nonblocking {
            #expect(fcntl(ends.write, F_SETFL, O_NONBLOCK) == 0)
            #expect(fcntl(ends.read, F_SETFL, O_NONBLOCK) == 0)
        }
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let sent = Companion { Self.send(bytes, to: ends.write) }
        guard case .whole(let received) = try Transfer.readAll(ends.read, limit: 2_000_000) else {
            Issue.record("too large")
            return
        }
        #expect(received == bytes)
        #expect(try sent.wait() == 0)
        close(ends.read)
    }

    @Test("lines go through whole when the writer must wait, and an end that is closed is a problem")
    func lines() throws {
        let ends = try pipeEnds()
        #expect(fcntl(ends.write, F_SETFL, O_NONBLOCK) == 0)
        let bytes = (0..<100_000).flatMap { Array("ligne \($0)\n".utf8) }
        let sent = Companion { () -> Int in
            defer { close(ends.write) }
            return (try? Transfer.writeLines(bytes, to: ends.write)) ?? -1
        }
        guard case .whole(let received) = try Transfer.readAll(ends.read, limit: 2_000_000) else {
            Issue.record("too large")
            return
        }
        #expect(received == bytes)
        #expect(try sent.wait() == bytes.count)
        close(ends.read)
        #expect(code { () throws(SystemError) in _ = try Transfer.writeLines([1], to: -1) } == EBADF)
    }

    private static func send(_ bytes: [UInt8], to number: Int32) -> Int32 {
        defer { close(number) }
        do {
            try Transfer.writeAll(bytes, to: number)
            return 0
        } catch {
            return error.code
        }
    }

    @Test("a reader that left, a full disk, a closed descriptor are problems and not the end of the process")
    func refused() throws {
        Startup.prepare()
        let ends = try pipeEnds()
        close(ends.read)
        #expect(code { () throws(SystemError) in try Transfer.writeAll([1], to: ends.write) } == EPIPE)
        close(ends.write)
        let full = try Descriptor(opening: "/dev/full", O_WRONLY)
        let number = full.number
        #expect(code { () throws(SystemError) in try Transfer.writeAll([1], to: number) } == ENOSPC)
        #expect(code { () throws(SystemError) in try Transfer.writeAll([], to: number) } == 0)
        #expect(code { () throws(SystemError) in try Transfer.writeAll([1], to: -1) } == EBADF)
        let readOnly = try Descriptor(opening: "/dev/null", O_RDONLY)
        let other = readOnly.number
        #expect(code { () throws(SystemError) in try Transfer.writeAll([1], to: other) } == EBADF)
    }

    @Test("bytes that are sought, none of them too")
    func search() {
        let bytes = Array("un deux deuxième".utf8)
        #expect(ByteSearch.contains(Array("deuxi".utf8), in: bytes, 0..<bytes.count))
        #expect(!ByteSearch.contains(Array("deuxi".utf8), in: bytes, 0..<12))
        #expect(ByteSearch.contains([], in: bytes, 3..<3))
    }

    @Test("an environment variable, or nil")
    func environment() {
        #expect(Host.environment("PATH")?.isEmpty == false)
        #expect(Host.environment("BIENFONDE_VARIABLE_ABSENTE") == nil)
    }

    @Test("the day is the one of the machine's zone")
    func day() {
        #expect(unsafe setenv("TZ", "America/Montreal", 1) == 0)
        tzset()
        defer { _ = unsafe unsetenv("TZ") }
        // 2024-03-10 04:59:59 and 05:00:00 UTC: midnight in Montréal (UTC−5); 2024-07-01 04:00:00 UTC in summer.
        #expect(Host.day(at: 1_710_046_799) == (2024, 3, 9))
        #expect(Host.day(at: 1_710_046_800) == (2024, 3, 10))
        #expect(Host.day(at: 1_719_806_400 - 1) == (2024, 6, 30))
        #expect(Host.day(at: 1_719_806_400) == (2024, 7, 1))
        #expect(Host.day(at: 0) == (1969, 12, 31))
        #expect(Host.today().year >= 2024)
    }
}
