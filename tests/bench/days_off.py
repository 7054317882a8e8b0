"""The working days of Kazakhstan, 2023 to 2026: what differs from weekdays worked and weekends off.

Copied from `reglament-calendar YEAR`, so that the generators need nothing built and the comparisons judge by the same days.
"""

from datetime import date

OFF = {date.fromisoformat(day) for day in """
    2023-01-02 2023-01-03 2023-03-08 2023-03-21 2023-03-22 2023-03-23 2023-05-01 2023-05-08 2023-05-09 2023-06-28
    2023-07-06 2023-07-07 2023-08-30 2023-10-25 2023-12-18
    2024-01-01 2024-01-02 2024-03-08 2024-03-21 2024-03-22 2024-03-25 2024-05-01 2024-05-07 2024-05-08 2024-05-09
    2024-07-08 2024-08-30 2024-10-25 2024-12-16
    2025-01-01 2025-01-02 2025-01-03 2025-01-07 2025-03-10 2025-03-21 2025-03-24 2025-03-25 2025-05-01 2025-05-07
    2025-05-09 2025-06-06 2025-07-07 2025-09-01 2025-10-27 2025-12-16
    2026-01-01 2026-01-02 2026-01-07 2026-03-09 2026-03-23 2026-03-24 2026-03-25 2026-05-01 2026-05-07 2026-05-11
    2026-05-27 2026-07-06 2026-10-26 2026-12-16
""".split()}
WORKED = {date.fromisoformat(day) for day in "2023-07-01 2024-05-04 2025-01-05".split()}


def is_working(day):
    return day in WORKED or (day.weekday() < 5 and day not in OFF)
