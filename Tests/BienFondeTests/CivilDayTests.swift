import BienFonde
import Testing

@Suite("Civil days of the library")
struct CivilDayTests {
    @Test(
        "only days that exist",
        arguments: [("2024-02-29", true), ("2023-02-29", false), ("24-02-01", false), ("", false)])
    func existing(_ text: String, _ exists: Bool) {
        #expect(CivilDay(text)?.description == (exists ? text : nil))
    }

    @Test("in their order")
    func order() throws {
        let (a, b) = (CivilDay(year: 2024, month: 1, day: 31), CivilDay(year: 2024, month: 2, day: 1))
        #expect(try #require(a) < #require(b) && CivilDay.today > #require(b))
    }
}
