"""The workflow engine side by side with PyPI's `transitions`, in turn and in processor time, so that a busy machine changes
both sides: events per second on a toggle of two states, on the shipped issue workflow bare (states, events and roles), and
on the same with questions and rules but without clocks, which the other does not have. Then how fast histories replay, with
everything, and what verifying costs beside reading."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ROUNDS = 3
# At least so many times the events per second of the peer; at most so many times the cost of parsing the file.
PEER_LIMIT = 50
VERIFY_LIMIT = 50
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
        ours, theirs = {}, {}
        for _ in range(ROUNDS):
            for name, figure in json.loads(printed(programs / "workflow-bench", share)).items():
                keep = min if name in ("parse", "load", "verify") else max
                ours[name] = keep(figure, ours.get(name, figure))
            peer = json.loads(printed(
                given.python, HERE / "peer.py", share / "Workflows/issue.yaml", histories))["transitions"]
            for name, figure in peer.items():
                theirs[name] = max(figure, theirs.get(name, figure))
    sys.exit(report(ours, theirs))


def report(ours, theirs):
    failed = False

    def line(name, left, right, ratio, passed, limit):
        nonlocal failed
        failed |= not passed
        print(f"{name:36}{left:>14}{right:>14}{ratio:8.2f}{limit:>8}  {'pass' if passed else 'FAIL'}")

    print(f"{'events a second':36}{'lap':>14}{'transitions':>14}{'ratio':>8}{'at least':>9}")
    for name in ("toggle", "bare", "guarded"):
        ratio = ours[name] / theirs[name]
        line(name, f"{ours[name]:,.0f}", f"{theirs[name]:,.0f}", ratio, ratio >= PEER_LIMIT, PEER_LIMIT)
    print(f"{'replay, with clocks':36}{ours['replay']:14,.0f}  (the aim is {REPLAY_AIM:,})")
    print(f"{'issue.yaml':36}{'it':>14}{'parsing':>14}{'ratio':>8}{'at most':>9}")
    for name in ("load", "verify"):
        ratio = ours[name] / ours["parse"]
        passed = ratio <= VERIFY_LIMIT
        line(name, f"{ours[name] * 1000:.1f}ms", f"{ours['parse'] * 1000:.1f}ms", ratio, passed, VERIFY_LIMIT)
    return 1 if failed else 0


if __name__ == "__main__":
    main()
