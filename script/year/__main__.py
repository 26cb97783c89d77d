"""A year of a partnership through the built program: three LAPs and a Board that meet, 42 concerns of which 27 are of one
family each, a careless clerk's slips in hostile spellings, ordinary words that are families' names, private matters at Board
and LAP, consent that is taken back and renewed, late diversions, a meeting that is moved and one that is called off, answers
and letters. Then every public paper that was issued is searched for everything private, by a search that is not the
program's. Families, schools and numbers are made up; members are roles, but for four who are called like families.

    python3 script/year [FOLDER] [--lap PROGRAM] [--minutes N] [--search-only]

FOLDER is made, a temporary one unless given; what an earlier year left in it is replaced. PROGRAM is the built one unless
given. It is left with year.log (all that was typed and answered), notes.log (refusals, slips, words looked at), state.json,
and public/, every public paper as it was issued. Ends after N minutes of the clock, 90 unless given. Exit status: 1 when
anything private is found in a public paper, or the register is not sound.
"""

import argparse, os, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
root = os.path.dirname(os.path.dirname(here))

options = argparse.ArgumentParser(prog='script/year', description=__doc__.split('.')[0] + '.')
options.add_argument('folder', nargs='?', metavar='FOLDER')
options.add_argument('--lap', metavar='PROGRAM', default=f'{root}/.build/debug/lap')
options.add_argument('--minutes', metavar='N', default='90')
options.add_argument('--search-only', action='store_true')
given = options.parse_args()
folder = os.path.abspath(given.folder or tempfile.mkdtemp(prefix='lap-year-'))
os.environ.update(YEAR_FOLDER=folder, YEAR_LAP=os.path.abspath(given.lap), YEAR_MINUTES=given.minutes)

from search import search

isSound = True
if not given.search_only:
    import course

    played = course.play()
    isSound = played['sound']
    print(
        '{commands} commands; {issued} public papers issued, {drafts} drafts, {letters} letters; {slips} slips, '
        '{stopped} of them stopped by a pack; {released} words looked at and let stand'.format(**played)
    )
found = search(folder)
for day, paper, whose, what, line in found.leaks + found.echoes + found.passed_on:
    print(f'{day} {paper}: {whose}, {what}: {line[:200]}')
print(
    f'{found.papers} public papers of {found.lines} lines searched for {found.values} values and {found.texts} private '
    f'texts: {len(found.leaks)} found; four words in a row of what is private {len(found.echoes)} times; '
    f'{len(found.passed_on)} of families of whom nothing is kept'
)
print(f'left in {folder}')
sys.exit(0 if isSound and not found.leaks else 1)
