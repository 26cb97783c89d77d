"""Looks in the text of every public paper that the year left for everything private: a search of its own, which knows of the
program's search nothing. What it finds is for somebody to look at; a find among papers that were issued is a leak."""

import datetime as dt, glob, html, json, os, re, unicodedata

from concerns import I

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TITLES = {'mrs', 'ms', 'mr', 'dr', 'miss', 'ap', 'mae', 'jun'}
# Where members are called like families: their full names stand in minutes.
MEMBERS = ['jo preston', 'mark field', 'sana khan', 'alice young']


def known(name):
    with open(f'{ROOT}/Data/words/{name}.txt') as file:
        return {line.strip() for line in file if not line.startswith('#')}


COMMON = known('ordinary') | known('places') | known('roles') | {'lancaster', 'preston', 'khan', 'burnley', 'chorley'}


def is_common(word):
    return word in COMMON or any(word.endswith(e) and word[: -len(e)] in COMMON for e in ('s', 'es', 'ed', 'ing'))


def fold(text):
    text = unicodedata.normalize('NFKD', text.replace('ł', 'l').replace('Ł', 'L').replace('ı', 'i'))
    text = ''.join(c for c in text if not unicodedata.combining(c) and unicodedata.category(c) != 'Cf')
    return text.casefold().replace('’', "'").replace('‘', "'")


def words(text):
    return re.findall(r'[a-z0-9]+', re.sub(r"'s\b", '', fold(text)).replace("'", ''))


def digits(text):
    return ''.join(str(unicodedata.digit(c)) for c in text if unicodedata.digit(c, None) is not None)


def runs(found, length):
    return {tuple(found[j : j + length]) for j in range(len(found) - length + 1)}


def is_misspelt(a, b):
    """One letter more, less or another."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def lines(path):
    with open(path) as file:
        text = re.sub(r'(?s)<style.*?</style>', '', file.read())
    attributes = re.findall(r'(?:alt|title|content|aria-label|href|id|name)="([^"]*)"', text)
    text = re.sub(r'</?(span|a|b|i|em|strong|abbr|time)\b[^>]*>', '', text)
    text = html.unescape(re.sub(r'(?s)<[^>]+>', '\n', text))
    found = [re.sub(r'\s+', ' ', line).strip() for line in text.split('\n')]
    return [line for line in found if line] + [html.unescape(a) for a in attributes]


class Family:
    """What is known of one family, in the shapes in which it is looked for."""

    def __init__(self, concern):
        self.key = concern['key']
        contact, detail = concern['contact'] or '', concern['detail'] or ''
        both = f'{contact} ; {detail}'
        self.names = {w for f in ('name', 'child') for w in words(concern[f] or '') if len(w) > 1 and w not in TITLES}
        self.told = {
            w
            for w in re.findall(r"(?<=[a-z,] )[A-ZÁÉÍÓÚŚŻ][\w’'-]+", detail)
            if not is_common(fold(w)) and fold(w) not in self.names | TITLES
        }
        numbers = (digits(x) for x in re.findall(r'[\d٠-٩][\d٠-٩ ().\-/]{6,}', both))
        self.numbers = {x[-9:] for x in numbers if len(x) >= 9} | {
            digits(x) for x in re.findall(r'[A-Z]\d{12}', detail)
        }
        self.mails = {
            re.sub(r'[^a-z0-9@]', '', fold(re.sub(r' ?\[at\] ?', '@', x)))
            for x in re.findall(r'[\w.]+ ?(?:@|\[at\]) ?[\w.]+', contact)
        }
        self.postcodes = {fold(x).replace(' ', '') for x in re.findall(r'[A-Z]{2}\d \d[A-Z]{2}', both)}
        self.born = dt.date.fromisoformat(concern['born']) if concern['born'] else None
        self.sentences = runs(words(detail), 4)

    @property
    def values(self):
        sets = (self.names, self.told, self.numbers, self.mails, self.postcodes)
        return sum(map(len, sets)) + (self.born is not None) + bool(self.sentences)

    def found(self, line):
        low, spoken = fold(line), words(line)
        here, number = set(spoken), digits(line)
        tight = re.sub(r'[^a-z0-9@]', '', low)
        for name in self.names:
            places = [j for j, w in enumerate(spoken) if w == name]
            if places and not is_common(name):
                yield name
            # A name that is a word, beside another of its own or behind a title.
            for j in places:
                pair = f'{spoken[j - 1]} {name}' if j else ''
                if j and (spoken[j - 1] in self.names - {name} or spoken[j - 1] in TITLES) and pair not in MEMBERS:
                    if re.search(r'\b%s[.]? %s\b' % (spoken[j - 1], name), low) and not (
                        spoken[j - 1] not in TITLES and f'{spoken[j - 1]}. {name}' in low
                    ):
                        yield pair
            if len(name) > 5 and not is_common(name):
                yield from (f'{w} for {name}' for w in here if w != name and not is_common(w) and is_misspelt(name, w))
                if name in tight and name not in here:
                    yield f'{name} in one'
        yield from (w for w in self.told if re.search(r'\b%s\b' % re.escape(w), line))
        yield from (n for n in self.numbers if n in number or n[-7:] in number)
        yield from (m for m in self.mails if m in tight or len(m.split('@')[0]) > 5 and m.split('@')[0] in here)
        yield from (p for p in self.postcodes if p in tight)
        if self.sentences & runs(spoken, 4):
            yield 'the words of the detail'
        if self.born:
            b, month = self.born, self.born.strftime('%B').lower()
            if (
                b.isoformat() in line
                or re.search(r'\b%d(st|nd|rd|th)? (of )?%s\w* %d' % (b.day, month[:3], b.year), low)
                or re.search(r'\b0?%d[./-]0?%d[./-](%d|%02d)\b' % (b.day, b.month, b.year, b.year % 100), low)
            ):
                yield 'born'


class Found:
    def __init__(self):
        self.papers = self.lines = self.values = self.texts = 0
        # (day, paper, whose, what, line)
        self.leaks = []
        # Four words in a row of what is private, which is too few to be sure of.
        self.echoes = []
        # The same of families of whom nothing is kept since they were passed on: there is nothing to look for them by.
        self.passed_on = []


def search(folder):
    with open(f'{folder}/state.json') as file:
        state = json.load(file)
    reference = state['ref']
    families = [Family(i) for i in I if i['kind'] == 'I']
    public = set()
    for i in I:
        route = i['route']
        texts = [i['summary']]
        if not (route.get('private_lap') or route.get('private_board')):
            texts += [v for v in route.values() if isinstance(v, str)]
        for text in texts:
            public |= runs(words(text), 4)
    found = Found()
    found.values = sum(f.values for f in families)
    found.texts = len(state['private'])
    diverted = {k for k, v in state['state'].items() if v == 'diverted'}
    for path in sorted(glob.glob(f'{folder}/public/*.html')):
        paper = os.path.basename(path)
        day = paper[:10]
        found.papers += 1
        for line in lines(path):
            found.lines += 1
            for family in families:
                for what in family.found(line):
                    to = found.passed_on if family.key in diverted else found.leaks
                    to.append((day, paper, f'{family.key} {reference.get(family.key)}', what, line))
            spoken = words(line)
            said = runs(spoken, 4)
            for private in state['private']:
                if day < private['since'] or private['until'] and day >= private['until']:
                    continue
                is_gone = private['kind'] in ('consent withdrawn', 'diverted', 'withdrawn')
                typed = words(private['text'])
                told = runs(typed, 4)
                hit = bool(told & said) if is_gone or private['kind'] == 'title' else bool((told & said) - public)
                if 1 < len(typed) < 4 and f' {" ".join(typed)} ' in f' {" ".join(spoken)} ':
                    hit = True
                whose = f'{private["key"]} {private["ref"]}'
                if hit and len(typed) > 4 and not (runs(typed, 5) & runs(spoken, 5)):
                    if day > private['since']:
                        found.echoes.append((day, paper, whose, private['kind'], line))
                    hit = False
                # On the day itself both may have been: the paper first, and what made it private after.
                if hit and day > private['since']:
                    found.leaks.append((day, paper, whose, private['kind'], line))
                if day > private['since'] and private['ref'] and re.search(r'\b%s\b' % private['ref'], line):
                    found.leaks.append((day, paper, whose, f'reference: {private["kind"]}', line))
    found.leaks = list(dict.fromkeys(found.leaks))
    found.echoes = list(dict.fromkeys(found.echoes))
    found.passed_on = list(dict.fromkeys(found.passed_on))
    return found
