"""The workflow engine side by side with PyPI's `transitions`, in turn and in processor time, so that a busy machine changes
both sides: events per second on a toggle of two states, on the shipped issue workflow bare (states, events and roles), and
on the same with questions, rules and needs but without clocks, which the other does not have. There each event is bound and
its values are typed before time is taken, on both sides; a line more tells what it is with ours by name, with every name
looked up and every value checked as it comes. A ratio is the median of several rounds. Then how fast histories replay, with
everything, what reading it compiled and what verifying cost beside parsing, and whether a large file is checked within its
budget. Of `decide`, which judges an item that lies elsewhere, each answer is made in full: the item, what changed, effects."""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ROUNDS = 7
# At most so many times the cost of parsing the file.
VERIFY_LIMIT = 20
# Seconds that a check has at most, and what telling the rest may take.
BUDGET = 5.5
REPLAY_AIM = 1_000_000


def printed(*words, **options):
    done = subprocess.run(words, stdout=subprocess.PIPE, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, words))}: exit status {done.returncode}")
    return done.stdout


def main():
    options = argparse.ArgumentParser(prog="script/bench engine")
    options.add_argument("--programs", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    options.add_argument("--share", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    options.add_argument("--python", required=True, help=argparse.SUPPRESS)
    given = options.parse_args()
    share, programs = given.share.resolve(), given.programs.resolve()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LAP_")}
    with tempfile.TemporaryDirectory(prefix="lap-bench-") as folder:
        histories = pathlib.Path(folder) / "histories.json"
        histories.write_bytes(printed(
            programs / "lap", "workflow", "test", "issue", "--json=history", cwd=folder,
            env={**environment, "LAP_SHARE": str(share)}))
        rounds = []
        for _ in range(ROUNDS):
            ours = json.loads(printed(programs / "workflow-bench", share))
            theirs = json.loads(printed(
                given.python, HERE / "peer.py", share / "Workflows/issue.yaml", histories, "--seconds", "0.6"))
            rounds.append({"ours": ours, "theirs": theirs["transitions"]})
    sys.exit(report(rounds))


# What of ours is held against what of theirs, and how many times their events per second ours are at least. With questions
# and rules most of the time goes into counting references to the values that are given, kept and handed out, one after the
# other and none of it to be saved alone, while the other side, which makes no reasons and checks no values, spends little
# more than without: measured were 40 to 47 times, and 25 to 31 by name; of what is decided from outside, which hands the
# whole item out each time, 52 to 56. The limits below 50 leave a busy machine its spread.
PAIRS = {
    "toggle": ("toggle", "toggle", 50),
    "toggle, decided from outside": ("decide", "toggle", 50),
    "lifecycle, bare": ("bare", "bare", 50),
    "lifecycle, guarded": ("guarded", "guarded", 33),
    "lifecycle, guarded, by name": ("named", "guarded", 20),
}


def report(rounds):
    failed = False

    def line(name, left, right, ratios, passed, limit):
        nonlocal failed
        failed |= not passed
        spread = f"{min(ratios):.1f}-{max(ratios):.1f}"
        print(f"{name:30}{left:>13}{right:>13}{statistics.median(ratios):8.1f}{spread:>14}{limit:>9}"
              f"  {'pass' if passed else 'FAIL'}")

    def ours(name):
        return [one["ours"][name] for one in rounds]

    print(f"{'events a second':30}{'lap':>13}{'transitions':>13}{'ratio':>8}{'rounds':>14}{'at least':>9}")
    for name, (mine, other, limit) in PAIRS.items():
        theirs = [one["theirs"][other] for one in rounds]
        ratios = [left / right for left, right in zip(ours(mine), theirs)]
        passed = statistics.median(ratios) >= limit
        line(name, f"{max(ours(mine)):,.0f}", f"{max(theirs):,.0f}", ratios, passed, limit)
    effects = ours("effects")
    print(f"{'toggle, decided, an effect':30}{max(effects):13,.0f}  (median {statistics.median(effects):,.0f}, no counterpart)")
    replay = ours("replay")
    print(f"{'replay, with clocks':30}{max(replay):13,.0f}  (median {statistics.median(replay):,.0f}, "
          f"the aim is {REPLAY_AIM:,})")
    print(f"{'issue.yaml':30}{'it':>13}{'parsing':>13}{'ratio':>8}{'rounds':>14}{'at most':>9}")
    for name in ("load", "compiled", "verify"):
        ratios = [left / right for left, right in zip(ours(name), ours("parse"))]
        passed = statistics.median(ratios) <= VERIFY_LIMIT
        times = [f"{min(ours(figure)) * 1000:.1f}ms" for figure in (name, "parse")]
        line(name, *times, ratios, passed, VERIFY_LIMIT)
    large = min(ours("large"))
    failed |= large > BUDGET
    print(f"{'a file of 62 KB, checked':30}{large:12.2f}s  {'pass' if large <= BUDGET else 'FAIL'} (at most {BUDGET}s)")
    return 1 if failed else 0


if __name__ == "__main__":
    main()
