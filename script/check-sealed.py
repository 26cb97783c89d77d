#!/usr/bin/env python3
"""Looks for what people wrote where it must not lie: every text that a season of commands gave is in the vault of the
register it made, and in no other table, whatever the column.

    check-sealed.py REGISTER.sqlite TYPED [CONCERNS.csv…]

TYPED holds the arguments of every command, each ended by a NUL; the cells of the tables count as given too.
"""
import csv
import re
import sqlite3
import sys

# What is no text of anybody's: references, days, options, lists of choices, files.
CODED = re.compile(r"-|[A-Z]{1,3}-[\w.-]+$|[\w.-]+$|[\w,./-]+$|\d")


def given(typed, tables):
    """Texts that somebody wrote: of several words, or an address."""
    with open(typed, encoding="utf-8") as file:
        texts = set(file.read().split("\0"))
    for table in tables:
        with open(table, encoding="utf-8", newline="") as file:
            for row in list(csv.reader(file))[1:]:
                texts.update(row)
    texts = {text.removeprefix("--") for text in texts}
    return {text for text in texts if len(text) > 5 and ("@" in text or not CODED.match(text))}


def cells(register):
    """Every text stored outside the vault and its index, with where it stands."""
    tables = [
        name
        for (name,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if name not in ("vault", "search", "definition") and not name.startswith("search_")
    ]
    for table in tables:
        for row in register.execute(f"SELECT * FROM {table}"):
            for cell in row:
                if isinstance(cell, str):
                    yield table, cell


def main():
    register = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    texts = given(sys.argv[2], sys.argv[3:])
    vault = {value for (value,) in register.execute("SELECT value FROM vault")}
    # The partnership's own words: the names of its bodies, themes, plans and the kinds of organisation that fill seats.
    known = "\n".join(
        str(cell)
        for table in ("area", "district", "body", "concern", "theme", "destination", "plan", "role", "setting")
        for row in register.execute(f"SELECT * FROM {table}")
        for cell in row
    )
    texts = {text for text in texts if text not in known}
    organisations = {name for (name,) in register.execute("SELECT organisation FROM seat") if name}
    texts -= organisations
    bare = [(table, text) for table, cell in cells(register) for text in texts if text in cell]
    kept = sum(1 for text in texts if any(text in value for value in vault))
    print(f"sealed: {len(texts)} texts given, {kept} of them in the vault, {len(bare)} outside it")
    for table, text in bare[:20]:
        print(f"  in {table}: {text[:60]!r}")
    if kept < len(texts) // 3:
        sys.exit("sealed: too few of the texts are in the vault; were they gathered at all?")
    sys.exit(1 if bare else 0)


main()
