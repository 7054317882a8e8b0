"""What a district has planned for the year: the days of its meetings, tours and trips, which its papers tell of too."""

from bisect import bisect_left
from random import Random

from country.days import DAYS, MONTHS, YEAR, day, month_begins, month_of, months_of, rolled, weeks_of


class Diary:
    def __init__(self, district, seed):
        self.district = district
        self.rnd = Random(f"{seed} {district.id} diary").random
        self.apparatus = [(rolled(max(monday, month_begins(1))), week)
                          for quarter in (1, 2, 3, 4) for monday, week in weeks_of(quarter)]
        self.sessions = [self.some_day(month, 20, 26) for month in MONTHS]
        self.operational = [self.some_day(month, *days) for month in MONTHS for days in ((4, 11), (17, 22))]
        self.sector = [self.some_day(month, *days) for month in MONTHS for days in ((5, 12), (15, 24))]
        self.others = [self.some_day(month, 1 + 3 * which, 4 + 3 * which) for month in MONTHS for which in range(8)]
        self.commissions = [self.some_day(month, 12, 18) for month in MONTHS]
        self.receptions = [one for month in MONTHS for one in (
            (self.some_day(month, 3, 9), district.akim),
            (self.some_day(month, 16, 22), [*district.deputies, district.head][month % 4]))]
        self.tours = [(self.some_day(month, *days), district.okrugs[(2 * month + which) % len(district.okrugs)])
                      for month in MONTHS for which, days in enumerate(((4, 12), (16, 25)))] if district.okrugs else []
        self.trips = sorted({self.some_day(month, 2 + 8 * which, 9 + 8 * which) for month in MONTHS for which in range(3)})
        self.planned = set(self.trips) | set(self.sessions)
        self.linked = sorted(  # from which instructions come: the day, the number
            [(on, self.number("AM", week)) for on, week in self.apparatus]
            + [(on, self.number("OM", which)) for which, on in enumerate(self.operational)]
            + [(on, self.number("M", which)) for which, on in enumerate(self.others)])

    def some_day(self, month, first, last):
        """A working day of the month, from its day `first` to `last`, or the next one."""
        begins = day(YEAR, month, first)
        days = [on for on in month_of(month) if begins <= on <= begins + last - first] or [rolled(begins)]
        return days[int(self.rnd() * len(days))]

    def number(self, prefix, which):
        return f"{self.district.id}/{prefix}-{which:02}"

    def tour_plan(self, quarter):
        return self.number("TS", quarter)

    def of_quarter(self, quarter, days):
        """The planned days, or tuples that begin with one, of that quarter, each with its place among those of the year."""
        months = months_of(quarter)
        first, last = month_begins(months[0]), month_begins(months[-1] + 1) - 1
        return [(which, one) for which, one in enumerate(days) if first <= (one[0] if one.__class__ is tuple else one) <= last]

    def meeting_before(self, rnd, on):
        """One of the last four before that day, and its own day."""
        last = bisect_left(self.linked, (on, ""))
        held, number = self.linked[max(0, last - 1 - int(rnd() * 4))]
        return number, held

    def quarter_of(self, on):
        return (DAYS[on].month + 2) // 3
