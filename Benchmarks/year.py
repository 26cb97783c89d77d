"""What a command costs in a year of a partnership, with its register growing all the while, beside the bare start of the
program. The year is that of script/year, through the built program. What is compared is the processors' time, which other
work on the machine does not change; the bare start is measured all along. Commands that set papers are told apart, without a
limit: most of what they take is another program's, which sets the PDF."""

import argparse
import collections
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile

LIMIT = 2.5
SETTING = ("pack agenda", "pack minutes", "pack board", "pack letter")
# So many commands after one another a bare start is measured.
EVERY = 10


class Meter:
    """Stands in for `subprocess` in the course of the year: runs what it is given, and keeps what each command cost."""

    DEVNULL = subprocess.DEVNULL

    def __init__(self, program):
        self.program, self.commands, self.starts = program, [], []

    def run(self, words, **given):
        if words[0] != self.program:
            return subprocess.run(words, **given)
        if len(self.commands) % EVERY == 0:
            self.starts.append(self.cost([self.program, "--version"], {"capture_output": True})[0])
        cost, done = self.cost(words, given)
        noun, verb = (words[1], words[2]) if len(words) > 2 else (words[1], "")
        self.commands.append((noun if verb.startswith("-") or "/" in verb else f"{noun} {verb}", cost))
        return done

    @staticmethod
    def cost(words, given):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(words, **given)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


def tell(meter):
    start = statistics.mean(meter.starts)
    costs = [cost for name, cost in meter.commands if name not in SETTING]
    packs = [cost for name, cost in meter.commands if name in SETTING]
    print(
        f"{len(costs)} commands, and {len(packs)} that set papers; the bare start {start * 1000:.1f}ms, "
        f"the mean of {len(meter.starts)}")
    quarter = len(costs) // 4
    for name, some in [("first", costs[:quarter]), ("last", costs[-quarter:])]:
        print(f"  the {name} quarter of them {statistics.mean(some) / start:.2f} times that")
    kinds = collections.defaultdict(list)
    for name, cost in meter.commands:
        if name in SETTING:
            continue
        kinds[name].append(cost)
    print("  where it goes, a command's mean and its share of the whole beyond so many bare starts:")
    beyond = sum(costs) - start * len(costs)
    for name, some in sorted(kinds.items(), key=lambda kind: -sum(kind[1]) + start * len(kind[1]))[:12]:
        share = (sum(some) - start * len(some)) / beyond
        print(f"  {name:28}{len(some):6}{statistics.mean(some) / start:8.2f}{share:8.0%}")
    ratio = statistics.mean(costs) / start
    passed = ratio <= LIMIT
    print(f"{'a command of the year / start':36}{ratio:8.2f}{LIMIT:8.2f}  {'pass' if passed else 'FAIL'}", flush=True)
    if packs:
        print(f"{'one that sets papers / start':36}{statistics.mean(packs) / start:8.2f}", flush=True)
    return passed


def main():
    options = argparse.ArgumentParser(prog="script/bench year")
    options.add_argument("--lap", required=True, help=argparse.SUPPRESS)
    options.add_argument("--share", required=True, help=argparse.SUPPRESS)
    options.add_argument("--minutes", default="90", help="of the clock, after which the year ends")
    given = options.parse_args()
    program = os.path.abspath(given.lap)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lap-bench-"))
    os.environ.update(YEAR_FOLDER=str(folder), YEAR_LAP=program, YEAR_MINUTES=given.minutes)
    sys.path.insert(0, os.path.join(os.path.abspath(given.share), "script", "year"))
    try:
        import course

        meter = course.subprocess = Meter(program)
        if not course.play()["sound"]:
            sys.exit("bench: the register of the year is not sound")
    finally:
        shutil.rmtree(folder)
    return 0 if tell(meter) else 1


if __name__ == "__main__":
    sys.exit(main())
