"""Kills lap at, and lets the disk fail at, every call that writes, of commands of every kind that write; then looks
whether the register is as it was before or after, sound, holds what was acknowledged, and nothing that was erased.

Usage: disk-trials.py [--points NUMBER] [--only COMMAND]… PROGRAM
Needs strace. Prints a table, and each failure as a line on standard error. Of each kind of call as many are tried as
--points says, spread over all of them; all of them unless told.
Exit status: 0 when nothing failed, 1 when something did, 69 without strace."""

import argparse
import collections
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

CALLS = ("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2", "link", "linkat",
         "unlink", "unlinkat", "mkdir", "mkdirat")
FAULTS = {"kill": "signal=KILL", "no room": "error=ENOSPC", "I/O error": "error=EIO"}
OFFICER = ["--as", "Information Officer"]
RAISE = ["issue", "raise", "--area", "north", "--raised-by", "parent-carer", "--channel", "email", "--received",
         "2019-04-01", "--theme", "salt", "--safeguarding", "no", "--parallel", "none", "--consent",
         "record,discuss-anonymised", "--summary", "Nine-month wait", "--on", "2019-04-01"]
MEETING = "north-2019-04-30"
SEATS = {"Deputy DCO North": "north/dco", "Parent Rep North": "north/parent-rep", "SENCO North": "north/education",
         "Health North": "north/health", "Social Care North": "north/local-authority",
         "Information Officer": "board/information-officer"}
ACCEPT = ["--scope", "systemic", "--families", "14", "--phase", "primary", "--severity", "3", "--tried", "Asked",
          "--services", "Therapy", "--outcome-sought", "A date", "--on", "2019-04-03"]
CSV = ("received,area,channel,raised-by,name,safeguarding,theme,parallel,consent,summary,detail\n"
       + "02/07/2019,north,email,parent-carer,Family,no,salt,none,\"record,discuss-anonymised\",A wait,\n" * 3)
# Every byte of it has to be gone when a command that erases it is done.
SECRET = "zebrafinchgate"


class Trial:
    """One command: what goes before it, what it is, and what it leaves."""

    def __init__(self, name, words, before=(), makes=None, erases=False, writes=True):
        self.name, self.words, self.before = name, words, list(before)
        self.makes, self.erases, self.writes = makes, erases, writes


def logged(summary="Nine-month wait"):
    words = RAISE + ["--name", "Family Quokka", "--contact", "quokka@example.org", "--detail", f"Told at {SECRET}"]
    return [word if word != "Nine-month wait" else summary for word in words]


def trials():
    raised = [logged()]
    known = raised + [["issue", "acknowledge", "N-1", "--method", "email", "--reply-by", "2019-04-08", "--on",
                       "2019-04-02"], ["issue", "accept", "N-1", *ACCEPT]]
    tried_phone = [["issue", "attempt-contact", "N-1", "--method", "phone", "--on", "2019-04-10"]] * 2
    missed = known[:2] + [["issue", "request-info", "N-1", "--missing", "The date", "--needed-by", "2019-04-16",
                           "--on", "2019-04-03"], *tried_phone]
    called = known + [["meeting", "schedule", "north", "--date", "2019-04-30", "--time", "10:00", "--on", "2019-04-03"],
                      ["issue", "schedule", "N-1", "--meeting", MEETING, "--on", "2019-04-03"]]
    built = called + [["agenda", "build", MEETING, "--on", "2019-04-03"]]
    published = built + [["meeting", "publish", MEETING, "--on", "2019-04-10"]]
    present = [word for name in ["DCO North", *list(SEATS)[1:5]] for word in ("--present", name)]
    held = published + [["meeting", "attend", MEETING, *present, "--on", "2019-04-30"],
                        ["meeting", "hold", MEETING, "--on", "2019-04-30"]]
    minuted = held + [["minutes", "record", MEETING, "8.1", "--discussed", "It was heard", "--on", "2019-04-30"]]
    drafted = minuted + [["issue", "withdraw", "N-1", "--withdrawn-because", "Moved", "--asked-on", "2019-04-30",
                          "--on", "2019-04-30"],
                         ["meeting", "conclude", MEETING, "--on", "2019-04-30"],
                         ["meeting", "draft-minutes", MEETING, "--on", "2019-05-01"]]
    withdrawn = raised + [["issue", "withdraw", "N-1", "--withdrawn-because", "Moved", "--asked-on", "2019-04-03",
                           "--on", "2019-04-03"]]
    erasure = withdrawn + [
        ["request", "receive", "--kind", "erasure", "--issues", "N-1", "--asked-by", "Whoever", "--relation", "self"],
        ["request", "check-identity", "R-1", "--identity", "A passport was seen"],
        ["request", "approve", "R-1", *OFFICER]]
    disposal = withdrawn + [["request", "receive", "--kind", "disposal", "--issues", "N-1"],
                            ["request", "approve", "R-1", *OFFICER]]
    yield Trial("init", ["init", "new", "--as", "Somebody <somebody@example.org>", "--on", "2019-01-07"], makes="new")
    yield Trial("issue raise", logged())
    yield Trial("issue acknowledge", known[1], raised)
    yield Trial("issue edit", ["issue", "edit", "N-1", "--summary", "Ten-month wait", "--on", "2019-04-02"], raised)
    yield Trial("issue import", ["issue", "import", "log.csv", "--on", "2019-07-03"])
    yield Trial("agenda build", built[-1], called)
    yield Trial("meeting publish", published[-1], built)
    yield Trial("minutes record", minuted[-1], held)
    yield Trial("meeting circulate-minutes", ["meeting", "circulate-minutes", MEETING, "--on", "2019-05-02"], drafted)
    yield Trial("undo", ["undo", "LAST"], raised)
    yield Trial("tick", ["tick", "--on", "2019-04-17"], missed)
    yield Trial("member add", ["member", "add", "Chair South", "--seat", "south/chair", "--on", "2019-04-02"])
    yield Trial("issue divert", ["issue", "divert", "N-1", "--destination", "childrens-services",
                                 "--external-reference", "CS-1"], raised, erases=True)
    yield Trial("raiser erase", ["raiser", "erase", "R-1", "--yes", *OFFICER], erasure, erases=True)
    yield Trial("redact", ["redact", "N-1", "--words", SECRET, "--because", "named", "--yes", *OFFICER], raised, erases=True)
    yield Trial("retention purge", ["retention", "purge", "R-1", "--yes", *OFFICER], disposal, erases=True)
    yield Trial("fsck --rebuild", ["fsck", "--rebuild"], raised)
    yield Trial("backup", ["backup", "kept/b"], raised, writes=False)
    yield Trial("restore", ["restore", "kept/b", "new"], raised + [["backup", "kept/b"]], makes="new")
    yield Trial("export", ["export", "kept/e.jsonl", *OFFICER], raised, writes=False)
    yield Trial("import --all", ["import", "--all", "kept/e.jsonl", "new", *OFFICER],
                raised + [["export", "kept/e.jsonl", *OFFICER]], makes="new")


class House:
    def __init__(self, program, share, home):
        self.program, self.home = program, home
        self.environment = {"PATH": os.environ["PATH"], "LAP_SHARE": share, "TMPDIR": str(home)}

    def run(self, folder, words, around=()):
        """The exit status, and all that was said; status 124 when it did not end within a minute."""
        with subprocess.Popen([*around, self.program, *words], cwd=folder, env=self.environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              errors="replace", start_new_session=True) as program:
            try:
                said, _ = program.communicate(timeout=60)
            except subprocess.TimeoutExpired:
                os.killpg(program.pid, signal.SIGKILL)
                return 124, program.communicate()[0]
            return program.returncode, said

    def traced(self, folder, words, options):
        """The same under strace, and its lines; files stand there by their paths."""
        log = self.home / "trace"
        ended = self.run(folder, words, ["strace", "-f", "--seccomp-bpf", "-qq", "-y", "-o", str(log), *options])
        return ended, log.read_text(errors="replace").splitlines()

    def must(self, folder, words):
        status, said = self.run(folder, words)
        if status:
            sys.exit(f"disk-trials: lap {' '.join(words)} ended with {status}: {said}")

    def head(self, folder):
        """How many operations there are and the hash of the last; None where there is no register."""
        file = folder / ".lap/register.sqlite"
        if not file.exists():
            return None
        # As whoever comes next opens it: what was interrupted is rolled back.
        with sqlite3.connect(file) as database:
            return database.execute("SELECT id, hash FROM operation ORDER BY id DESC LIMIT 1").fetchone()


def made(house, trial):
    folder = house.home / re.sub("[^a-z]", "-", trial.name)
    (folder / "kept").mkdir(parents=True)
    (folder / "log.csv").write_text(CSV)
    house.must(folder, ["init", ".", "--as", "DCO North <dco.north@example.org>", "--seat", "north/dco", "--seat",
                        "north/chair", "--on", "2019-01-07"])
    for name, seat in SEATS.items():
        house.must(folder, ["member", "add", name, "--seat", seat, "--from", "2019-01-07", "--on", "2019-01-07"])
    for words in trial.before:
        house.must(folder, words)
    trial.words = [str(house.head(folder)[0]) if word == "LAST" else word for word in trial.words]
    return folder


def is_about_files(line):
    """Not about what a program's threads wake one another with, nor where its answer goes."""
    return not re.search(r"(write|pwrite64|f[a-z]*)\(\d+<(?!/)|<(anon_inode|pipe|/dev/)", line)


def points(house, folder, words):
    """Of each call, the numbers at which a thread makes it about a file."""
    (status, said), lines = house.traced(folder, words, ["-e", f"trace={','.join(CALLS)}"])
    if status:
        sys.exit(f"disk-trials: lap {' '.join(words)} ended with {status}: {said}")
    made, found = collections.Counter(), collections.defaultdict(set)
    for line in lines:
        if call := re.match(r"(\d+) +([a-z0-9]+)\(", line):
            made[call[1], call[2]] += 1
            if is_about_files(line):
                found[call[2]].add(made[call[1], call[2]])
    return {call: sorted(numbers) for call, numbers in sorted(found.items())}


def holds(folder, word):
    return [str(file) for file in folder.rglob("*") if file.is_file() and word.encode() in file.read_bytes()]


def wrong(house, trial, folder, ended, before, after):
    """What is not as it must be after a command that was interfered with; nothing when all is."""
    status, said = ended
    place = folder / trial.makes if trial.makes else folder
    # Whoever comes next.
    checked = house.run(folder, ["fsck", "--register", str(place), *(OFFICER if trial.makes != "new" else [])])
    found = house.head(place)
    if trial.makes:
        if found is None:
            if status == 0:
                yield "acknowledged, and not there"
            if status != -9 and place.exists():
                yield "a folder is left of what failed"
            again, told = house.run(folder, trial.words)
            if again:
                yield f"cannot be repeated: {again} {told.strip()[:200]}"
            checked = house.run(folder, ["fsck", "--register", str(place)])
        elif found[0] != after[0]:
            yield f"is at operation {found[0]}, not {after[0]}"
        if found is not None and status not in (0, -9, 137) and "confirm" not in said and "printed" not in said:
            yield f"is there, and was refused: {status} {said.strip()[:120]}"
    else:
        known = (before[0], after[0])
        if found[0] not in known:
            yield f"is at operation {found[0]}, not one of {known}"
        if status == 0 and found[0] != after[0]:
            yield "acknowledged, and not stored"
        if status > 0 and trial.writes and found[0] == after[0] != before[0] and not re.search(
                r"is stored|printed|whether it is stored", said):
            yield f"stored, and refused: {status} {said.strip()[:120]}"
        if trial.erases and found[0] == after[0] and (left := holds(folder / ".lap", SECRET)):
            yield f"erased, and still in {left}"
    if checked[0]:
        yield f"is not sound: {checked[0]} {checked[1].strip()[:200]}"
    if status > 0 and (status == 70 or "failed that should not" in said):
        yield f"is told as {status}: {said.strip()[:160]}"
    working = [path.name for path in (place / ".lap").glob(".lap-*")] if place.exists() else []
    if working:
        yield f"the register holds {working} after the next command"


def main():
    words = argparse.ArgumentParser()
    words.add_argument("--points", type=int)
    words.add_argument("--only", action="append")
    words.add_argument("program")
    words = words.parse_args()
    if not shutil.which("strace"):
        print("disk-trials: strace is not there.", file=sys.stderr)
        return 69
    share = str(pathlib.Path(__file__).resolve().parent.parent)
    failures = 0
    print(f"{'command':26}{'calls':>7}{'kill':>7}{'no room':>9}{'I/O error':>11}{'wrong':>7}")
    with tempfile.TemporaryDirectory(prefix="lap-trials-") as home:
        house = House(os.path.abspath(words.program), share, pathlib.Path(home))
        for trial in trials():
            if not words.only or trial.name in words.only:
                failures += tried(house, trial, words.points)
    return 1 if failures else 0


def tried(house, trial, most):
    base = made(house, trial)
    before = house.head(base)

    def copy():
        folder = house.home / "copy"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(base, folder, symlinks=True)
        return folder

    folder = copy()
    calls = points(house, folder, trial.words)
    after = house.head(folder / trial.makes if trial.makes else folder)
    run, failures = collections.Counter(), 0
    for fault, inject in FAULTS.items():
        for call, numbers in calls.items():
            some = min(len(numbers), most or len(numbers))
            for number in sorted({numbers[(len(numbers) - 1) * index // max(1, some - 1)] for index in range(some)}):
                folder = copy()
                ended, lines = house.traced(folder, trial.words, [
                    "-e", f"trace={call}", "-e", f"inject={call}:{inject}:when={number}"])
                # Threads do not run alike each time: what hit something else proves nothing.
                if not all(is_about_files(line) for line in lines if "INJECTED" in line):
                    continue
                run[fault] += 1
                for sentence in wrong(house, trial, folder, ended, before, after):
                    failures += 1
                    print(f"disk-trials: lap {trial.name}, {fault} at {call} {number}: {sentence}.", file=sys.stderr)
    count = sum(map(len, calls.values()))
    print(f"{trial.name:26}{count:7}{run['kill']:7}{run['no room']:9}{run['I/O error']:11}{failures:7}", flush=True)
    return failures


if __name__ == "__main__":
    sys.exit(main())
