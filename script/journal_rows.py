"""What a journal has rows of, and what operations may do to them: of verify-journal.py, which lies beside it."""

import json
from collections import Counter

NUMBERED = """concern seat term definition erased item agenda_item called attendance declaration decision terms dissent attached issued
    mailed released_word mistaken""".split()
FOUNDED = "area district body concern theme destination plan role permission".split()  # once for all
KEYS = dict.fromkeys(["person", "public_contact", *FOUNDED, *NUMBERED], "id") | {"setting": "name", "counter": "name"}
KEYS.update(concern="number", erased="vault", erased_content="digest")
# The columns that operations change (Reach.swift): at any time, when they erase, when something happens to an item.
REACH = {
    "setting": ("value",), "person": ("name email",), "seat": ("organisation closed",), "term": ("until",),
    "counter": ("last",), "called": ("until reminded answered answer",), "attendance": ("online arrived departed",),
    "agenda_item": ("discussed reached released release_reason", "title reason late"), "declaration": ("", "interest"),
    "decision": ("", "wording", "wording provisional"), "dissent": ("", "words"), "released_word": ("", "words"),
    "issued": ("corrected_by", "model redacted", "recalled breach")}
SETTINGS = ["erasures-unknown-since", "erasures-unknown-from", "restored-from", "lost-heads", "calendars-digest"]
ALIKE = {"attendance": ("meeting", "person"), "declaration": ("agenda_item", "person")}  # goes when another comes


def need(condition, value=None):
    if not condition:
        raise ValueError
    return value


def parse(text):
    """JSON as lap reads it: whole numbers of 64 bits, and no name that stands twice in an object."""
    return json.loads(
        text, object_pairs_hook=lambda pairs: need(len(dict(pairs)) == len(pairs), dict(pairs)), parse_float=int,
        parse_int=lambda n: need(n != "-0" and -2 ** 63 <= int(n) < 2 ** 63, int(n)), parse_constant=int)


class Operation:
    """What one operation did to rows, and what the counters had given before it."""

    def __init__(self, number, happens, touched, given):
        self.number, self.happens, self.given = number, happens, given
        self.tables = {change["relation"] for change in touched if change["key"] != "calendars-digest"}
        self.added = Counter(change["relation"] for change in touched if change["before"] is None)
        self.alike = {(change["relation"], *map(parse(change["after"]).get, ALIKE[change["relation"]]))
                      for change in touched if change["relation"] in ALIKE and change["before"] is None}
        self.rises = {change["key"]: parse(change["after"] or "{}").get("last", 0)
                      for change in touched if change["relation"] == "counter"}

    def reaches(self, table, key, old, new):
        """Whether an operation that neither makes the register nor takes another back may do that to a row."""
        before, after = (None if image is None else parse(image) for image in (old, new))
        if table in FOUNDED or table == "setting" and key not in SETTINGS:
            return False
        if table in ("erased", "erased_content") and before is None:
            explained = self.happens or self.tables & {"person", "seat", "term", "setting"}
            return after["operation"] == self.number and bool(
                explained or table == "erased_content" or after["cuts"] is not None)
        if after is None:
            return (table in ("setting", "seat", "term", "agenda_item", "public_contact") or table == "released_word" and self.happens
                    or table in ALIKE and (table, *map(before.get, ALIKE[table])) in self.alike)
        free, mended, moved = (*REACH.get(table, ("",)), "", "")[:3]
        room = table == "decision" and self.tables & {"attendance", "declaration"}
        free = [free, "provisional" if room else "", moved if self.happens else "",
                mended if self.tables & {"erased", "erased_content"} else ""]
        return (table == "item" or before is None
                or {name for name, _ in before.items() ^ after.items()} <= set(" ".join(free).split()))

    def counts(self, table, key, old):
        """Counters rise as far as what they give is given, and no number is given that they have not come to."""
        if table == "counter":
            last, self.given[key] = self.given.get(key, 0), self.rises[key]
            return last < self.rises[key] <= last + sum(
                self.added[name] for name in ([key] if key in KEYS else ["item", "decision"]))
        return (table not in NUMBERED or table in ("erased", "concern") or old is not None
                or int(key) <= self.rises.get(table, self.given.get(table, 0)))
