"""Compares the manual pages with the program: every command and option it has stands on its page, every event of a
workflow on its noun's page, and no page is about a command that is gone. Usage: check-man.py PROGRAM"""

import json
import pathlib
import re
import subprocess
import sys

# Options that every command takes stand in lap(1) alone.
COMMON = {"register", "as", "on", "key", "json", "json-fields", "no-pager", "color", "version", "help"}
NOUNS = {"issue": "issue", "meeting": "meeting", "action": "action", "plan": "plan-action", "breach": "breach",
         "request": "request", "agenda": "matter", "commitment": "commitment", "question": "question", "gap": "gap",
         "risk": "risk"}
ALIASES = {"log": "raise", "open": "add"}


def events(workflow):
    """The names of a workflow file's events: the keys two spaces in, below `events:`."""
    names, inside = [], False
    for line in pathlib.Path(f"Workflows/{workflow}.yaml").read_text(encoding="utf-8").splitlines():
        if re.match(r"\S", line) and not line.startswith("#"):
            inside = line.startswith("events:")
        elif inside and (found := re.match(r"  ([a-z][a-z0-9-]*):", line)):
            names.append(found[1])
    return names


def main(program):
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, stdout=subprocess.PIPE).stdout
    root = json.loads(dump)["command"]
    pages = {path.name: path.read_text(encoding="utf-8") for path in pathlib.Path("man").glob("lap*.1")}
    problems, wanted = [], {"lap.1"}
    generated = "Show subcommand help information."
    for command in root.get("subcommands", []):
        if command.get("abstract") == generated or not command.get("shouldDisplay", True):
            continue
        name = command["commandName"]
        wanted.add(f"lap-{name}.1")
        page = pages.get(f"lap-{name}.1")
        if page is None:
            problems.append(f"man/lap-{name}.1 is missing")
            continue
        verbs = [verb for verb in command.get("subcommands", []) if verb.get("abstract") != generated]
        for verb in verbs or [command]:
            words = [name] if verb is command else [name, verb["commandName"]]
            if not re.search(rf"^\.Cm {' '.join(words)}$", page, re.MULTILINE):
                problems.append(f"man/lap-{name}.1 does not show lap {' '.join(words)}")
            for argument in verb.get("arguments", []):
                option = argument.get("preferredName", {}).get("name")
                if option and option not in COMMON and argument.get("shouldDisplay", True):
                    if not re.search(rf"Fl -{option}\b", page):
                        problems.append(f"man/lap-{name}.1 does not show --{option} of lap {' '.join(words)}")
        if name in NOUNS:
            for event in events(NOUNS[name]):
                if not re.search(rf"^\.It Cm ({event}|{ALIASES.get(event, event)})( |$)", page, re.MULTILINE):
                    problems.append(f"man/lap-{name}.1 does not show the event {event}")
    problems += [f"man/{page} is about a command that is not there" for page in sorted(set(pages) - wanted)]
    for problem in problems:
        print(f"check-man: {problem}.", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
