"""What a register of 100,000 issues costs compared with an empty one. Every figure is a ratio of two commands run in turn on the same machine, so a slow
or busy machine changes both sides. A ratio is taken of medians; one above its limit is measured again with more runs."""

import argparse
import csv
import datetime
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ADMIN = "DCO North <dco.north@example.org>"
SEATS = ["north/dco", "south/dco", "east/dco", "north/chair"]
ON = "2019-08-01"
THEMES = ["salt", "ot", "physio", "autism", "adhd", "camhs", "ehcp-quality", "transport", "short-breaks", "other"]
COLUMNS = [
    "received", "area", "channel", "raised-by", "name", "contact", "safeguarding", "theme", "parallel", "consent",
    "summary", "detail",
]


def row(number):
    received = datetime.date(2019, 1, 7) + datetime.timedelta(days=number % 200)
    return [
        received.isoformat(), ["north", "south", "east"][number % 3], ["email", "phone", "letter"][number % 3],
        "parent-carer", f"Family {number:06}", f"family{number:06}@example.org", "no", THEMES[number % len(THEMES)],
        "none", "record,discuss-anonymised", f"Wait of {number % 60} weeks for an appointment, case {number}",
        f"Referred {number % 24} months ago.\nAsked again in week {number % 52}, no date given.",
    ]


def write_rows(path, count):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(row(number) for number in range(1, count + 1))


class Lap:
    """The program, at work in one register."""

    def __init__(self, program, share, folder):
        self.program, self.folder = program, folder
        kept = {key: value for key, value in os.environ.items() if not key.startswith("LAP_")}
        self.environment = {**kept, "LAP_SHARE": share, "LAP_AS": ADMIN, "NO_COLOR": "1"}

    def time(self, *words):
        """Seconds that a command takes. A command that fails ends the measuring: its figure would mean nothing."""
        start = time.perf_counter()
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, close_fds=False)
        took = time.perf_counter() - start
        if done.returncode != 0:
            sys.exit(f"bench: lap {' '.join(words)}\n{done.stderr.decode()}exit status {done.returncode}")
        self.printed = done.stdout.decode()
        return took

    def check(self):
        """Seconds and megabytes that a check of the whole register takes."""
        start = time.perf_counter()
        process = subprocess.Popen(
            [self.program, "fsck"], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, close_fds=False)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"bench: lap fsck: exit status {os.waitstatus_to_exitcode(status)}")
        return time.perf_counter() - start, usage.ru_maxrss / 1024

    def journalled(self):
        """How many changes and events the journal holds."""
        register = sqlite3.connect(f"file:{self.folder}/.lap/register.sqlite?mode=ro", uri=True)
        return sum(register.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("change", "event"))

    def raise_issue(self):
        return self.time(
            "issue", "raise", "--area", "north", "--received", "2019-07-31", "--channel", "email", "--raised-by",
            "parent-carer", "--safeguarding", "no", "--theme", "salt", "--parallel", "none", "--consent",
            "record,discuss-anonymised", "--summary", "Nine-month wait for a first appointment", "--on", ON)


def init(program, share, folder):
    parent = Lap(program, share, folder.parent)
    seats = [word for seat in SEATS for word in ("--seat", seat)]
    parent.time("init", folder.name, "--profile", "lancashire", "--as", ADMIN, *seats, "--on", "2019-01-07")
    return Lap(program, share, folder)


def sqlite_import(rows, folder):
    """Seconds that SQLite's own import takes for the same rows: one table, the indexes that a register keeps on its
    issues, and full-text search over summary and detail."""
    database = folder / "plain.sqlite"
    database.unlink(missing_ok=True)
    columns = ", ".join(f'"{name}" TEXT' for name in COLUMNS)
    connection = sqlite3.connect(database)
    connection.executescript(f"""
        CREATE TABLE issue ({columns});
        CREATE INDEX issue_received ON issue (received);
        CREATE INDEX issue_area ON issue (area, received);
        CREATE INDEX issue_theme ON issue (theme, area, received);
        CREATE INDEX issue_state ON issue (safeguarding, received);
        CREATE UNIQUE INDEX issue_reference ON issue (contact);
        CREATE VIRTUAL TABLE search USING fts5 (
          summary, detail, tokenize = "porter unicode61 remove_diacritics 2");
        CREATE TRIGGER issue_search AFTER INSERT ON issue BEGIN
          INSERT INTO search (rowid, summary, detail) VALUES (new.rowid, new.summary, new.detail);
        END;""")
    connection.close()
    start = time.perf_counter()
    subprocess.run(
        ["sqlite3", str(database), ".mode csv", f".import --skip 1 {rows} issue"], check=True,
        stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


class Report:
    def __init__(self):
        self.failed = False
        print(f"{'':36}{'large':>10}{'base':>10}{'ratio':>8}{'limit':>8}")

    def add(self, name, large, base, limit):
        self.add_plain(name, f"{large * 1000:.1f}ms", f"{base * 1000:.1f}ms", large / base, limit)

    def add_plain(self, name, large, base, ratio, limit):
        passed = ratio <= limit
        self.failed |= not passed
        print(f"{name:36}{large:>10}{base:>10}{ratio:8.2f}{limit:8.2f}  {'pass' if passed else 'FAIL'}", flush=True)


def interleaved(large, base, limit, rounds):
    """Medians of two commands run in turn."""
    taken = ([], [])
    for attempt in range(3):
        for number in range(rounds):
            pair = [(large, taken[0]), (base, taken[1])]
            for command, times in pair if number % 2 else reversed(pair):
                times.append(command())
        medians = [statistics.median(times) for times in taken]
        if medians[0] <= limit * medians[1]:
            break
    return medians


def main():
    options = argparse.ArgumentParser(prog="script/bench register")
    options.add_argument("--lap", required=True, help=argparse.SUPPRESS)
    options.add_argument("--share", required=True, help=argparse.SUPPRESS)
    options.add_argument("--rows", type=int, default=100_000, help="issues in the large register")
    options.add_argument("--rounds", type=int, default=15, help="runs of each command")
    options.add_argument("--keep", action="store_true", help="leave the registers where they were made")
    given = options.parse_args()
    program, share = os.path.abspath(given.lap), os.path.abspath(given.share)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lap-bench-"))
    try:
        sys.exit(measure(program, share, folder, given.rows, given.rounds))
    finally:
        if given.keep:
            print(f"The registers are in {folder}.")
        else:
            shutil.rmtree(folder)


def measure(program, share, folder, rows, rounds):
    empty, large = (init(program, share, folder / name) for name in ("empty", "large"))
    csv_file = folder / "rows.csv"
    write_rows(csv_file, rows)

    report = Report()
    plain = [sqlite_import(csv_file, folder)]
    imported = large.time("issue", "import", str(csv_file), "--on", ON)
    plain += [sqlite_import(csv_file, folder) for _ in range(2)]
    report.add(f"import of {rows:,} rows / sqlite3", imported, statistics.median(plain), 5)

    report.add("issue raise", *interleaved(large.raise_issue, empty.raise_issue, 1.2, rounds), 1.2)
    show = ("issue", "show", "N-1")
    report.add("issue show", *interleaved(lambda: large.time(*show), lambda: empty.time(*show), 1.2, rounds), 1.2)
    options = ("issue", "next", "N-1")
    report.add(
        "issue next", *interleaved(lambda: large.time(*options), lambda: empty.time(*options), 1.2, rounds), 1.2)

    counts = {large: 0, empty: 0}

    def acknowledge(lap):
        counts[lap] += 1
        reference = f"N-{counts[lap]}"
        return lap.time(
            "issue", "acknowledge", reference, "--method", "email", "--reply-by", "2019-08-09", "--on", ON)

    while counts_of(empty) < 3 * rounds:
        empty.raise_issue()
    event = interleaved(lambda: acknowledge(large), lambda: acknowledge(empty), 1.2, rounds)
    report.add("issue acknowledge", *event, 1.2)

    def start():
        return large.time("--version")

    recent = ("issue", "list", "--limit", "20")
    report.add("issue list --limit 20 / start", *interleaved(lambda: large.time(*recent), start, 5, rounds), 5)
    # What a check reads is changes and events, about four to an operation. It may fill the cache of 64 MB, no more.
    seconds, memory = large.check()
    small = empty.check()[1]
    lines = large.journalled()
    print(f"{'fsck':36}{seconds * 1000:8.1f}ms  {lines / seconds:,.0f} changes and events a second")
    report.add_plain("fsck, memory", f"{memory:.0f}MB", f"{small:.0f}MB", memory / small, 4)
    report.add("status / start", *interleaved(lambda: large.time("status", "--on", ON), start, 5, rounds), 5)
    return 1 if report.failed else 0


def counts_of(lap):
    lap.time("issue", "list", "--limit", "100000")
    return len(lap.printed.splitlines())


if __name__ == "__main__":
    main()
