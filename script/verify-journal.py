"""Checks what `lap export` wrote without lap: the chain of hashes, every row against the journal, every sealed value
against what was recorded of it, every erasure. Usage: verify-journal.py [--against HEAD] FILE (- for standard input).
What searches find is told by the workflows, so that is checked as far as texts of one section are treated alike.
Exit status: 0 when all of it holds, 1 when something does not, 65 for no export, 66 for no file. Prints no value."""

import argparse
import hashlib
import json
import re
import sys

SEALED_TEXT = re.compile(r"^(\d+):([0-9a-f]{64})$")
JOURNAL = {
    "operation": "id recorded effective actor command reverses key words events sealed hash".split(),
    "change": "operation position relation key before after".split(),
    "event": "id operation item name origin target happened actor capacity given".split(),
    "vault": "id item person section field findable salt value".split(),
}


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


def members(pairs):
    """An object; one in which a name stands twice is none."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError
    return dict(pairs)


def read(lines):
    """The first line's header, and the rows by table."""
    header = json.loads(next(lines, ""), object_pairs_hook=members)
    if set(header) != {"ledger", "schema", "operations", "head"} or header["schema"] != 1:
        raise ValueError
    tables = {table: [] for table in JOURNAL}
    for line in lines:
        entry = json.loads(line, object_pairs_hook=members)
        if (set(entry) != {"row", "table"} or set(entry["row"]) != set(JOURNAL.get(entry["table"], entry["row"]))
                or any(isinstance(value, str) and "\0" in value for value in entry["row"].values())):
            raise ValueError
        tables.setdefault(entry["table"], []).append(entry["row"])
    return header, tables


def check_chain(header, tables, against, say):
    parts = {"change": {}, "event": {}}
    for part, found in parts.items():
        for row in tables[part]:
            found.setdefault(row["operation"], []).append(row)
    changes, events = parts.values()
    previous, last, recorded, keys, event_number, sealed = "", 0, "", set(), 0, 0
    for row in sorted(tables["operation"], key=lambda row: row["id"]):
        if row["id"] != last + 1 or row["recorded"] < recorded or (row["key"] and row["key"] in keys):
            say(f"operation {last + 1} is missing, or recorded before the one before it, or has the key of another")
        last, recorded = row["id"], max(recorded, row["recorded"])
        keys.add(row["key"])
        changed, happened = Hash(), Hash()
        for position, change in enumerate(sorted(changes.pop(last, []), key=lambda row: row["position"]), 1):
            if change["position"] != position:
                say(f"operation {last} lacks a change")
            changed.add(*(change[name] for name in JOURNAL["change"][2:]))
        for event in sorted(events.pop(last, []), key=lambda row: row["id"]):
            event_number += 1
            if event["id"] != event_number or event["actor"] != row["actor"]:
                say(f"operation {last} has an event out of its order, or somebody else's")
            event_number = event["id"]
            happened.add(event["id"], *(event[name] for name in JOURNAL["event"][2:]))
        own = [row[name] for name in JOURNAL["operation"][1:-1]]
        if Hash(previous, last, *own, changed.text(), happened.text()).text() != row["hash"]:
            say(f"operation {last} is not what was recorded")
        previous = row["hash"]
        if against == f"{last}-{previous[:12]}-{recorded[:10]}":
            against = None
        if row["events"] != event_number or row["sealed"] < sealed:
            say(f"operation {last} lacks an event, or gave a number of the vault twice")
        sealed = row["sealed"]
    for operation in sorted(set(changes) | set(events)):
        say(f"there are changes or events of operation {operation}, which there is not")
    if (header["operations"], header["head"]) != (last, previous):
        say("the journal does not end where the first line says")
    if against is not None:
        say("the journal does not hold the head that was given")
    return sealed


def check_rows(tables, say):
    images = {}
    for change in sorted(tables["change"], key=lambda row: (row["operation"], row["position"])):
        place = (change["relation"], change["key"])
        if images.get(place) != change["before"]:
            say(f"{place[0]} {place[1]} was another before operation {change['operation']} than it was left")
        images[place] = change["after"]
    images = {place: json.loads(image) for place, image in images.items() if image is not None}
    for table, rows in ((table, rows) for table, rows in tables.items() if table not in JOURNAL):
        columns = {name for place, image in images.items() if place[0] == table for name in image}
        for row in rows:
            names = {name for name in row if row[name] is not None} - columns if columns else set()
            key = str(row[names.pop()]) if len(names) == 1 else "?"
            image = images.pop((table, key), None)
            if image is None or any(row.get(name) != image.get(name) for name in columns):
                say(f"{table} {key} is not as the journal has it")
    for table, key in sorted(images):
        say(f"{table} {key} is in the journal, but gone")


def seals(value):
    """Every key and commitment in a value, wherever it stands: texts that hold JSON are looked into."""
    if isinstance(value, str):
        if found := SEALED_TEXT.match(value):
            yield int(found[1]), found[2]
        try:
            value = json.loads(value) if value[:1] in ("{", "[") else None
        except ValueError:
            return
    if isinstance(value, dict) and isinstance(value.get("sealed"), int) and isinstance(value.get("by"), str):
        yield value["sealed"], value["by"]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from seals(inner)


def check_findable(tables, kept, say):
    """Only what stands now is found, and of one section under one workflow all texts are, or none."""
    wanted, alike = dict.fromkeys(kept, False), {}
    found = {row["id"]: (row["section"], row["findable"] == 1) for row in tables["vault"]}
    for row in tables.get("agenda_item", []):
        wanted.update((key, True) for key, _ in seals(row["discussed"]))
    for row in tables.get("item", []):
        for key in (key for key, _ in seals(row["fields"]) if key in found):
            wanted[key] = alike.setdefault((row["definition"], found[key][0]), found[key][1])
    for key in sorted(key for key in kept if wanted[key] != found[key][1]):
        say(f"the sealed value {key} is {'within' if found[key][1] else 'out of'} reach of searches")


def check_vault(sealed, tables, say):
    erased = {row["vault"] for row in tables.get("erased", [])}
    kept = {}
    for row in tables["vault"]:
        if row["id"] in kept or (row["item"] is None) == (row["person"] is None) or row["findable"] not in (0, 1):
            say(f"the sealed value {row['id']} is there twice, or is nobody's, or two people's")
        owner = f"person {row['person']}" if row["item"] is None else f"item {row['item']}"
        kept[row["id"]] = Hash(row["salt"], owner, row["section"], row["field"], row["value"]).text()
    named = {}
    texts = [row[name] for row in tables["change"] for name in ("before", "after") if row[name]]
    for text in texts + [row["given"] for row in tables["event"]]:
        for key, commitment in seals(text):
            if named.setdefault(key, commitment) != commitment:
                say(f"two things were recorded of the sealed value {key}")
    for key in sorted(key for key in kept if named.get(key, kept[key]) != kept[key]):
        say(f"the sealed value {key} is not what was recorded")
    check_findable(tables, kept, say)
    for key in sorted(key for key in kept if key not in named or key in erased or key > sealed):
        say(f"the sealed value {key} is not in the journal, or was erased")
    for key in sorted((set(range(1, sealed + 1)) | set(named)) - set(kept) - erased):
        say(f"the sealed value {key} is gone, and nobody erased it")


def main(path, against=None):
    try:
        with sys.stdin if path == "-" else open(path, encoding="utf-8") as file:
            header, tables = read(iter(file))
    except OSError:
        print("verify-journal: there is no such file that can be read.", file=sys.stderr)
        return 66
    problems = []
    sealed = check_chain(header, tables, against, problems.append)
    check_rows(tables, problems.append)
    check_vault(sealed, tables, problems.append)
    more = [f"and {len(problems) - 50} more"] if len(problems) > 50 else []
    for problem in problems[:50] + more:
        print(f"verify-journal: {problem}.", file=sys.stderr)
    if not problems:
        print(f"Sound: {header['operations']} operations, head {header['head'][:12]}.")
    return 1 if problems else 0


if __name__ == "__main__":
    words = argparse.ArgumentParser()
    words.add_argument("--against")
    words.add_argument("file")
    words = words.parse_args()
    try:
        sys.exit(main(words.file, words.against))
    except (KeyError, TypeError, ValueError, AttributeError):
        print("verify-journal: the file is no whole export.", file=sys.stderr)
        sys.exit(65)
