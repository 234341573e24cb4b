/// A day of the calendar that counts as the Gregorian one for all time.
struct CivilDay: Equatable {
    /// Days of 400 years, after which all days come again.
    private static let era = 146_097
    /// From the first of March 400 years before our era to the beginning of 1970: every month and
    /// year below is then positive, and the day that leap years have comes last.
    private static let shift = 719_468 + era

    var year: Int
    var month: Int
    var day: Int

    /// The day of this number, 0 for the first of 1970, and none before the year -399.
    @inline(never)
    init(number: Int) {
        let shifted = number + Self.shift
        let rest = shifted % Self.era
        let years = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
        let days = rest - (365 * years + years / 4 - years / 100)
        // March is 0.
        let months = (5 * days + 2) / 153
        day = days - (153 * months + 2) / 5 + 1
        month = months < 10 ? months + 3 : months - 9
        year = shifted / Self.era * 400 - 400 + years + (month < 3 ? 1 : 0)
    }

    /// The number of the first day of a month, 1 to 13.
    @inline(never)
    static func number(of year: Int, _ month: Int) -> Int {
        let years = month < 3 ? year + 399 : year + 400
        let months = month < 3 ? month + 9 : month - 3
        return 365 * years + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 - shift
    }

    /// The number of the day in which `seconds` after 1970 began lies.
    static func number(at seconds: Int) -> Int {
        seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    }
}
