"""What a register of 100,000 issues costs compared with an empty one. Every figure is a ratio of two commands run in turn on the same machine, so a slow
or busy machine changes both sides. A ratio is taken of medians; one above its limit is measured again with more runs.

Where a limit that was asked for is not reached, the one that is held is what was reached, so that nothing gets worse
unnoticed; the asked one stands beside it, and what bounds it is printed."""

import argparse
import collections
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

    def weigh(self, *words):
        """Seconds and megabytes that a command takes."""
        start = time.perf_counter()
        process = subprocess.Popen(
            [self.program, *words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"bench: lap {' '.join(words)}: exit status {os.waitstatus_to_exitcode(status)}")
        return time.perf_counter() - start, usage.ru_maxrss / 1024

    @property
    def file(self):
        return self.folder / ".lap/register.sqlite"

    def count(self, *tables):
        """How many rows some tables hold."""
        register = sqlite3.connect(f"file:{self.file}?mode=ro", uri=True)
        return sum(register.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)

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


def integrity(file):
    """Seconds that SQLite's own check of a file takes, which is told nothing of what the rows mean."""
    start = time.perf_counter()
    subprocess.run(
        ["sqlite3", "-readonly", str(file), "PRAGMA integrity_check; PRAGMA foreign_key_check"], check=True,
        stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


class ByHand:
    """The rows that one command wrote, written with the sqlite3 program into a copy of the register as it was before: in one
    transaction, as durable, and in a process of its own."""

    PRAGMAS = "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; "

    def __init__(self, lap, command, folder):
        self.before, self.copy = folder / "before.sqlite", folder / "by-hand.sqlite"
        shutil.copyfile(lap.file, self.before)
        command()
        old, new = (sqlite3.connect(f"file:{file}?mode=ro", uri=True) for file in (self.before, lap.file))
        tables = [row[0] for row in new.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%' "
            "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")]
        self.script, self.rows = [], 0
        for table in tables:
            had, has = (set(register.execute(f"SELECT * FROM {table}")) for register in (old, new))
            names = [column[1] for column in new.execute(f"PRAGMA table_info({table})")]
            for row in had - has:
                where = " AND ".join(f"{name} IS {quoted(value)}" for name, value in zip(names, row))
                twin = next((other for other in has - had if other[0] == row[0]), None)
                if twin is None:
                    self.script.append(f"DELETE FROM {table} WHERE {where};")
                else:
                    changed = ", ".join(f"{name} = {quoted(value)}" for name, value in zip(names, twin))
                    self.script.append(f"UPDATE {table} SET {changed} WHERE {names[0]} IS {quoted(row[0])};")
            keys = {row[0] for row in had - has}
            self.script += [
                f"INSERT INTO {table} VALUES ({', '.join(map(quoted, row))});" for row in has - had if row[0] not in keys]
        self.rows = len(self.script)
        # What guards the journal is the register's own business.
        self.text = self.PRAGMAS + "BEGIN IMMEDIATE; " + " ".join(self.script) + " COMMIT;"

    def time(self):
        shutil.copyfile(self.before, self.copy)
        start = time.perf_counter()
        done = subprocess.run(
            ["sqlite3", str(self.copy)], input=self.text, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        took = time.perf_counter() - start
        if done.returncode != 0 or done.stderr:
            sys.exit(f"bench: by hand: {done.stderr}")
        return took


def quoted(value):
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"X'{value.hex()}'"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"


# What was asked, where it is not reached, and what is held instead.
ASKED = {"import": 5, "size": 2150, "event": 2.5}
HELD = {"import": 6.5, "size": 3600, "event": 2.5}
KINDS = {
    "change": "the journal: each row as it was left", "event": "the journal: what happened, and what was given with it",
    "seal": "the journal: a commitment to each sealed value",
    "vault": "sealed values with their salts, and the words that names are looked up by",
    "item": "items as they stand", "search": "the search index"}


class Report:
    def __init__(self):
        self.failed = False
        print(f"{'':36}{'large':>10}{'base':>10}{'ratio':>8}{'limit':>8}{'asked':>8}")

    def add(self, name, large, base, limit, asked=None):
        self.add_plain(name, f"{large * 1000:.1f}ms", f"{base * 1000:.1f}ms", large / base, limit, asked)

    def add_plain(self, name, large, base, ratio, limit, asked=None):
        passed = ratio <= limit
        self.failed |= not passed
        wish = f"{asked or limit:8.2f}"
        print(f"{name:36}{large:>10}{base:>10}{ratio:8.2f}{limit:8.2f}{wish}  {'pass' if passed else 'FAIL'}", flush=True)


def weights(file, bare, rows):
    """Prints what an issue's bytes are: pages by table and its indexes, less those of a register without issues."""

    def pages(file):
        said = subprocess.run(
            ["sqlite3", "-readonly", "-separator", " ", str(file),
             "SELECT m.tbl_name, m.type = 'index', sum(pgsize) FROM dbstat JOIN sqlite_master AS m ON m.name = dbstat.name "
             "GROUP BY 1, 2"], check=True, text=True, stdout=subprocess.PIPE).stdout
        return {tuple(line.split(" ")[:2]): int(line.split(" ")[2]) for line in said.splitlines()}

    large, small = pages(file), pages(bare)
    found = collections.defaultdict(lambda: [0, 0])
    for (table, is_index), size in large.items():
        kind = next((kind for kind in KINDS if table.split("_")[0] == kind), "")
        found[kind][int(is_index)] += size - small.get((table, is_index), 0)
    for kind, (own, indexes) in sorted(found.items(), key=lambda entry: -sum(entry[1])):
        print(f"  {kind or 'else':10}{own / rows:8.0f}B  indexes {indexes / rows:5.0f}B  {KINDS.get(kind, '')}")


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
    shutil.copyfile(large.file, folder / "bare.sqlite")
    bare = large.file.stat().st_size
    imported, weight = large.weigh("issue", "import", str(csv_file), "--on", ON)
    plain += [sqlite_import(csv_file, folder) for _ in range(2)]
    report.add(f"import of {rows:,} rows / sqlite3", imported, statistics.median(plain), HELD["import"], ASKED["import"])
    # A tenth of the rows takes as much memory: it does not grow with them.
    tenth = init(program, share, folder / "tenth")
    write_rows(csv_file, max(1, rows // 10))
    light = tenth.weigh("issue", "import", str(csv_file), "--on", ON)[1]
    report.add_plain("import, memory / a tenth of it", f"{weight:.0f}MB", f"{light:.0f}MB", weight / light, 1.5)
    report.add_plain("import, memory / 100 MB", f"{weight:.0f}MB", "100MB", weight / 100, 1)
    size = (large.file.stat().st_size - bare) / rows
    report.add_plain(
        "bytes an issue / 2.1 KB", f"{size:.0f}B", f"{ASKED['size']}B", size / ASKED["size"],
        HELD["size"] / ASKED["size"], 1)
    weights(large.file, folder / "bare.sqlite", rows)

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

    while counts_of(empty) < 6 * rounds + 2:
        empty.raise_issue()
    hand = ByHand(empty, lambda: acknowledge(empty), folder)
    report.add(
        f"durable event / its {hand.rows} rows by hand",
        *interleaved(lambda: acknowledge(empty), hand.time, HELD["event"], rounds), HELD["event"], ASKED["event"])
    # What of it is no writing: the program's start, and reading who may and what the workflow allows.
    started, read = (interleaved(command, hand.time, 1, rounds)[0] for command in (
        lambda: empty.time("--version"), lambda: empty.time("issue", "next", "N-1")))
    print(f"  start {started * 1000:.1f}ms, reading as for the event (issue next) {read * 1000:.1f}ms")
    event = interleaved(lambda: acknowledge(large), lambda: acknowledge(empty), 1.2, rounds)
    report.add("issue acknowledge", *event, 1.2)

    def start():
        return large.time("--version")

    recent = ("issue", "list", "--limit", "20")
    report.add("issue list --limit 20 / start", *interleaved(lambda: large.time(*recent), start, 5, rounds), 5)
    # What a check reads is changes and events, about four to an operation. It may fill the cache of 16 MB, no more.
    seconds, memory = large.weigh("fsck")
    small = empty.weigh("fsck")[1]
    lines = large.count("change", "event")
    print(
        f"{'fsck':36}{seconds * 1000:8.1f}ms  {lines / seconds:,.0f} changes and events a second; "
        f"{large.count('operation') / seconds:,.0f} operations")
    # Every value that is sealed is hashed, every row compared, every history replayed: so many times SQLite's own check.
    report.add("fsck / sqlite3 integrity_check", seconds, integrity(large.file), 60)
    report.add_plain("fsck, memory", f"{memory:.0f}MB", f"{small:.0f}MB", memory / small, 4)
    report.add("status / start", *interleaved(lambda: large.time("status", "--on", ON), start, 5, rounds), 5)
    return 1 if report.failed else 0


def counts_of(lap):
    lap.time("issue", "list", "--limit", "100000")
    return len(lap.printed.splitlines())


if __name__ == "__main__":
    main()
