"""Checks without lap what `lap export` wrote, as strictly as `lap import --all` but for what its last line names: the
chain of hashes, every row, sealed value and issued file. Usage: verify-journal.py [--against HEAD] FILE|-
Exit status: 0 when all of it holds, 1 when something does not, 65 for no export, 66 for no file."""

import argparse
import base64
import hashlib
import json
import os
import re
import sys
from datetime import datetime, timedelta

from journal_rows import KEYS, NUMBERED, Operation, need, parse

NOT_CHECKED = "Not checked: whether workflows and seats allowed it, and what rules and references of tables demand."
# A number ends in #, and what may be missing in ?.
JOURNAL = {
    "operation": "id# recorded effective actor command reverses#? key? words? events# sealed# hash".split(),
    "change": "operation# position# relation key before? after?".split(),
    "event": "id# operation# item# name origin? target happened actor capacity given".split(),
    "seal": "id# commitment".split(),
    "content": "digest data".split(),
    "vault": "id# item#? person? section field findable# salt value".split(),
}
COLUMNS = {table: [column.rstrip("#?") for column in columns] for table, columns in JOURNAL.items()}


def sha(*parts):
    """SHA-256 over parts, each preceded by its length as eight bytes; nothing is a word of its own."""
    data = [b"\0nothing" if part is None else str(part).encode() for part in parts]
    return hashlib.sha256(b"".join(len(part).to_bytes(8, "big") + part for part in data)).hexdigest()


def read(lines):
    """The first line's header, and the rows by table."""
    header = parse(next(lines, ""))
    need([len(header), header["ledger"], header["schema"], type(header["operations"])] == [4, 0x4C415052, 1, int])
    tables = {table: [] for table in [*KEYS, *JOURNAL]}
    for entry in map(parse, lines):
        table, row = need(len(entry) == 2, (entry["table"], entry["row"]))
        need(all(type(value) in (int, str, type(None)) and "\0" not in str(value) for value in row.values()))
        need(table in JOURNAL or type(row[KEYS[table]]) is (int if table in NUMBERED else str))
        need(len(row) == len(COLUMNS.get(table, row)))
        need(all(row[name] is None and column[-1] == "?" or type(row[name]) is (int if "#" in column else str)
                 for name, column in zip(COLUMNS.get(table, ()), JOURNAL.get(table, ()))))
        tables[table].append(row)
    return header, tables


def check_chain(header, tables, against, say):
    changes, events = {}, {}
    for row in sorted(tables["change"] + tables["event"], key=lambda row: row.get("position", row.get("id"))):
        (changes if "position" in row else events).setdefault(row["operation"], []).append(row)
    before = {(row["operation"], row["relation"], row["key"], row["before"]) for row in tables["change"]}
    commitments = [row["commitment"] for row in sorted(tables["seal"], key=lambda row: row["id"])]
    previous, last, recorded, number, sealed, known, given = "", 0, "", 0, 0, {"system"}, {}
    for row in sorted(tables["operation"], key=lambda row: row["id"]):
        touched, told, undone = changes.pop(row["id"], []), events.pop(row["id"], []), row["reverses"]
        last, days = last + 1, [event["happened"] for event in told]
        day = (datetime.fromisoformat(row["recorded"].replace("Z", "+00:00")) + timedelta(hours=1)).date().isoformat()
        if recorded > row["recorded"] or max([row["effective"], *days]) > day:
            say(f"operation {last} was recorded before the one before it, or tells of a later day")
        if ([change["position"] for change in touched] != list(range(1, len(touched) + 1))
                or [event["id"] for event in told] != list(range(number + 1, number + len(told) + 1))
                or row["events"] != number + len(told) or row["sealed"] < sealed or row["id"] != last
                or any(change["relation"] not in KEYS for change in touched)):
            say(f"operation {last} is missing or lacks a change or an event, or gave a number twice")
        committed, sealed = sha(*commitments[sealed:row["sealed"]]), row["sealed"]
        last, recorded, number = row["id"], row["recorded"], row["events"]
        # It changes what something happened to; one that takes another back leaves what was before that.
        items, mends = {str(event["item"]) for event in told}, any(change["relation"] == "erased" for change in touched)
        operation = Operation(last, bool(told), touched, given)
        gone = {parse(change["before"])["digest"] for change in touched
                if change["relation"] == "attached" and change["before"]}
        for table, key, old, new in ([change[name] for name in COLUMNS["change"][2:]] for change in touched):
            if (undone is None and last > 1 and not operation.reaches(table, key, old, new)
                    or table == "item" and key not in items and not mends
                    or undone is not None and table not in ("counter", "erased", "setting", "definition")
                    and (undone, table, key, new) not in before and not (table == "erased_content" and key in gone)
                    or not operation.counts(table, key, old)):
                say(f"operation {last} changed {table} {key} though nothing happened to it, or put back something else")
            known |= {key} if table == "person" and old is None else set()
        if (row["command"] == "undo" and undone is None or row["actor"] not in known
                or any(event["actor"] != row["actor"] for event in told)):
            say(f"operation {last} says that it took one back and took none, or is by somebody who was not on record")
        said = [row[name] for name in COLUMNS["operation"][:-1]]
        changed = sha(*(change[name] for change in touched for name in COLUMNS["change"][2:]))
        happened = sha(*(event[name] for event in told for name in COLUMNS["event"][:1] + COLUMNS["event"][2:]))
        if sha(previous, *said, changed, happened, committed) != row["hash"]:
            say(f"operation {last} is not what was recorded")
        previous = row["hash"]
        against = None if against == f"{last}-{previous[:12]}-{recorded[:10]}" else against
    if ((header["operations"], header["head"]) != (last, previous) or last == 0 or changes or events
            or sorted(row["id"] for row in tables["seal"]) != list(range(1, sealed + 1))):
        say("the journal does not end where the first line says, or tells of operations that there are not")
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
    if {str(event["item"]) for event in tables["event"]} - {key for table, key in images if table == "item"}:
        say("something happened to an item that is not on record")
    images = {place: parse(image) for place, image in images.items() if image is not None}
    for table, row in ((table, row) for table in KEYS for row in tables[table]):
        key = row.pop(KEYS[table])
        if images.pop((table, str(key)), None) != row:
            say(f"{table} {key} is not as the journal has it")
    for table, key in sorted(images):
        say(f"{table} {key} is in the journal, but gone")


def seals(value):
    """Every key of the vault in a value, wherever it stands: texts that hold JSON are looked into."""
    if isinstance(value, str):
        if found := re.match(r"^sealed:(\d+)$", value):
            yield int(found[1])
        try:
            value = json.loads(value) if value[:1] in ("{", "[") else None
        except ValueError:
            return
    if isinstance(value, dict) and isinstance(value.get("sealed"), int):
        yield value["sealed"]
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from seals(inner)


def check_vault(sealed, erased, tables, say):
    kept, alike, commitments = {}, {}, {row["id"]: row["commitment"] for row in tables["seal"]}
    for row in tables["vault"]:
        if row["id"] in kept or (row["item"] is None) == (row["person"] is None) or row["findable"] not in (0, 1):
            say(f"the sealed value {row['id']} is there twice, or is nobody's, or two people's")
        owner = f"person {row['person']}" if row["item"] is None else f"item {row['item']}"
        commitment = sha(row["salt"], owner, row["section"], row["field"], row["value"])
        kept[row["id"]] = (commitment, row["section"], row["findable"] == 1)
    texts = [row.get(name) for row in tables["change"] + tables["event"] for name in ("before", "after", "given")]
    named = set(seals(texts))
    # Only what stands now is found, and of one section under one workflow all texts are, or none.
    wanted = dict.fromkeys(kept, False) | {k: True for row in tables["agenda_item"] for k in seals(row["discussed"])}
    for row, key in ((row, key) for row in tables["item"] for key in seals(row["fields"]) if key in kept):
        wanted[key] = alike.setdefault((row["definition"], kept[key][1]), kept[key][2])
    for key in sorted(key for key in kept if wanted[key] != kept[key][2]):
        say(f"the sealed value {key} is {'within' if kept[key][2] else 'out of'} reach of searches")
    for key in sorted(key for key in kept if commitments.get(key) != kept[key][0] or key not in named or key in erased):
        say(f"the sealed value {key} is not what was recorded, or was erased")
    for key in sorted((set(range(1, sealed + 1)) | named) - set(kept) - erased):
        say(f"the sealed value {key} is gone, and nobody erased it")


def check_contents(erased, tables, say):
    named = {file[name] for row in tables["change"] if row["relation"] in ("issued", "attached") and row["after"]
             for file in [parse(row["after"])] for name in ("digest", "model") if name in file}
    kept = set()
    for key, text in ((row["digest"], row["data"]) for row in tables["content"]):
        data = base64.b64decode(text.encode())
        if key in kept | erased or text.encode() != base64.b64encode(data) or hashlib.sha256(data).hexdigest() != key:
            say(f"the contents {key[:12]} are not what they are known by, or were erased, or are there twice")
        kept.add(key)
    for key in sorted(named - erased ^ kept - erased):
        say(f"the contents {key[:12]} are gone, and nobody erased them, or there without being on record")


def main(file, against):
    with open(0 if file == "-" else file, encoding="utf-8", newline="\n") as lines:
        (header, tables), problems = read(lines), []
    sealed = check_chain(header, tables, against, problems.append)
    check_vault(sealed, {row["vault"] for row in tables["erased"]}, tables, problems.append)
    check_contents({row["digest"] for row in tables["erased_content"]}, tables, problems.append)
    check_rows(tables, problems.append)
    for problem in problems[:50] + [f"and {len(problems) - 50} more"] * (len(problems) > 50):
        print(f"verify-journal: {problem}.", file=sys.stderr)
    if not problems:
        print(f"Sound: {header['operations']} operations, head {header['head'][:12]}.\n{NOT_CHECKED}", flush=True)
    return 1 if problems else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--against")
    parser.add_argument("file")
    try:
        sys.exit(main(**vars(parser.parse_args())))
    except BrokenPipeError:  # whoever reads what it says has gone: that is no answer
        os._exit(74)
    except OSError:
        status, said = 66, "there is no such file that can be read"
    except (KeyError, TypeError, ValueError, AttributeError):
        status, said = 65, "the file is no whole export"
    print(f"verify-journal: {said}.", file=sys.stderr)
    sys.exit(status)
