"""Deadlines over twenty years, worked out with numpy and dateutil and nothing of this project.

    python3 Tests/Data/TwentyYears.py > Tests/Data/TwentyYears.txt

The first line lists the holidays: New Year's Day, Good Friday, Easter Monday, Christmas Day and Boxing Day where they
fall on weekdays. Then comes a block for each kind of deadline: its name and the smallest distance in days, and for each
month of 2009 to 2028 a line with one character for each day the count starts on: how many days later than that the
deadline lies, in the digits 0-9, A-Z, a-z.
"""

from datetime import date, timedelta

import numpy
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
FIRST, LAST = date(2009, 1, 1), date(2028, 12, 31)


def holidays():
    for year in range(2008, 2031):
        days = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
        days += [easter(year) - timedelta(2), easter(year) + timedelta(1)]
        yield from (day for day in days if day.weekday() < 5)


CALENDAR = numpy.busdaycalendar(holidays=sorted(holidays()))


def working(day, count):
    """The working day that many working days after a day, or before it."""
    roll = "backward" if count > 0 else "forward"
    return numpy.busday_offset(day, count, roll=roll, busdaycal=CALENDAR).astype(date)


def is_working(day):
    return bool(numpy.is_busday(day, busdaycal=CALENDAR))


def clear(day, count):
    """The last working day with so many whole working days between it and a day."""
    notice = day - timedelta(1)
    while True:
        between = numpy.busday_count(notice + timedelta(1), day, busdaycal=CALENDAR)
        if between == count and is_working(notice):
            return notice
        notice -= timedelta(1)


def rolled(day):
    """Out of 25 December to 1 January, and out of August, onto the next working day."""
    if (day.month, day.day) == (1, 1):
        after = date(day.year, 1, 2)
    elif day.month == 12 and day.day >= 25:
        after = date(day.year + 1, 1, 2)
    elif day.month == 8:
        after = date(day.year, 9, 1)
    else:
        return day
    return after if is_working(after) else working(after, 1)


def back(day):
    """Out of 25 December to 1 January onto the working day before; then off any day that is none, likewise."""
    if (day.month, day.day) == (1, 1):
        day -= timedelta(1)
    if day.month == 12 and day.day >= 25:
        day = working(date(day.year, 12, 25), -1)
    return day if is_working(day) else working(day, -1)


def months(day, count):
    return day + relativedelta(months=count)


def certificate(day):
    """A certificate comes up to 44 days after the decision, or not at all."""
    number = day.toordinal() * 11 % 60
    return day + timedelta(number) if number < 45 else None


def appeal(day):
    given = certificate(day)
    return rolled(max(months(day, 2), months(given, 1)) if given else months(day, 2))


def stops(day):
    """When a clock that begins on a day is paused, and when it goes on."""
    number = day.toordinal()
    paused = day + timedelta(number % 9)
    return paused, paused + timedelta(number * 7 % 23)


def paused_working(day):
    due = working(day, 10)
    stop, go = stops(day)
    left = numpy.busday_count(stop + timedelta(1), due + timedelta(1), busdaycal=CALENDAR)
    return working(go, int(left)) if left else go


def paused_days(day):
    stop, go = stops(day)
    return day + timedelta(28) + (go - stop)


KINDS = {
    "working-1": lambda day: working(day, 1),
    "working-3": lambda day: working(day, 3),
    "working-20": lambda day: working(day, 20),
    "working-60": lambda day: working(day, 60),
    "working-back-10": lambda day: working(day, -10),
    "clear-5": lambda day: clear(day, 5),
    "months-1": lambda day: months(day, 1),
    "months-6": lambda day: months(day, 6),
    "months-back-1": lambda day: months(day, -1),
    "rolled-2-months": lambda day: rolled(months(day, 2)),
    "later-of-two": appeal,
    "next-working-28-days": lambda day: (lambda due: due if is_working(due) else working(due, 1))(day + timedelta(28)),
    "back-1-month": lambda day: back(months(day, 1)),
    "paused-10-working": paused_working,
    "paused-28-days": paused_days,
}


def main():
    print(*sorted(holidays()))
    for name, deadline in KINDS.items():
        distances = {}
        day = FIRST
        while day <= LAST:
            distances[day] = (deadline(day) - day).days
            day += timedelta(1)
        least = min(distances.values())
        print(f"\n{name} {least}", end="")
        for day, distance in distances.items():
            print("\n" if day.day == 1 else "", DIGITS[distance - least], sep="", end="")
        print()


if __name__ == "__main__":
    main()
