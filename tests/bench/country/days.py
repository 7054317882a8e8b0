"""The days of the year that the records tell of, as numbers, so that counting working days is a look into a table."""

from datetime import date, timedelta

from days_off import is_working

FIRST, LAST = date(2024, 7, 1), date(2026, 12, 31)

DAYS = [FIRST + timedelta(number) for number in range((LAST - FIRST).days + 1)]
WRITTEN = [day.isoformat() for day in DAYS]
IS_WORKING = [is_working(day) for day in DAYS]
WORKING = [number for number, is_worked in enumerate(IS_WORKING) if is_worked]
BEFORE = [0] * len(DAYS)  # of each day, how many working days lie before it
for number in range(1, len(DAYS)):
    BEFORE[number] = BEFORE[number - 1] + IS_WORKING[number - 1]


def day(year, month, of_month):
    return (date(year, month, of_month) - FIRST).days


YEAR = 2025
AS_OF = day(2026, 1, 31)
MONTHS = range(1, 13)


def workday(start, n):
    """The n-th working day after `start`, or before it where n is negative; `start` itself is not counted."""
    return WORKING[BEFORE[start] + IS_WORKING[start] + n - 1] if n > 0 else WORKING[BEFORE[start] + n]


def rolled(start):
    """That day, or the next working day where it is a day off."""
    return WORKING[BEFORE[start]]


def rolled_back(start):
    """That day, or the last working day before it where it is a day off."""
    return WORKING[BEFORE[start] + IS_WORKING[start] - 1]


def working_days(first, last):
    """Those from `first` to `last`, both included."""
    return WORKING[BEFORE[first]:BEFORE[last] + IS_WORKING[last]]


def month_begins(month):
    """The first day of that month of the year; 13 is the January after it."""
    return day(YEAR + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def month_of(month):
    """The working days of that month of the year."""
    return working_days(month_begins(month), month_begins(month + 1) - 1)


def one_month_after_date(start):
    first = (start.replace(day=1) + timedelta(32)).replace(day=1)
    last = (first + timedelta(32)).replace(day=1) - timedelta(1)
    return min(first + timedelta(start.day - 1), last)


# The same day of the next month, its last day where that is missing.
ONE_MONTH_AFTER = [(one_month_after_date(one) - FIRST).days for one in DAYS]


def weeks_of(quarter):
    """The Mondays of the ISO weeks of the year that end in that quarter, and the number of each week."""
    for week in range(1, 53):
        monday = (date.fromisocalendar(YEAR, week, 1) - FIRST).days
        ends = DAYS[monday + 6]
        if ends.year == YEAR and (ends.month + 2) // 3 == quarter:
            yield monday, week


def months_of(quarter):
    return range(3 * quarter - 2, 3 * quarter + 1)
