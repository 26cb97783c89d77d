"""Checks what `lap export` wrote without lap: the chain of hashes, every row against the journal, every sealed value
against what was recorded of it, every erasure. Usage: verify-journal.py FILE (- for standard input).
Exit status: 0 when all of it holds, 1 when something does not, 65 when the file is no export. No value is ever printed."""

import hashlib
import json
import re
import sys

SEALED_TEXT = re.compile(r"^(\d+):([0-9a-f]{64})$")
JOURNAL = ("operation", "change", "event", "vault")


class Hash:
    """SHA-256 over parts, each preceded by its length as eight bytes; nothing is a word of its own."""

    def __init__(self, *parts):
        self.digest = hashlib.sha256()
        self.add(*parts)

    def add(self, *parts):
        for part in parts:
            data = b"\0nothing" if part is None else str(part).encode()
            self.digest.update(len(data).to_bytes(8, "big") + data)

    def text(self):
        return self.digest.hexdigest()


def read(lines):
    """The first line's header, and the rows by table."""
    try:
        header = json.loads(next(lines))
        tables = {table: [] for table in JOURNAL}
        for line in lines:
            entry = json.loads(line)
            tables.setdefault(entry["table"], []).append(entry["row"])
        header["operations"], header["head"]
    except (StopIteration, ValueError, KeyError, TypeError):
        sys.exit(65)
    return header, tables


def by_operation(rows):
    found = {}
    for row in rows:
        found.setdefault(row["operation"], []).append(row)
    return found


def check_chain(header, tables, say):
    changes, events = by_operation(tables["change"]), by_operation(tables["event"])
    previous, last, recorded = "", 0, ""
    keys, event_number, sealed = set(), 0, 0
    for row in sorted(tables["operation"], key=lambda row: row["id"]):
        if row["id"] != last + 1:
            say(f"operation {last + 1} is missing")
        last = row["id"]
        if row["recorded"] < recorded:
            say(f"operation {last} was recorded before the one before it")
        recorded = max(recorded, row["recorded"])
        if row["key"] is not None and row["key"] in keys:
            say(f"operation {last} has the key of another")
        keys.add(row["key"])
        changed, happened = Hash(), Hash()
        for position, change in enumerate(sorted(changes.pop(last, []), key=lambda row: row["position"]), 1):
            if change["position"] != position:
                say(f"operation {last} lacks a change")
            changed.add(change["relation"], change["key"], change["before"], change["after"])
        for event in sorted(events.pop(last, []), key=lambda row: row["id"]):
            event_number += 1
            if event["id"] != event_number or event["actor"] != row["actor"]:
                say(f"operation {last} has an event out of its order, or somebody else's")
            event_number = event["id"]
            happened.add(*(event[name] for name in
                           ("id", "item", "name", "origin", "target", "happened", "actor", "capacity", "given")))
        own = Hash(previous, last, row["recorded"], row["effective"], row["actor"], row["command"], row["reverses"],
                   row["key"], row["words"], row["events"], row["sealed"], changed.text(), happened.text()).text()
        if own != row["hash"]:
            say(f"operation {last} is not what was recorded")
        previous = row["hash"]
        if row["events"] != event_number or row["sealed"] < sealed:
            say(f"operation {last} lacks an event, or gave a number of the vault twice")
        sealed = row["sealed"]
    for operation in sorted(set(changes) | set(events)):
        say(f"there are changes or events of operation {operation}, which there is not")
    if (header["operations"], header["head"]) != (last, previous):
        say("the journal does not end where the first line says")
    return sealed


def check_rows(tables, say):
    images = {}
    for change in sorted(tables["change"], key=lambda row: (row["operation"], row["position"])):
        place = (change["relation"], change["key"])
        if images.get(place) != change["before"]:
            say(f"{place[0]} {place[1]} was another before operation {change['operation']} than it was left")
        images[place] = change["after"]
    images = {place: json.loads(image) for place, image in images.items() if image is not None}
    for table, rows in tables.items():
        if table in JOURNAL:
            continue
        columns = next((set(image) for place, image in images.items() if place[0] == table), None)
        for row in rows:
            names = set(row) - columns if columns else set()
            key = str(row[names.pop()]) if len(names) == 1 else "?"
            image = images.pop((table, key), None)
            if image is None or {name: row.get(name) for name in image} != image:
                say(f"{table} {key} is not as the journal has it")
    for table, key in sorted(images):
        say(f"{table} {key} is in the journal, but gone")


def seals(value):
    """Every key and commitment in a value, wherever it stands: texts that hold JSON are looked into."""
    if isinstance(value, dict):
        if isinstance(value.get("sealed"), int) and isinstance(value.get("by"), str):
            yield value["sealed"], value["by"]
        for inner in value.values():
            yield from seals(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from seals(inner)
    elif isinstance(value, str):
        found = SEALED_TEXT.match(value)
        if found:
            yield int(found[1]), found[2]
        elif value[:1] in ("{", "["):
            try:
                yield from seals(json.loads(value))
            except ValueError:
                pass


def check_vault(sealed, tables, say):
    erased = {row["vault"] for row in tables.get("erased", [])}
    kept = {}
    for row in tables["vault"]:
        owner = f"person {row['person']}" if row["item"] is None else f"item {row['item']}"
        kept[row["id"]] = Hash(row["salt"], owner, row["section"], row["field"], row["value"]).text()
    named = {}
    texts = [row[name] for row in tables["change"] for name in ("before", "after") if row[name]]
    for text in texts + [row["given"] for row in tables["event"]]:
        for key, commitment in seals(text):
            if named.setdefault(key, commitment) != commitment:
                say(f"two things were recorded of the sealed value {key}")
    for key, commitment in sorted(named.items()):
        if key not in kept:
            if key not in erased:
                say(f"the sealed value {key} is gone, and nobody erased it")
        elif kept[key] != commitment:
            say(f"the sealed value {key} is not what was recorded")
    for key in sorted(set(kept) - set(named)):
        say(f"the sealed value {key} is not in the journal")
    for key in sorted(set(kept) & erased):
        say(f"the sealed value {key} was erased, and is there")
    for key in sorted(set(range(1, sealed + 1)) - set(kept) - erased - set(named)):
        say(f"the sealed value {key} is gone, and nobody erased it")
    if max([*kept, 0]) > sealed:
        say("the vault has a value that no operation put there")


def main(path):
    file = sys.stdin if path == "-" else open(path, encoding="utf-8")
    with file:
        header, tables = read(iter(file))
    problems = []
    sealed = check_chain(header, tables, problems.append)
    check_rows(tables, problems.append)
    check_vault(sealed, tables, problems.append)
    for problem in problems[:50]:
        print(f"verify-journal: {problem}.", file=sys.stderr)
    if len(problems) > 50:
        print(f"verify-journal: and {len(problems) - 50} more.", file=sys.stderr)
    if not problems:
        print(f"Sound: {header['operations']} operations, head {header['head'][:12]}.")
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: verify-journal.py FILE")
    try:
        sys.exit(main(sys.argv[1]))
    except (KeyError, TypeError, ValueError, AttributeError):
        print("verify-journal: the file is no whole export.", file=sys.stderr)
        sys.exit(65)
