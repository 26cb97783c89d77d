"""Types the sessions of tutorial pages as they stand, each in a folder of its own, and compares what the pages show.
Where nothing is shown a command has to succeed. Usage: check-tutorial.py FOLDER-OF-LAP PAGE..."""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

# As mdoc writes them.
ESCAPES = {"\\(lq": "“", "\\(rq": "”", "\\(->": "→", "\\&": "", "\\e": "\\"}


def session(page):
    """Commands with what is shown of their output. A command begins with a dollar sign; it goes on while its lines end
    in a backslash, and to the END of a file it writes."""
    commands, inside, goes_on, ending = [], False, False, None
    for line in pathlib.Path(page).read_text(encoding="utf-8").splitlines():
        if line.startswith((".Bd -literal", ".Ed")):
            inside, goes_on = line.startswith(".Bd"), False
        elif inside:
            for escape, character in ESCAPES.items():
                line = line.replace(escape, character)
            if goes_on or ending:
                commands[-1][0].append(line)
            elif line.startswith("$ "):
                commands.append(([line[2:]], []))
                ending = "END" if line.endswith("<<'END'") else None
            elif commands:
                commands[-1][1].append(line)
            goes_on = line.endswith("\\")
            ending = None if line == ending else ending
    return [("\n".join(command), " ".join(" ".join(shown).split())) for command, shown in commands]


def problem(page, programs):
    """What does not run or comes out otherwise; None when all is as the page says."""
    commands = session(page)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LAP_")}
    environment |= {"LAP_SHARE": os.getcwd(), "PATH": f"{programs}:{environment['PATH']}"}
    script = "".join(f"{command}\necho \"=== $?\"\n" for command, _ in commands)
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            ["sh", "-u", "-c", script], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    said = re.split(r"^=== (\d+)\n", ran.stdout, flags=re.MULTILINE)
    for (command, shown), output, status in zip(commands, said[:-1:2], said[1::2], strict=True):
        if status != "0" and not shown:
            return f"“{command}” ended with {status}:\n{output}"
        if shown not in " ".join(output.split()):
            return f"“{command}” came out otherwise:\n{output}"
    return None if commands else "there is no session in it"


def main(programs, pages):
    failed = False
    for page in pages:
        if found := problem(page, pathlib.Path(programs).resolve()):
            print(f"check-tutorial: {page}: {found}", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
