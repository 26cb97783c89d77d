"""The course of a year, as people who use the program would have it: what they type, day by day. Read by __main__.py."""

import os, re, sys, json, subprocess, shutil, heapq, time, datetime as dt

from concerns import I

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
Y = os.path.abspath(os.environ['YEAR_FOLDER'])
PROGRAM = os.environ['YEAR_LAP']
os.makedirs(Y, exist_ok=True)
REG = Y + '/register'
PK = Y + '/packs'
STOP = '2026-01-01'
LIMIT = time.time() + 60 * float(os.environ.get('YEAR_MINUTES', '90'))
for d in (REG, PK):
    shutil.rmtree(d, ignore_errors=True)
os.makedirs(PK)
shutil.rmtree(Y + '/public', ignore_errors=True)
os.makedirs(Y + '/public')
env = dict(os.environ, NO_COLOR='1', LAP_SHARE=ROOT)
for k in ('LAP_AS', 'LAP_ON', 'LAP_REGISTER'):
    env.pop(k, None)
LOG = open(Y + '/year.log', 'w')
NOTES = open(Y + '/notes.log', 'w')
CMDS = open(Y + '/commands.jsonl', 'w')
TODAY = '2024-01-02'
AS = None
n = 0


def note(kind, *a):
    s = '%s %s | %s' % (TODAY, kind, ' | '.join(str(x) for x in a))
    NOTES.write(s + '\n')
    NOTES.flush()


TEXTS = set()
HIST = []


class R:
    pass


def lap(*a, who=None, ok=(0,), quiet=False):
    global n
    n += 1
    a = [str(x) for x in a]
    for x in a:
        if ' ' in x:
            TEXTS.add(x)
    cmd = [PROGRAM, *a]
    if a[0] != 'init':
        cmd += ['--register', REG]
    w = who or AS
    if w and a[0] != 'init':
        cmd += ['--as', w]
    cmd += ['--on', TODAY]
    t = time.time()
    p = subprocess.run(cmd, capture_output=True, text=True, env=env, stdin=subprocess.DEVNULL)
    r = R()
    r.rc = p.returncode
    r.out = p.stdout
    r.err = p.stderr
    r.all = p.stdout + p.stderr
    r.cmd = cmd
    m = re.findall(r'Undo with: lap undo (\d+)', r.all)
    r.op = m[-1] if m else None
    if r.op and a[0] != 'undo' and r.rc == 0:
        HIST.append((r.op, a, w))
    CMDS.write(json.dumps(dict(n=n, as_=w, on=TODAY, argv=a, rc=r.rc, out=r.out, err=r.err)) + '\n')
    CMDS.flush()
    LOG.write(
        '\n[%d] %s as=%s $ lap %s\n%s%s(rc %d, %.2fs)\n'
        % (
            n,
            TODAY,
            w,
            ' '.join(json.dumps(x, ensure_ascii=False) if re.search(r'[^\w./:@,=-]', x) or not x else x for x in a),
            r.out,
            r.err,
            r.rc,
            time.time() - t,
        )
    )
    LOG.flush()
    if a[0] == 'init' and r.rc:
        sys.exit('no register: ' + r.err)
    if r.rc not in ok and not quiet:
        note('UNEXP', '[%d] rc %d' % (n, r.rc), ' '.join(a)[:160], r.err.strip()[:600])
    if 'What is sealed stands' in r.err:
        note('INTAKE-WARN', ' '.join(a[:3]), r.err.split('\n')[1].strip() if '\n' in r.err else '')
    return r


# ---------- people
DCO = dict(north='DCO North', east='DCO East', south='DCO South')
DEP = dict(north='Deputy DCO North', east='Deputy DCO East', south='Deputy DCO South')
PEOPLE = {
    'north': [
        ('Jo Preston', 'parent-rep'),
        ('Mark Field', 'education'),
        ('Health North', 'health'),
        ('Council North', 'local-authority'),
    ],
    'east': [
        ('Parent Rep East', 'parent-rep'),
        ('Sana Khan', 'education'),
        ('Alice Young', 'health'),
        ('Council East', 'local-authority'),
    ],
    'south': [
        ('Parent Rep South', 'parent-rep'),
        ('SENCO South', 'education'),
        ('Health South', 'health'),
        ('Council South', 'local-authority'),
    ],
}


def mail(p):
    return '%s <%s@example.org>' % (p, p.lower().replace(' ', '.'))


LAPD = [
    {'north': '2024-02-13', 'east': '2024-02-14', 'south': '2024-02-15'},
    {'north': '2024-06-11', 'east': '2024-06-12', 'south': '2024-06-13'},
    {'north': '2024-10-15', 'east': '2024-10-16', 'south': '2024-10-17'},
    {'north': '2025-02-11', 'east': '2025-02-12', 'south': '2025-02-13'},
]
for i in I:
    r = i['brnd'] = i['rnd']
    i['rnd'] = (r + 1) // 2
    k = {2: 49, 4: 56, 6: 49}.get(r, 0)
    i['rcv'] = (dt.date.fromisoformat(i['rcv']) - dt.timedelta(days=k)).isoformat()
BD = ['2024-03-19', '2024-05-21', '2024-07-16', '2024-09-17', '2024-11-19', '2025-01-21', '2025-03-18']
MREF = {}  # (body, round) -> ref


def add(d, k):
    return (dt.date.fromisoformat(d) + dt.timedelta(days=k)).isoformat()


def wk(d):  # on a weekday
    x = dt.date.fromisoformat(d)
    while x.weekday() > 4:
        x -= dt.timedelta(days=1)
    return x.isoformat()


Q = []
seq = 0


def at(day, f, pri=5):
    global seq
    seq += 1
    heapq.heappush(Q, (wk(day), pri, seq, f))


ref = {}  # key -> reference
by = {i['key']: i for i in I}
state_of = {}  # key -> free state
SLIPS = []  # dict(where, meeting, text, fix, done, marker)
PRIVATE = []  # dict(issue, kind, text, since, meetings, released)


def slip(meeting, markers, text, fix, what):
    s = dict(meeting=meeting, markers=markers, text=text, fix=fix, done=False, passed=False, what=what)
    SLIPS.append(s)
    note('SLIP', meeting, what, text)
    return s


def private(key, kind, text, body):
    if text:
        PRIVATE.append(dict(key=key, ref=ref.get(key), kind=kind, text=text, since=TODAY, body=body, until=None))


def held_back(key, kind):  # withdrawn or diverted: everything of it from this day on
    i = by[key]
    PRIVATE.append(dict(key=key, ref=ref[key], kind=kind, text=i['summary'], since=TODAY, body=i['area'], until=None))


def items(meeting, who):
    r = lap('agenda', 'show', meeting, who=who)
    d = {}
    for l in r.out.splitlines():
        m = re.match(r'\s*([\d.]+)\s+.*\[([NSE]-\d+)\]', l)
        if m:
            d.setdefault(m.group(2), []).append(m.group(1))
    return d, r.out


def words_of(context):
    """What may be masked in the words around a find, from all that was typed: whoever typed it knows."""
    out = set()
    c = context.strip('… ')
    rx = ''
    for tok in re.split(r'((?:\S•••)(?:[\s.,’\'-]+\S•••)*)', c):
        if '•••' in tok:
            rx += '(' + r"[\w’'-]*".join(re.escape(x) for x in tok.split('•••')) + ')'
        else:
            rx += re.escape(tok)
    for t in TEXTS:
        m = re.search(rx, t)
        if m:
            out.update(g for g in m.groups() if g)
    single = {y for w in out for y in re.findall(r"[\w’'-]+", w) if y[0].isupper()}
    return sorted(out | {re.sub(r"[’']s$", '', y) for y in single} | single)


def let_stand(paper, err, who):
    """Lets every word stand that a refusal asks somebody to look at: place by place, as the clerk who looked at each."""
    done = False
    for place, context in re.findall(r', [^;“”()]*? \(([^()“”]*(?:\([^()]*\)[^()“”]*)*)\): “([^”]*)”', ', ' + err):
        place = re.sub(r', page \d+$', '', place)
        for word in words_of(context):
            x = lap('pack', 'release', paper, '--word', word, '--at', place, who=who, ok=(0, 1, 65, 66))
            if x.rc == 0:
                RELEASED.append((TODAY, paper, place, word, context))
                done = True
    return done


def take_out(meeting, text, err):
    """Of minutes that were circulated, the information officer takes out what tells of a family."""
    done = False
    if 'lap redact' in err:
        for context in re.findall(r'“([^”]*)”', err):
            for word in words_of(context):
                if word in text:
                    x = lap('redact', meeting, '--words', word, '--yes', who='Information Officer', ok=(0, 66))
                    done |= x.rc == 0
    return done


RELEASED = []


def gate(kind, meeting, edition, who, draft, fmt='html'):
    """makes a pack as a clerk does: refused -> mends the fields named -> again"""
    sub = 'draft' if draft else 'issued'
    to = '%s/%s-%s' % (PK, edition, sub)
    for t in range(14):
        a = ['pack', kind, meeting, '--edition', edition, '--to', to, '--format', fmt] + (['--draft'] if draft else [])
        r = lap(*a, who=who, ok=(0, 1))
        if r.rc == 0:
            if edition == 'public' and not draft:
                m = re.search(r'(\S+\.html)', r.out)
                if m and 'draft' not in r.out:
                    # Each that went out is kept: the next of its name takes its place in the folder.
                    kept = '%s/public/%s-%03d-%s' % (Y, TODAY, len(ISSUED), os.path.basename(m.group(1)))
                    shutil.copy(m.group(1), kept)
                    ISSUED.append((TODAY, kept, meeting, kind))
                if 'draft' in r.out:
                    note('DRAFT-NOT-ISSUED', meeting, kind, r.out.strip())
            elif edition == 'public':
                m = re.search(r'(\S+\.html)', r.out)
                if m:
                    DRAFTS.append((TODAY, m.group(1), meeting, kind))
            if 'Look at' in r.err and not draft:
                note('LOOKAT-WHILE-ISSUED', meeting, edition, r.err.strip()[:300])
            return True
        note('REFUSED', meeting, kind, edition, sub, r.err.strip()[:900])
        if 'has changed since' in r.err:
            lap('agenda', 'build', meeting, who=who)
            continue
        got = False
        for s in SLIPS:
            if s['done'] or s['meeting'] != meeting:
                continue
            if any(re.search(r'(?<![\w.])' + re.escape(k) + r'(?![\w.]*\d)', r.err) for k in s['markers']):
                s['done'] = True
                f = s['fix']() or take_out(meeting, s['text'], r.err)
                note('FIXED' if f else 'FIX-FAILED', meeting, s['what'])
                got = True
        if got:
            continue
        if 'pack release' in r.err:
            note('SUSPECTS', meeting, kind, edition, r.err.strip()[:900])
            if let_stand(meeting, r.err, who):
                continue
        note('STUCK', meeting, kind, edition, sub, r.err.strip()[:1500])
        return False
    note('STUCK-LOOP', meeting, kind, edition)
    return False


MEMBERS_TOO = {'south-2024-02-15', 'board-2024-07-16'}
ISSUED = []
DRAFTS = []
LETTERS = []


def packs(kind, meeting, who, fmt_public='html'):
    for e in (('public', 'members') if meeting in MEMBERS_TOO else ('public',)):
        gate(kind, meeting, e, who, False, fmt_public if e == 'public' else 'html')


def letter(key):
    a = by[key]['area']
    r = lap('pack', 'letter', ref[key], '--to', PK + '/letters', '--format', 'html', who=DCO[a], ok=(0, 1))
    if r.rc:
        note('LETTER-REFUSED', key, ref[key], r.err.strip()[:900])
        if 'pack release' in r.err and let_stand(ref[key], r.err, DCO[a]):
            r = lap('pack', 'letter', ref[key], '--to', PK + '/letters', '--format', 'html', who=DCO[a], ok=(0, 1))
            if r.rc:
                note('LETTER-STUCK', key, r.err.strip()[:600])
    m = re.search(r'(\S+\.html)', r.out)
    if m:
        LETTERS.append((TODAY, m.group(1), key))


# ---------- start
def start():
    lap('init', REG, '--profile', 'lancashire', '--as', mail('Registrar'), '--seat', 'board/viewer')
    A = 'Registrar'

    def m(p, *seats, dep=None):
        a = ['member', 'add', mail(p), '--from', '2024-01-02']
        for s in seats:
            a += ['--seat', s]
        if dep:
            a += ['--deputy-for', dep]
        lap(*a, who=A)

    for ar in ('north', 'east', 'south'):
        m(DCO[ar], ar + '/dco', ar + '/chair')
        m(DEP[ar], ar + '/dco', dep=DCO[ar])
        for p, s in PEOPLE[ar]:
            m(p, ar + '/' + s)
    m('DCO Clerk', 'north/dco-admin', 'south/dco-admin', 'east/dco-admin')
    m('Board Chair', 'board/board-chair')
    m('Board Secretary', 'board/board-secretary')
    m('Board Parent Rep', 'board/parent-rep')
    m('Director of Social Care', 'board/board-member', 'board/action-owner')
    m('Director of Education', 'board/board-member')
    m('Information Officer', 'board/information-officer')
    m('Pathways Lead', 'pathways/group-lead')


def sched():
    for r, x in enumerate(LAPD):
        for ar, d in x.items():
            q = lap(
                'meeting',
                'schedule',
                ar,
                '--date',
                d,
                '--time',
                '10:00',
                '--venue',
                {'north': 'A primary school, Lancaster', 'east': 'A college, Nelson', 'south': 'A library, Preston'}[
                    ar
                ],
                who=DCO[ar],
            )
            MREF[(ar, r + 1)] = '%s-%s' % (ar, d)
    for r, d in enumerate(BD):
        lap(
            'meeting',
            'schedule',
            'board',
            '--date',
            d,
            '--time',
            '13:30',
            '--venue',
            'County Hall, Preston',
            who='Board Secretary',
        )
        MREF[('board', r + 1)] = 'board-' + d


at('2024-01-02', start, 0)
at('2024-01-03', sched, 0)
OWN = {'north': 'Health North', 'east': 'Council East', 'south': 'Council South'}
AG = {'north': 'Community health services', 'east': 'Early Help and Wellbeing', 'south': 'SEND Inclusion'}


def raise_(i):
    ar = i['area']
    a = [
        'issue',
        'raise',
        '--area',
        ar,
        '--raised-by',
        i['by'],
        '--channel',
        'email',
        '--received',
        TODAY,
        '--theme',
        i['theme'],
        '--safeguarding',
        'no',
        '--parallel',
        'none',
        '--summary',
        i['summary'],
    ]
    if i['kind'] == 'I':
        a += [
            '--consent',
            'record,discuss-anonymised',
            '--consent-how',
            'e-mail',
            '--consent-on',
            TODAY,
            '--consent-by',
            i['cby'] or ('young-person' if i['by'] == 'young-person' else 'parent-carer'),
            '--scope',
            'individual',
        ]
    else:
        a += [
            '--scope',
            'systemic',
            '--families',
            '12',
            '--consent',
            'record,discuss-anonymised',
            '--consent-how',
            'e-mail',
            '--consent-on',
            TODAY,
            '--consent-by',
            'other',
        ]
    for k, o in (
        ('name', '--name'),
        ('contact', '--contact'),
        ('child', '--child-name'),
        ('born', '--born'),
        ('detail', '--detail'),
    ):
        if i[k]:
            a += [o, i[k]]
    a += [
        '--phase',
        i['phase'],
        '--services',
        'Services of the area',
        '--tried',
        'Asked the service twice',
        '--outcome-sought',
        'That it is put right',
        '--severity',
        '3',
    ]
    r = lap(*a, who='DCO Clerk')
    m = re.search(r'([NSE]-\d+)', r.out)
    ref[i['key']] = m.group(1) if m else '?'


def ack(i):
    lap('issue', 'acknowledge', ref[i['key']], '--method', 'email', '--reply-by', add(TODAY, 9), who='DCO Clerk')


def accept(i):
    lap('issue', 'accept', ref[i['key']], '--owner', DCO[i['area']], who=DCO[i['area']])


def schedule(i, rnd, **k):
    R = i['route']
    if R.get('act') == 'early':
        return
    a = ['issue', 'schedule', ref[i['key']], '--meeting', MREF[(i['area'], rnd)]]
    if R.get('private_lap') and rnd == i['rnd']:
        a += ['--private', 'yes', '--private-because', R['private_lap']]
        private(i['key'], 'title', i['summary'], i['area'])
    if k.get('late'):
        a += ['--late-reason', k['late']]
    return lap(*a, who=DCO[i['area']])


for i in I:
    d = i['rcv']
    at(d, lambda i=i: raise_(i))
    at(add(d, 1) if dt.date.fromisoformat(add(d, 1)).weekday() < 5 else add(d, 0), lambda i=i: ack(i), 6)
    at(add(d, 5), lambda i=i: accept(i), 7)
    D = LAPD[i['rnd'] - 1][i['area']]
    if not i['route'].get('late'):
        at(add(D, -20), lambda i=i: schedule(i, i['rnd']))


# ---------- LAP rounds
def lap_agenda(ar, rnd):
    m = MREF[(ar, rnd)]
    who = DCO[ar]
    lap('agenda', 'build', m, who=who)
    gate('agenda', m, 'public', who, True)
    lap('meeting', 'publish', m, who=who)
    packs('agenda', m, who, 'html')


def minute(m, item, text, who, fixed=None, what='', extra=(), ok=(0,)):
    r = lap('minutes', 'record', m, item, '--discussed', text, *extra, who=who, ok=ok)
    if fixed is not None:
        slip(
            m,
            ['item ' + item],
            text,
            lambda: lap('minutes', 'record', m, item, '--discussed', fixed, *extra, who=who, ok=(0, 1)).rc == 0,
            what or 'minutes of item ' + item,
        )
    return r


def ev(m, key, args, fixed_args, text, who, markers, what):
    """an event with a slip; its mend is undo and do again"""
    r = lap(*args, who=who)
    if fixed_args:
        op = r.op

        def fix():
            x = lap('undo', op, who=who, ok=(0, 1, 75, 77))
            if x.rc:
                note('UNDO-REFUSED', ' '.join(args[:3]), x.err.strip()[:500])
                return False
            return lap(*fixed_args, who=who).rc == 0

        slip(m, markers, text, fix, what)
    return r


def discuss(i, rnd, m, its, who, sec):
    R = i['route']
    k = i['key']
    rf = ref[k]
    s = '2' if sec else ''
    num = its.get(rf)
    if not num:
        note('NOT-ON-AGENDA', m, k, rf)
        return
    num = num[-1]
    txt = R.get('minutes' + s) or R.get('minutes')
    prv = bool(R.get('private_lap')) and not R.get('relap')
    if txt:
        minute(m, num, txt, who, R.get('minutes' + s + '_fixed'), 'minutes of ' + k)
        if prv:
            private(k, 'minutes', txt, i['area'])
    act = R.get('act2') if sec and R.get('act2') else R.get('relap') if sec and R.get('relap') else R['act']
    if prv:
        for f in ('action', 'decision', 'measure', 'outcome'):
            private(k, f, R.get(f), i['area'])
    if act == 'assign':
        a = lambda s: [
            'issue',
            'assign',
            rf,
            '--owner',
            OWN[i['area']],
            '--agency',
            AG[i['area']],
            '--due',
            add(TODAY, 30),
            '--measure',
            R['measure'],
            '--action',
            R['action' + s],
            '--decision',
            R['decision'],
        ]
        if R.get('action_fixed'):
            ev(m, k, a(''), a('_fixed'), R['action'], who, [rf, 'A-'], 'action of ' + k)
        else:
            lap(*a(''), who=who)
        if not (R.get('withdraw_consent') or R.get('divert')):
            i['key'] in DONE and at(add(TODAY, 28), lambda: lap_done(i))
    elif act == 'note':
        lap(
            'issue',
            'note',
            rf,
            '--noted-as',
            R.get('noted', 'answered'),
            '--outcome',
            R['outcome'],
            *(['--decision', R['decision']] if R.get('decision') else []),
            who=who
        )
        i['key'] in ('e2', 's5', 's11', 'n6') and at(add(TODAY, 4), lambda: feed(i))
    elif act == 'defer':
        a = lambda s: [
            'issue',
            'defer',
            rf,
            '--deferred-because',
            'not-reached',
            '--next-meeting',
            'north-2024-08-26',
            '--reason',
            R['defer_reason' + s],
        ]
        ev(
            m,
            k,
            a(''),
            a('_fixed') if R.get('defer_reason_fixed') else None,
            R['defer_reason'],
            who,
            [rf],
            'defer reason of ' + k,
        )
        SECOND[(i['area'], rnd + 1)].append(i)
    elif act == 'escalate':
        a = lambda s: [
            'issue',
            'propose-escalation',
            rf,
            '--criteria',
            'E1,E2',
            '--ask',
            R['ask'],
            '--tried',
            'Asked twice',
            '--options',
            'Leave it; decide it',
            '--recommendation',
            R.get('recommendation' + s) or R['recommendation'],
            '--evidence',
            'Reports to the meeting',
            '--parent-rep-view',
            'It should go up',
            *(['--decision', R['decision']] if R.get('decision') else []),
        ]
        if prv or R.get('private_board'):
            if prv:
                private(k, 'ask', R['ask'], i['area'])
                private(k, 'recommendation', R['recommendation'], i['area'])
        if R.get('recommendation_fixed') and True:
            x = lap(*a(''), who=who)
            lap('undo', x.op, who=who)
            lap(*a('_fixed'), who=who)
        elif R.get('recommendation_fixed'):
            ev(m, k, a(''), a('_fixed'), R['recommendation'], who, [rf], 'recommendation of ' + k)
        else:
            lap(*a(''), who=who)
        at(add(TODAY, 5), lambda: lap('issue', 'submit', rf, who=DEP[i['area']]))
        at(add(BD[i['brnd'] - 1], -22), lambda: table(i, i['brnd']))
        BOARD.setdefault(i['brnd'], []).append(i)
    elif act == 'none':
        note('STILL-ON-AGENDA', m, k)


import collections

SECOND = collections.defaultdict(list)
BOARD = {}
DONE = {'n1', 'n2', 'n10', 'e11', 's7', 'n4', 'e4', 's1'}


def lap_done(i):
    R = i['route']
    rf = ref[i['key']]
    who = DCO[i['area']]
    r = lap('action', 'list', '--of', rf, '--json=ref', who=who)
    for a in re.findall(r'A-\d+', r.out):
        lap('action', 'propose-done', a, '--evidence', 'Seen by the service', who=OWN[i['area']], ok=(0, 1))
        lap('action', 'complete', a, who=who, ok=(0, 1))
    lap(
        'issue',
        'complete',
        rf,
        '--outcome',
        R['did'] or 'Done',
        '--outcome-evidence',
        'Seen by the service',
        '--satisfied',
        'yes',
        who=who,
    )
    at(add(TODAY, 3), lambda: feed(i))


def feed(i):
    R = i['route']
    rf = ref[i['key']]
    who = DCO[i['area']]
    if R.get('said') is None or not R.get('said'):
        return
    a = [
        'issue',
        'feed-back',
        rf,
        '--method',
        'email',
        '--said',
        R['said'],
        '--did',
        R['did'],
        '--told',
        R['did'],
        '--told-on',
        TODAY,
        '--impact',
        R['impact'],
        '--lap-told-on',
        TODAY,
    ]
    r = lap(*a, who=who, ok=(0, 64, 65, 1))
    if r.rc:
        r = lap(*a[:-2], who=who)
    if R.get('private_lap') or R.get('private_board'):
        for f in ('said', 'did', 'impact'):
            private(i['key'], f, R[f], 'answer')
    letter(i['key'])
    # released later: all of it may be told from then on


def lap_meet(ar, rnd):
    m = MREF[(ar, rnd)]
    who = DCO[ar]
    a = ['meeting', 'attend', m, '--present', who]
    ppl = PEOPLE[ar]
    for p, s in ppl:
        if (ar, rnd) == ('south', 1) and s == 'parent-rep':
            a += ['--apologies', p]
        else:
            a += ['--present', p]
    lap(*a, who=who)
    lap('meeting', 'hold', m, who=who)
    its, raw = items(m, who)
    minute(m, '1', 'The chair welcomed everybody and thanked the school for the room.', who)
    for it, text, fixed in STANDING.get((ar, rnd), []):
        r = minute(m, it, text, who, fixed, ok=(0, 1))
        if r.rc:
            note('MINUTE-REFUSED', m, it, text, r.err.strip()[:500])
    for i in I:
        if i['area'] == ar and i['rnd'] == rnd and i['route'].get('act') not in ('early',):
            st = state_of.get(i['key'])
            if st in ('withdrawn', 'diverted', 'consent'):
                if ref[i['key']] in its:
                    note('HELD-BACK-ON-AGENDA', m, i['key'], ref[i['key']], its[ref[i['key']]])
                    if st == 'consent':
                        x = lap('issue', 'unschedule', ref[i['key']], '--reason', 'Not taken', who=who, ok=(0, 1))
                        if x.rc:
                            note('UNSCHEDULE-REFUSED', i['key'], x.err.strip()[:300])
                            lap(
                                'issue',
                                'defer',
                                ref[i['key']],
                                '--deferred-because',
                                'not-reached',
                                '--next-meeting',
                                MREF[(ar, rnd + 1)],
                                '--reason',
                                'The family took back its agreement',
                                who=who,
                                ok=(0, 1),
                            )
                continue
            discuss(i, rnd, m, its, who, False)
    for i in SECOND[(ar, rnd)]:
        discuss(i, rnd, m, its, who, True)
    if rnd > 1 or False:
        p = MREF[(ar, rnd - 1)]
        lap('meeting', 'agree-minutes', p, '--agreed-at', m, who=who)
        lap('meeting', 'sign-minutes', p, who=who)
        if (ar, rnd) == ('south', 2):
            lap('meeting', 'confirm', p, '--confirmed-at', m, who=who)
    r = lap('meeting', 'conclude', m, who=who, ok=(0, 1))
    if r.rc:
        note('CONCLUDE-REFUSED', m, r.err.strip()[:600])


def minutes_out(m, who):
    lap('meeting', 'draft-minutes', m, who=who)
    if m != 'east-2024-06-12':
        gate('minutes', m, 'public', who, True)  # East, June: a clerk who makes no draft first
    lap('meeting', 'circulate-minutes', m, who=who)
    packs('minutes', m, who, 'html')


def reagreed(m, who):  # the agreed minutes, made again
    gate('minutes', m, 'public', who, False)


STANDING = {
    ('north', 2): [
        ('4', 'N-2: the climbing frame school has ended the part-time timetable.', 'The action was noted.'),
        (
            '14',
            'Young people asked for a summer event; Preston will host it in May. Will and hope are needed, said the chair.',
            None,
        ),
    ],
    ('south', 2): [
        (
            '4',
            'The psychologist read out three reports; the second described the railway bridge and the night walks.',
            'The action was noted.',
        ),
        ('5', 'Grace and good will were asked for. The ward of the council is Bamber Bridge East.', None),
        ('2', 'Council South declared that Grace W. is a neighbour.', 'Council South declared an interest.'),
    ],
    ('south', 3): [('14', 'Mr Woźniak\'s boy was asked about: Kacper is well. Wozniak, K.', 'Nothing else.')],
    ('north', 4): [
        (
            '14',
            'The price of parking was raised; Field trips start in June; Mark every date. Summer was wet and winter will be cold.',
            None,
        ),
        ('6', 'The forum asked what became of S-7 and of the Bonds in Leyland.', None),
    ],
    ('east', 4): [
        ('4', 'River B. and his mum S. Brook withdrew; the place was given to another.', 'Nothing to report.'),
        ('14', 'The brook at Bacup floods each winter; summer dates follow.', None),
    ],
    ('south', 4): [
        ('14', 'Oskar\'s straps were mentioned by Council South; the carer Lech has gone.', 'Nothing else.')
    ],
    ('north', 5): [
        ('4', 'The swapped letters are called in and both households get an apology.', 'The action was noted.'),
        ('6', 'Kim P. took back what she had agreed to; Minjun is at home.', 'Nothing to report.'),
    ],
    ('south', 6): [
        (
            '5',
            'The family Obi-Nwosu has been passed on to children\'s services; Temitope is with her aunt.',
            'Nothing to report.',
        ),
        ('4', 'The Board gave the Wozniaks an assessment by another psychologist.', 'Nothing to report.'),
        ('14', 'The day of the next meeting is in May; Banks are closed. Grace Kelly House is booked.', None),
    ],
    ('east', 5): [('5', 'Finn\'s stepfather and the struck-out signature were spoken of.', 'Nothing to report.')],
}
_S = {}
for (ar, r), l in STANDING.items():
    nr = {2: 2, 3: 2, 4: 3, 5: 3, 6: 3}[r]
    d = _S.setdefault((ar, nr), {})
    for it, t, f in l:
        if it in d:
            t0, f0 = d[it]
            t, f = t0 + ' ' + t, (
                ' '.join((f0 if f0 is not None else t0, f if f is not None else t))
                if (f0 is not None or f is not None)
                else None
            )
        d[it] = (t, f)
STANDING = {k: [(it, t, f) for it, (t, f) in d.items()] for k, d in _S.items()}
for rnd in range(1, 4):
    for ar in ('north', 'east', 'south'):
        D = LAPD[rnd - 1][ar]
        if (ar, rnd) == ('north', 3):
            continue  # rescheduled, below
        at(add(D, -12), lambda ar=ar, rnd=rnd: lap_agenda(ar, rnd), 8)
        at(D, lambda ar=ar, rnd=rnd: lap_meet(ar, rnd), 8)
        at(
            add(D, 4 if dt.date.fromisoformat(add(D, 4)).weekday() < 5 else 5),
            lambda ar=ar, rnd=rnd: minutes_out(MREF[(ar, rnd)], DCO[ar]),
            8,
        )
        if rnd < 3:
            at(add(LAPD[rnd][ar], 1), lambda ar=ar, rnd=rnd: reagreed(MREF[(ar, rnd)], DCO[ar]), 9)
# the last public agenda of February 2025 too
for ar in ('north', 'east', 'south'):
    at(add(LAPD[3][ar], -12), lambda ar=ar: lap_agenda(ar, 4), 8)


# ---------- Board
def table(i, rnd):
    R = i['route']
    a = ['issue', 'table', ref[i['key']], '--meeting', MREF[('board', rnd)]]
    if R.get('private_board'):
        a += ['--private', 'yes', '--private-because', R['private_board']]
        private(i['key'], 'title', i['summary'], 'board')
        private(i['key'], 'ask', R['ask'], 'board')
        private(i['key'], 'recommendation', R['recommendation'], 'board')
    lap(*a, who='Board Secretary')


def board_agenda(rnd):
    m = MREF[('board', rnd)]
    who = 'Board Secretary'
    lap('agenda', 'build', m, who=who)
    gate('agenda', m, 'public', who, True)
    gate('board', m, 'public', who, True)
    lap('meeting', 'publish', m, who=who)
    packs('agenda', m, who)
    packs('board', m, who, 'html')


def board_meet(rnd):
    m = MREF[('board', rnd)]
    who = 'Board Secretary'
    lap(
        'meeting',
        'attend',
        m,
        *sum(
            [
                ['--present', p]
                for p in (
                    'Board Chair',
                    'Board Secretary',
                    'Board Parent Rep',
                    'Director of Social Care',
                    'Director of Education',
                )
            ],
            [],
        ),
        who=who
    )
    lap('meeting', 'hold', m, who=who)
    its, raw = items(m, who)
    minute(m, '1', 'The chair welcomed everybody.', who)
    for it, text, fixed in STANDING.get(('board', rnd), []):
        r = minute(m, it, text, who, fixed, ok=(0, 1))
        if r.rc:
            note('MINUTE-REFUSED', m, it, text, r.err.strip()[:500])
    for i in BOARD.get(rnd, []) + BSECOND.get(rnd, []):
        R = i['route']
        k = i['key']
        rf = ref[k]
        num = its.get(rf)
        prv = bool(R.get('private_board'))
        if not num:
            note('NOT-ON-AGENDA', m, k, rf)
            continue
        t = R.get('bminutes') or 'The Board talked of it at length and asked the parent representative.'
        minute(m, num[-1], t, who)
        if prv:
            private(k, 'bminutes', R.get('bminutes'), 'board')
            for f in ('bdecision', 'breason', 'bmeasure'):
                private(k, f, R.get(f), 'board')
        c = 'Board Chair'
        b = R['board']
        if i in BSECOND.get(rnd, []):
            b = 'nfa2'
        if b == 'own':
            lap(
                'issue',
                'board-own',
                rf,
                '--meeting',
                m,
                '--decision',
                R['bdecision'],
                '--owner',
                'Director of Social Care',
                '--due',
                add(TODAY, 40),
                '--measure',
                R['bmeasure'],
                '--plan',
                'IP-1.6',
                who=c,
            )
            at(add(TODAY, 29), lambda i=i: board_done(i))
        elif b == 'nfa':
            lap('issue', 'board-nfa', rf, '--meeting', m, '--reason', R['breason'], '--decision', R['bdecision'], who=c)
            at(add(TODAY, 4), lambda i=i: feed(i))
        elif b == 'nfa2':
            lap(
                'issue',
                'board-nfa',
                rf,
                '--meeting',
                m,
                '--reason',
                'The reply settles it',
                '--decision',
                'The reply is adopted',
                who=c,
            )
            at(add(TODAY, 4), lambda i=i: feed(i))
        elif b == 'return':
            lap(
                'issue',
                'board-return',
                rf,
                '--meeting',
                m,
                '--advice',
                R['advice'],
                '--authority-granted',
                R['authority'],
                '--decision',
                R['bdecision'],
                who=c,
            )
            nr = next(n for n, x in enumerate(LAPD) if x[i['area']] > add(TODAY, 19)) + 1
            SECOND[(i['area'], nr)].append(i)
            at(
                add(LAPD[nr - 1][i['area']], -18),
                lambda i=i: lap('issue', 'schedule', rf2(i), '--meeting', MREF[(i['area'], nr)], who=DCO[i['area']]),
            )
        elif b == 'refer':
            lap(
                'issue',
                'board-refer',
                rf,
                '--meeting',
                m,
                '--referred-to',
                'NHS joint committee',
                '--question',
                R['question'],
                '--expected',
                add(TODAY, 40),
                '--decision',
                R['bdecision'],
                who=c,
            )
            BSECOND.setdefault(rnd + 1, []).append(i)
            at(
                add(BD[rnd], -21),
                lambda i=i: lap(
                    'issue',
                    'receive-reply',
                    rf2(i),
                    '--reply',
                    R['reply'] if False else i['route']['reply'],
                    '--meeting',
                    MREF[('board', rnd + 1)],
                    who='Board Secretary',
                ),
            )
        elif b == 'delegate':
            BSECOND.setdefault(rnd + 1, []).append(i)
            lap(
                'issue',
                'board-delegate',
                rf,
                '--meeting',
                m,
                '--group',
                'pathways',
                '--group-lead',
                'Pathways Lead',
                '--report-back',
                BD[rnd],
                '--decision',
                R['bdecision'],
                who=c,
            )
            at(
                add(BD[rnd], -21),
                lambda i=i: (
                    lap(
                        'issue',
                        'group-report',
                        rf2(i),
                        '--report',
                        i['route']['greport'],
                        '--recommendation',
                        i['route']['grec'],
                        '--group-outcome',
                        'decision',
                        '--meeting',
                        MREF[('board', rnd + 1)],
                        who='Pathways Lead',
                        ok=(0, 1, 64, 65),
                    ),
                    private(i['key'], 'report', i['route']['greport'], 'board'),
                    private(i['key'], 'grec', i['route']['grec'], 'board'),
                ),
            )
    if rnd > 1:
        lap('meeting', 'agree-minutes', MREF[('board', rnd - 1)], '--agreed-at', m, who='Board Chair')
        lap('meeting', 'sign-minutes', MREF[('board', rnd - 1)], who='Board Chair')
    r = lap('meeting', 'conclude', m, who=who, ok=(0, 1))
    if r.rc:
        note('CONCLUDE-REFUSED', m, r.err.strip()[:600])


def rf2(i):
    return ref[i['key']]


BSECOND = {}


def board_done(i):
    R = i['route']
    rf = ref[i['key']]
    r = lap('action', 'list', '--of', rf, '--json=ref', who='Board Secretary')
    for a in re.findall(r'A-\d+', r.out):
        lap('action', 'propose-done', a, '--evidence', 'Seen', who='Director of Social Care', ok=(0, 1, 77))
        lap('action', 'complete', a, who='Board Chair', ok=(0, 1, 77))
    lap(
        'issue',
        'board-complete',
        rf,
        '--outcome',
        R['did'] or 'Done',
        '--outcome-evidence',
        'Seen',
        '--impact',
        R['impact'] or 'Good',
        who='Board Chair',
    )
    at(add(TODAY, 4), lambda: feed(i))


for rnd in range(1, 7):
    D = BD[rnd - 1]
    at(add(D, -13), lambda rnd=rnd: board_agenda(rnd), 8)
    at(D, lambda rnd=rnd: board_meet(rnd), 8)
    at(add(D, 3), lambda rnd=rnd: minutes_out(MREF[('board', rnd)], 'Board Secretary'), 8)
STANDING.update(
    {
        ('board', 2): [
            (
                '6',
                'The Board thanked East. Young people and the price of taxis were spoken of; Mr Khan\'s log was shown.',
                'The Board thanked East. Young people and the price of taxis were spoken of.',
            ),
            ('13', 'The night walks of the boy at the railway bridge were mentioned again.', 'Nothing else.'),
        ],
        ('board', 3): [
            ('4', 'The action for K. Wozniak is done.', 'The action is done.'),
            ('13', 'Preston will host in May; Khan and Young shops gave the room.', None),
        ],
        ('board', 6): [('13', 'The stepfather and the struck-out signature came up in talk.', 'Nothing else.')],
        ('board', 5): [('13', 'The check would have shown the pregnancy in March.', 'Nothing else.')],
    }
)


# ---------- what comes between
def consent_back(key, rnd, reason, fixed):
    i = by[key]
    ar = i['area']
    m = MREF[(ar, rnd)]
    r = lap('issue', 'withdraw-consent', ref[key], '--consent-withdrawn-on', TODAY, who='DCO Clerk')
    state_of[key] = 'consent'
    held_back(key, 'consent withdrawn')
    note('CONSENT-BACK', key, r.all.strip()[:500])
    if reason:
        supplement(ar, m, reason, fixed)


def supplement(ar, m, reason, fixed):
    who = DCO[ar]
    lap('agenda', 'build', m, who=who, ok=(0, 1))
    r = lap('meeting', 'supplement', m, '--late-reason', reason, who=who, ok=(0, 1))
    if r.rc:
        # What was taken off is told by the agenda made again.
        note('NOTHING-NEW', m, r.err.strip()[:300])
    elif fixed:
        markers = [m, 'late-reason', 'Reason for a late', 'Supplement', 'supplement']

        def fix():
            lap('undo', r.op, who=who, ok=(0, 1, 75, 77))
            return lap('meeting', 'supplement', m, '--late-reason', fixed, who=who, ok=(0, 1)).rc == 0

        slip(m, markers, reason, fix, 'supplement reason')
    packs('agenda', m, who)


at(
    '2024-02-07',
    lambda: consent_back(
        's1', 1, 'Mrs Ward has taken back her agreement, so her item is not taken', 'An item is not taken'
    ),
)


def late_divert(key, rnd, reason, fixed):
    i = by[key]
    ar = i['area']
    m = MREF[(ar, rnd)]
    lap(
        'issue',
        'rescreen',
        ref[key],
        '--safeguarding',
        'yes',
        '--screened-by',
        'DCO Clerk',
        '--screened-on',
        TODAY,
        who='DCO Clerk',
    )
    # what stands in the public agenda meanwhile?
    r = lap(
        'issue',
        'divert',
        ref[key],
        '--destination',
        'childrens-services',
        '--external-reference',
        'CS-24-%s' % key,
        who='DCO Clerk',
    )
    state_of[key] = 'diverted'
    held_back(key, 'diverted')
    note('DIVERTED', key, r.all.strip()[:500])
    if reason:
        supplement(ar, m, reason, fixed)


at(
    '2024-02-09',
    lambda: late_divert('s4', 1, 'The concern of Oluwaseun Obi-Nwosu went elsewhere', 'One item is not taken'),
)
at('2024-06-26', lambda: late_divert('s8', 2, None, None))
at('2024-05-03', lambda: consent_back('s6', 1, None, None))


def renew():
    lap(
        'issue',
        'renew-consent',
        ref['s1'],
        '--consent',
        'record,discuss-anonymised',
        '--consent-how',
        'e-mail',
        '--consent-on',
        TODAY,
        '--consent-by',
        'parent-carer',
        who='DCO Clerk',
    )
    state_of.pop('s1', None)
    for p in PRIVATE:
        if p['key'] == 's1':
            p['until'] = TODAY
    by['s1']['route'].update(
        relap='assign',
        action='Answer every request within ten days',
        decision='Each request is answered within ten days',
        measure='Ten days',
        minutes='Requests wait. Grace was asked of the service for a while; the ward councillor came.',
        said='Nobody replied',
        did='Each request is answered within ten days',
        impact='A carer comes',
    )
    SECOND[('south', 2)].append(by['s1'])
    r = lap('issue', 'show', ref['s1'], who='DCO South')
    if 'genda' in r.out:
        lap('issue', 'schedule', ref['s1'], '--meeting', MREF[('south', 2)], who='DCO South', ok=(0, 1))


at('2024-04-22', renew)


def august():
    m = 'north-2024-08-26'
    who = DCO['north']
    r = lap(
        'meeting',
        'schedule',
        'north',
        '--date',
        '2024-08-26',
        '--time',
        '10:00',
        '--venue',
        'A primary school, Lancaster',
        who=who,
        ok=(1,),
    )
    note('HOLIDAY-REFUSAL', r.err.strip())
    lap(
        'meeting',
        'schedule',
        'north',
        '--date',
        '2024-08-26',
        '--time',
        '10:00',
        '--venue',
        'A primary school, Lancaster',
        '--day-off-because',
        'The Prices cannot come in term',
        who=who,
    )
    slip(
        m,
        ['day-off', 'holiday', m],
        'The Prices cannot come in term',
        lambda: lap(
            'meeting',
            'reschedule',
            m,
            '--date',
            '2024-08-25',
            '--reason',
            'The room is free then',
            '--day-off-because',
            'Families asked for the holidays',
            who=who,
            ok=(0, 1),
        ).rc
        == 0
        and (
            lap('agenda', 'build', m, who=who, ok=(0, 1)) and lap('meeting', 'publish', m, who=who, ok=(0, 1)).rc == 0
        ),
        'why on a holiday',
    )


def august_agenda():
    m = 'north-2024-08-26'
    who = DCO['north']
    r = lap('issue', 'schedule', ref['n7'], '--meeting', m, who=who)  # after the cut-off: carried
    note('CARRIED-AFTER-CUTOFF', r.all.strip()[:300])
    lap('agenda', 'build', m, who=who)
    gate('agenda', m, 'public', who, True)
    lap('meeting', 'publish', m, who=who, ok=(0, 1))
    packs('agenda', m, who)


def august_cancel():
    m = 'north-2024-08-26'
    who = DCO['north']
    r = lap(
        'meeting', 'cancel', m, '--reason', "Little Mark's in hospital again and Peter Price asked us to wait", who=who
    )
    note('CANCELLED', r.all.strip()[:800])
    op = r.op
    slip(
        m,
        [m, 'Reason', 'reason'],
        "Little Mark's in hospital",
        lambda: lap('undo', op, who=who, ok=(0, 1)).rc == 0
        and lap('meeting', 'cancel', m, '--reason', 'Too few can come', who=who, ok=(0, 1)).rc == 0,
        'cancel reason',
    )
    gate('agenda', m, 'public', who, False)
    lap('issue', 'schedule', ref['n7'], '--meeting', MREF[('north', 3)], who=who, ok=(0, 1))


at('2024-05-29', august, 4)
at('2024-08-13', august_agenda, 8)
at('2024-08-23', august_cancel)


def wd():
    r = lap(
        'issue',
        'withdraw',
        ref['e6'],
        '--withdrawn-because',
        'Mrs Brook found another place',
        '--asked-on',
        TODAY,
        who=DCO['east'],
    )
    state_of['e6'] = 'withdrawn'
    held_back('e6', 'withdrawn')
    supplement('east', MREF[('east', 2)], 'The Brook family asked for it', "One item was withdrawn")


at('2024-06-06', wd)


def late_s7():
    R = by['s7']['route']
    m = MREF[('south', 2)]
    who = DCO['south']
    r = lap('issue', 'schedule', ref['s7'], '--meeting', m, '--late-reason', R['late'], who=who)
    op = r.op

    def fix():
        x = lap('undo', op, who=who, ok=(0, 1))
        if x.rc:
            note('UNDO-REFUSED', 'schedule late', x.err.strip()[:400])
            return False
        lap('issue', 'schedule', ref['s7'], '--meeting', m, '--late-reason', R['late_fixed'], who=who)
        lap('agenda', 'build', m, who=who, ok=(0, 1))
        return True

    slip(m, [ref['s7']], R['late'], fix, 'late reason of s7')
    supplement('south', m, 'A late item', None)


at('2024-06-06', late_s7)


def resched():
    m = MREF[('north', 3)]
    who = DCO['north']
    a = lambda s: ['meeting', 'reschedule', m, '--date', '2024-10-22', '--reason', s]
    r = lap(*a("Kim Park's family could not come on the 15th"), who=who)
    note('RESCHEDULED', r.all.strip()[:300])
    new = re.search(r'north-2024-10-22', r.all)
    MREF[('north', 3)] = 'north-2024-10-22' if new else m
    q = lap('meeting', 'show', 'north-2024-10-22', who=who, ok=(0, 66))
    if q.rc == 0:
        MREF[('north', 3)] = 'north-2024-10-22'
    m2 = MREF[('north', 3)]
    op = r.op
    slip(
        m2,
        [m2, 'reason', 'Reason'],
        "Kim Park's family could not come on the 15th",
        lambda: (
            lap('undo', op, who=who, ok=(0, 1)).rc == 0
            and lap(*a('The room is not free'), who=who).rc == 0
            and (lap('agenda', 'build', m2, who=who) and True)
        ),
        'reschedule reason',
    )


at('2024-10-03', lambda: lap_agenda('north', 3), 8)
at('2024-10-07', resched, 4)
at('2024-10-08', lambda: lap_agenda('north', 3), 8)
at('2024-10-14', lambda: consent_back('n13', 3, 'Kim Park withdrew', 'An item is not taken'))
at('2024-10-22', lambda: lap_meet('north', 3), 8)
at('2024-10-28', lambda: minutes_out(MREF[('north', 3)], DCO['north']), 8)


def early(i):
    lap(
        'issue',
        'start-early-resolution',
        ref['s9'],
        '--service-contacted',
        'Physiotherapy',
        '--due',
        add(TODAY, 20),
        who=DCO['south'],
    )


def early2():
    R = by['s9']['route']
    lap(
        'issue',
        'resolve-early',
        ref['s9'],
        '--outcome',
        R['outcome'],
        '--outcome-evidence',
        'Seen',
        '--raiser-view',
        'Content',
        who=DCO['south'],
    )
    at(add(TODAY, 3), lambda: feed(by['s9']))


at('2024-07-02', lambda: early(by['s9']))
at('2024-07-15', early2)
at(
    '2024-05-13',
    lambda: lap(
        'issue',
        'log-diverted',
        '--area',
        'north',
        '--received',
        '2024-05-10',
        '--destination',
        'childrens-services',
        '--external-reference',
        'CS-24-77',
        who='DCO Clerk',
    ),
)


def release(i, day, meeting, because):
    its, raw = items(meeting, 'Information Officer')
    num = its.get(ref[i['key']])
    if not num:
        note('RELEASE-NO-ITEM', meeting, i['key'], raw[-400:])
        return
    r = lap('agenda', 'release', meeting, num[-1], '--because', because, who='Information Officer')
    note('RELEASED', i['key'], meeting, num[-1], r.all.strip()[:300])
    b = meeting.split('-')[0]
    for p in PRIVATE:
        if p['key'] == i['key'] and p['until'] is None and (p['body'] in (b, 'answer')):
            p['until'] = TODAY


for i in I:
    if i['route'].get('release'):
        at(i['route']['release'][0], lambda i=i: release(i, *i['route']['release']))
# the careless: summaries with slips, put in after acceptance and before the agenda is laid out
SUMSLIP = {
    'n4': ('Will M. and families will wait until May before anybody from the team will call', 1),
    'e3': ('Equipment for Hope\'s bedroom arrives after the child has outgrown it', 1),
    'n7': ('Pads for Mark P., FY06AB, are delivered in the wrong size for months', 1),
    's11': ('Plan for Layla copied from another child\'s (ali at malik dot example)', 1),
    'e9': ('Annual health check refused at eighteen months\' notice to GwenLloydJones', 1),
    'n15': ('No nurse on Fridays for Osian; ring S. ap Rhys', 1),
    's6': ('College offers Jade only two days a week after a plan', 1),
}


def sumslip(k, text):
    i = by[k]
    m = MREF[(i['area'], i['rnd'])]
    lap('issue', 'edit', ref[k], '--summary', text, who='DCO Clerk')
    slip(
        m,
        [ref[k]],
        text,
        lambda: lap('issue', 'edit', ref[k], '--summary', i['summary'], who='DCO Clerk').rc == 0
        and lap('agenda', 'build', m, who=DCO[i['area']], ok=(0, 1)).rc == 0,
        'summary of ' + k,
    )


for k, (t, _) in SUMSLIP.items():
    i = by[k]
    at(add(LAPD[i['rnd'] - 1][i['area']], -14), lambda k=k, t=t: sumslip(k, t), 3)


# ---------- go
def play():
    """Plays the year, and leaves in the folder what was typed, what was private from when on, and every public paper."""
    global TODAY
    while Q:
        day, _, _, step = heapq.heappop(Q)
        if day > STOP or time.time() > LIMIT:
            note('ENDED-BY-CLOCK', day)
            break
        TODAY = max(TODAY, day)
        try:
            step()
        except Exception as error:
            import traceback

            note('SCRIPT-ERROR', repr(error), traceback.format_exc()[-600:])
    for s in SLIPS:
        if not s['done']:
            note('SLIP-NEVER-REFUSED', s['meeting'], s['what'], s['text'])
    sound = lap('fsck', who='Registrar').rc == 0
    lap('pack', 'issued', who='Information Officer')
    state = dict(
        issued=ISSUED,
        drafts=DRAFTS,
        letters=LETTERS,
        private=PRIVATE,
        released=RELEASED,
        ref=ref,
        state=state_of,
        slips=[{k: v for k, v in s.items() if k != 'fix'} for s in SLIPS],
    )
    with open(Y + '/state.json', 'w') as file:
        json.dump(state, file, indent=1, ensure_ascii=False)
    return dict(
        commands=n,
        sound=sound,
        issued=len(ISSUED),
        drafts=len(DRAFTS),
        letters=len(LETTERS),
        slips=len(SLIPS),
        stopped=sum(s['done'] for s in SLIPS),
        released=len(RELEASED),
    )
