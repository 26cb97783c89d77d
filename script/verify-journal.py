"""Checks what `lap export` wrote without lap: the chain of hashes, every row against the journal, every sealed value
against what was recorded of it, every issued file, every erasure. Usage: verify-journal.py [--against HEAD] FILE.
What searches find is told by the workflows, so that is checked as far as texts of one section are treated alike.
Exit status: 0 when all of it holds, 1 when something does not, 65 for no export, 66 for no file. Prints no value."""

import argparse
import base64
import hashlib
import json
import re
import sys

SEALED_TEXT = re.compile(r"^(\d+):([0-9a-f]{64})$")
JOURNAL = {
    "operation": "id recorded effective actor command reverses key words events sealed hash".split(),
    "change": "operation position relation key before after".split(),
    "event": "id operation item name origin target happened actor capacity given".split(),
    "content": "digest data".split(),
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
    header, tables = json.loads(next(lines, ""), object_pairs_hook=members), {table: [] for table in JOURNAL}
    if set(header) != {"ledger", "schema", "operations", "head"} or header["schema"] != 1:
        raise ValueError
    for line in lines:
        entry = json.loads(line, object_pairs_hook=members)
        if (set(entry) != {"row", "table"} or set(entry["row"]) != set(JOURNAL.get(entry["table"], entry["row"]))
                or any(isinstance(value, str) and "\0" in value for value in entry["row"].values())):
            raise ValueError
        tables.setdefault(entry["table"], []).append(entry["row"])
    return header, tables


def check_chain(header, tables, against, say):
    changes, events = {}, {}
    for found, row in [(changes, row) for row in tables["change"]] + [(events, row) for row in tables["event"]]:
        found.setdefault(row["operation"], []).append(row)
    previous, last, recorded, keys, event_number, sealed = "", 0, "", set(), 0, 0
    for row in sorted(tables["operation"], key=lambda row: row["id"]):
        if row["id"] != last + 1 or row["recorded"] < recorded or (row["key"] and row["key"] in keys):
            say(f"operation {last + 1} is missing, or recorded before the one before it, or has the key of another")
        last, recorded, changed, happened = row["id"], max(recorded, row["recorded"]), Hash(), Hash()
        keys.add(row["key"])
        for position, change in enumerate(sorted(changes.pop(last, []), key=lambda row: row["position"]), 1):
            changed.add(*(change[name] for name in JOURNAL["change"][2:]))
            if change["position"] != position:
                say(f"operation {last} lacks a change")
        for event in sorted(events.pop(last, []), key=lambda row: row["id"]):
            event_number += 1
            if event["id"] != event_number or event["actor"] != row["actor"]:
                say(f"operation {last} has an event out of its order, or somebody else's")
            event_number = event["id"]
            happened.add(event["id"], *(event[name] for name in JOURNAL["event"][2:]))
        own = (row[name] for name in JOURNAL["operation"][1:-1])
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


def check_rows(_, tables, say):
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


def check_contents(_, tables, say):
    """Files of issued papers, and what they were set from: there and as they are known, or erased on record."""
    texts = [row[name] or "" for row in tables["change"] if row["relation"] == "issued" for name in ("before", "after")]
    named = {digest for text in texts for digest in re.findall(r'"(?:digest|model)":"([0-9a-f]{64})"', text)}
    kept = {row["digest"]: base64.b64decode(row["data"].encode()) for row in tables["content"]}
    erased = {row["digest"] for row in tables.get("erased_content", [])}
    wrong = {row["digest"] for row in tables["content"] if base64.b64encode(kept[row["digest"]]) != row["data"].encode()}
    wrong |= {key for key in kept if hashlib.sha256(kept[key]).hexdigest() != key or key in erased}
    for digest in sorted(wrong | named - erased ^ set(kept)):
        say(f"the contents {digest[:12]} are gone, altered, or there without being on record")


def check_vault(sealed, tables, say):
    erased, kept = {row["vault"] for row in tables.get("erased", [])}, {}
    for row in tables["vault"]:
        if row["id"] in kept or (row["item"] is None) == (row["person"] is None) or row["findable"] not in (0, 1):
            say(f"the sealed value {row['id']} is there twice, or is nobody's, or two people's")
        owner = f"person {row['person']}" if row["item"] is None else f"item {row['item']}"
        kept[row["id"]] = Hash(row["salt"], owner, row["section"], row["field"], row["value"]).text()
    named, texts = {}, [row[name] for row in tables["change"] for name in ("before", "after") if row[name]]
    for text in texts + [row["given"] for row in tables["event"]]:
        for key, commitment in seals(text):
            if named.setdefault(key, commitment) != commitment:
                say(f"two things were recorded of the sealed value {key}")
    for key in sorted(key for key in kept if named.get(key, kept[key]) != kept[key]):
        say(f"the sealed value {key} is not what was recorded")
    # Only what stands now is found, and of one section under one workflow all texts are, or none.
    wanted, alike = dict.fromkeys(kept, False), {}
    found = {row["id"]: (row["section"], row["findable"] == 1) for row in tables["vault"]}
    wanted.update((key, True) for row in tables.get("agenda_item", []) for key, _ in seals(row["discussed"]))
    for row in tables.get("item", []):
        for key in (key for key, _ in seals(row["fields"]) if key in found):
            wanted[key] = alike.setdefault((row["definition"], found[key][0]), found[key][1])
    for key in sorted(key for key in kept if wanted[key] != found[key][1]):
        say(f"the sealed value {key} is {'within' if found[key][1] else 'out of'} reach of searches")
    for key in sorted(key for key in kept if key not in named or key in erased or key > sealed):
        say(f"the sealed value {key} is not in the journal, or was erased")
    for key in sorted((set(range(1, sealed + 1)) | set(named)) - set(kept) - erased):
        say(f"the sealed value {key} is gone, and nobody erased it")


def main(file, against=None):
    try:
        with sys.stdin if file == "-" else open(file, encoding="utf-8") as lines:
            header, tables = read(iter(lines))
    except OSError:
        print("verify-journal: there is no such file that can be read.", file=sys.stderr)
        return 66
    problems = []
    sealed = check_chain(header, tables, against, problems.append)
    for check in check_rows, check_contents, check_vault:
        check(sealed, tables, problems.append)
    for problem in problems[:50] + ([f"and {len(problems) - 50} more"] if len(problems) > 50 else []):
        print(f"verify-journal: {problem}.", file=sys.stderr)
    if not problems:
        print(f"Sound: {header['operations']} operations, head {header['head'][:12]}.")
    return 1 if problems else 0


if __name__ == "__main__":
    words = argparse.ArgumentParser()
    words.add_argument("--against")
    words.add_argument("file")
    try:
        sys.exit(main(**vars(words.parse_args())))
    except (KeyError, TypeError, ValueError, AttributeError):
        print("verify-journal: the file is no whole export.", file=sys.stderr)
        sys.exit(65)
