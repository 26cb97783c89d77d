"""What PyPI's `transitions` takes to do what the workflow library does: the events of a workflow file, driven through
recorded histories. Prints events per second of processor time in JSON: for a toggle of two states, for the workflow
bare (states, events, sources and targets), and for the workflow with its roles, questions, rules and needs. Clocks, effects,
erasures and the wording of refusals have no counterpart here and are left out.

    lap workflow test issue --json=history >histories.json
    .venv/bin/python Benchmarks/peer.py Workflows/issue.yaml histories.json [--seconds 1] [--calendars Data/calendars]

Histories are an array of arrays of {"event", "given", "on", "actor": {"person", "roles"}, "facts", "to"}, or of objects
that hold such an array as "history"; "to", the state it led to, is optional and compared before anything is measured.
`script/bootstrap --bench` installs transitions and PyYAML into .venv."""

import argparse
import datetime
import json
import pathlib
import re
import sys
import time

import yaml
from transitions import Machine

TOKEN = re.compile(r"\s*('[^']*'|\d{4}-\d\d-\d\d|\d+|[a-z][a-zA-Z0-9.-]*|[A-Z][A-Z0-9]*|[=!<>]=|[-+<>()\[\],])")
COMPARISONS = {"==", "!=", "<", "<=", ">", ">="}


def load(path):
    """YAML with every scalar as text, as workflow files mean it."""
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def listed(value):
    return value if isinstance(value, list) else [value]


class WorkingDays:
    def __init__(self, file):
        self.holidays = {datetime.date.fromisoformat(day) for day in load(file)["holidays"]}

    def later(self, day, count):
        step = datetime.timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while day.weekday() > 4 or day in self.holidays:
                day += step
        return day

    def between(self, first, last):
        if first is None or last is None:
            return None
        return sum(
            1 for ahead in range(1, (last - first).days + 1)
            if (day := first + datetime.timedelta(days=ahead)).weekday() < 5 and day not in self.holidays)


def months_later(day, count):
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    after = datetime.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1) - datetime.timedelta(days=1)
    return after.replace(day=min(day.day, after.day))


def add(day, count, unit, calendar):
    if day is None:
        return None
    if unit == "working":
        return calendar.later(day, count)
    return months_later(day, count) if unit == "months" else day + datetime.timedelta(days=count)


class Translator:
    """Turns an expression of a workflow file into a Python function of the proposed record `r`, the record before `b`
    and the step `s`. Unknown is None."""

    def __init__(self, document, calendar):
        names = {"type": "state"}
        self.kinds = {"state": names, "actor.roles": names, **document["fields"], **document.get("facts", {})}
        self.facts = document.get("facts", {})
        self.calendar = calendar
        self.names = 0

    def function(self, text, giving=None):
        self.tokens = TOKEN.findall(text)
        self.position = 0
        node = self.operation()
        assert self.position == len(self.tokens), text
        code = self.code(self.choice(node, giving) if giving else node)
        return eval(f"lambda r, b, s: {code}", {"add": add, "calendar": self.calendar, "date": datetime.date})

    # Reading, from the weakest operator to the strongest.

    def peek(self, *words):
        return tuple(self.tokens[self.position : self.position + len(words)]) == words

    def take(self, *words):
        if self.peek(*words):
            self.position += len(words)
            return True
        return False

    def next(self):
        self.position += 1
        return self.tokens[self.position - 1]

    def operation(self):
        left = self.alternatives()
        return ("or", [("not", left), self.operation()]) if self.take("implies") else left

    def alternatives(self):
        parts = [self.conjunction()]
        while self.take("or"):
            parts.append(self.conjunction())
        return ("or", parts) if len(parts) > 1 else parts[0]

    def conjunction(self):
        parts = [self.negation()]
        while self.take("and"):
            parts.append(self.negation())
        return ("and", parts) if len(parts) > 1 else parts[0]

    def negation(self):
        return ("not", self.negation()) if self.take("not") else self.comparison()

    def comparison(self):
        left = self.sum()
        if self.take("is", "set"):
            return ("set", left)
        if self.take("is", "empty"):
            return ("empty", left)
        for words in (["not", "in"], ["in"], ["has"]):
            if self.take(*words):
                return (" ".join(words), left, self.choice(self.sum(), left))
        if self.position < len(self.tokens) and self.tokens[self.position] in COMPARISONS:
            operator = self.next()
            right = self.sum()
            return (operator, self.choice(left, right), self.choice(right, left))
        return left

    def sum(self):
        left = self.primary()
        while self.peek("+") or self.peek("-"):
            operator = self.next()
            right = self.primary()
            if right[0] == "time":
                left = ("later", left, right[1] if operator == "+" else -right[1], right[2])
            else:
                left = (operator, left, right)
        return left

    def primary(self):
        if self.take("("):
            node = self.operation()
            assert self.next() == ")"
            return node
        if self.take("["):
            parts = [self.primary()]
            while self.take(","):
                parts.append(self.primary())
            assert self.next() == "]"
            return ("list", parts)
        if self.peek("days", "from") or self.peek("working", "days", "from"):
            working = self.take("working")
            self.position += 2
            first = self.sum()
            assert self.next() == "to"
            return ("span", working, first, self.sum())
        token = self.next()
        if token.startswith("'"):
            return ("value", token[1:-1])
        if re.fullmatch(r"\d{4}-\d\d-\d\d", token):
            return ("day", token)
        if token.isdigit():
            if self.take("working", "days") or self.take("working", "day"):
                return ("time", int(token), "working")
            for unit in ("days", "day", "months", "month"):
                if self.take(unit):
                    return ("time", int(token), unit.rstrip("s") + "s")
            return ("value", int(token))
        return ("name", token)

    def choice(self, node, other):
        """Against a choice, a bare word is one of its choices; `other` is that choice's node or name."""
        if node[0] == "list":
            return ("list", [self.choice(part, other) for part in node[1]])
        name = other if isinstance(other, str) else other[1] if other[0] == "name" else None
        kind = self.kinds.get(str(name).removeprefix("before."), {})
        is_word = kind.get("type") == "state" or node[0] == "name" and node[1] in kind.get("choices", [])
        return ("value", node[1]) if node[0] == "name" and is_word else node

    # Writing Python.

    def name(self):
        self.names += 1
        return f"v{self.names}"

    def reference(self, name):
        if name in ("yes", "no"):
            return str(name == "yes")
        if name.startswith("before."):
            return f"b.get({name.removeprefix('before.')!r})"
        if name in ("today", "actor.person", "actor.roles"):
            return f"s.{name.removeprefix('actor.')}"
        if name == "state":
            return "s.state"
        return f"s.facts.get({name!r})" if name in self.facts else f"r.get({name!r})"

    def known(self, *nodes, result):
        """The result, given code for each node, unless one of them is unknown."""
        codes, checks = [], []
        for node in nodes:
            code = self.code(node)
            if node[0] in ("value", "day", "list") or code in ("True", "False", "s.today", "s.person", "s.roles"):
                codes.append(code)
            else:
                codes.append(self.name())
                checks.append(f"({codes[-1]} := {code}) is None")
        made = result(*codes)
        return f"(None if {' or '.join(checks)} else {made})" if checks else f"({made})"

    def code(self, node):
        kind = node[0]
        if kind == "value":
            return repr(node[1])
        if kind == "day":
            return f"date.fromisoformat({node[1]!r})"
        if kind == "name":
            return self.reference(node[1])
        if kind == "list":
            return "(" + "".join(self.code(part) + ", " for part in node[1]) + ")"
        if kind in ("and", "or"):
            return "(" + f" {kind} ".join(self.code(part) for part in node[1]) + ")"
        if kind == "not":
            return self.known(node[1], result=lambda value: f"not {value}")
        if kind in ("set", "empty"):
            return f"({self.code(node[1])} is {'not ' if kind == 'set' else ''}None)"
        if kind == "has":
            return self.known(node[1], node[2], result=lambda many, one: f"{one} in {many}")
        if kind == "later":
            return f"add({self.code(node[1])}, {node[2]}, {node[3]!r}, calendar)"
        if kind == "span":
            _, working, first, last = node
            make = "calendar.between({}, {})" if working else "({1} - {0}).days"
            return self.known(first, last, result=make.format)
        return self.known(node[1], node[2], result=lambda left, right: f"{left} {kind} {right}")


class Step:
    """One recorded event, its values in Python's types."""

    def __init__(self, recorded, kinds):
        def typed(values):
            return {
                name: datetime.date.fromisoformat(value) if kinds[name]["type"] == "day" else value
                for name, value in values.items()
            }

        self.event = recorded["event"]
        self.given = typed(recorded["given"])
        self.facts = typed(recorded["facts"])
        self.today = datetime.date.fromisoformat(recorded["on"])
        self.person = recorded["actor"]["person"]
        self.roles = recorded["actor"]["roles"]
        self.to = recorded.get("to")


class Item:
    """What the machine moves: transitions gives it `state` and a method for each event."""


class Lifecycle:
    """The workflow as a machine of transitions with one item, which begins anew with each history."""

    def __init__(self, document, calendar, guarded):
        self.document = document
        self.translator = Translator(document, calendar)
        self.record, self.proposed = {}, {}
        self.item = Item()
        states = ["(start)", *document["states"]]
        self.machine = Machine(self.item, states=states, initial="(start)", auto_transitions=False)
        for name, event in document["events"].items():
            begins = event["from"] == "start"
            sources = ["(start)"] if begins else self.states(listed(event["from"]))
            targets = event.get("to", "stay")
            for target in targets if isinstance(targets, list) else [{"state": targets}]:
                to = None if target["state"] == "stay" else target["state"]
                guards = self.guards(name, event, target) if guarded else {}
                self.machine.add_transition(name, sources, to, **guards)

    def states(self, names):
        groups = self.document.get("groups", {})
        return [state for name in names for state in (self.states(groups[name]) if name in groups else [name])]

    def guards(self, name, event, target):
        """What transitions calls: the proposed record first, then each condition on it, then its taking effect."""
        tell = self.translator.function
        asks = {field: ask if isinstance(ask, dict) else {"need": ask} for field, ask in event.get("asks", {}).items()}
        keeps, fresh, defaults, required = [], [], [], []
        for field, ask in asks.items():
            need = ask.get("need", "optional" if "when" in ask else "anew" if "default" in ask else "required")
            if need in ("required", "anew") or "when" in ask and "need" not in ask:
                fresh.append(field)
            if "default" in ask:
                defaults.append((field, tell(ask["default"], giving=field)))
            if "when" in ask:
                required.append((field, tell(ask["when"])))
            elif need in ("required", "record"):
                keeps.append(field)
        sets = [(field, tell(value, giving=field)) for field, value in event.get("sets", {}).items()]
        clears, adds = listed(event.get("clears", [])), event.get("adds", {}).items()

        def propose(step):
            record = dict(self.record)
            for field in fresh:
                record.pop(field, None)
            record.update(step.given)
            for field, default in defaults:
                if field not in record and (value := default(record, self.record, step)) is not None:
                    record[field] = value
            for field, value in [(field, value(record, self.record, step)) for field, value in sets]:
                record[field] = value
            for field in clears:
                record.pop(field, None)
            for field, count in adds:
                record[field] = record.get(field, 0) + int(count)
            self.proposed = record

        def take_effect(step):
            self.record = self.proposed

        def condition(function):
            return lambda step: function(self.proposed, self.record, step) is True

        roles = frozenset(listed(event["by"]))
        conditions = [lambda step: not roles.isdisjoint(step.roles)]
        for field in keeps:
            conditions.append(lambda step, field=field: field in self.proposed)
        for field, when in required:
            conditions.append(
                lambda step, field=field, when=when:
                    field in self.proposed or when(self.proposed, self.record, step) is not True)
        for rule in event.get("rules", []):
            conditions.append(condition(tell(rule["require"])))
        for rule in self.document.get("rules", []):
            if name not in listed(rule.get("except", [])):
                conditions.append(condition(tell(rule["require"])))
        for field in listed(self.document["states"].get(target["state"], {}).get("needs", [])):
            conditions.append(lambda step, field=field: field in self.proposed)
        if "when" in target:
            conditions.append(condition(tell(target["when"])))
        return {"prepare": propose, "conditions": conditions, "before": take_effect}

    def begin(self):
        self.item.state, self.record = "(start)", {}

    def departure(self, history):
        """Where it does otherwise than the history; None when every event happens and leads where it led."""
        self.begin()
        for step in history:
            if not getattr(self.item, step.event)(step) or step.to not in (None, self.item.state):
                return f"{step.event} led to {self.item.state}, not to {step.to}"
        return None


class Toggle:
    def __init__(self):
        machine = Machine(self, states=["on", "off"], initial="off", auto_transitions=False)
        machine.add_transition("flip", "off", "on")
        machine.add_transition("flip", "on", "off")


def rate(run, seconds):
    """`run` drives some events and says how many. The best of three measurements."""
    best = 0.0
    for _ in range(3):
        events, begun = 0, time.process_time()
        while (took := time.process_time() - begun) < seconds / 3:
            events += run()
        best = max(best, events / took)
    return round(best)


def main():
    parser = argparse.ArgumentParser(description="Events per second of PyPI's transitions.")
    parser.add_argument("workflow")
    parser.add_argument("histories")
    parser.add_argument("--seconds", type=float, default=1.0, help="how long each of the three is measured")
    parser.add_argument("--calendars", default=pathlib.Path(__file__).parent.parent / "Data/calendars")
    options = parser.parse_args()
    document = load(options.workflow)
    calendar = WorkingDays(pathlib.Path(options.calendars) / f"{document['calendar']}.yaml")
    told = json.loads(pathlib.Path(options.histories).read_text(encoding="utf-8"))
    told = [history["history"] if isinstance(history, dict) else history for history in told]
    kinds = {**document["fields"], **document.get("facts", {})}
    histories = [[Step(recorded, kinds) for recorded in history] for history in told]

    toggle = Toggle()

    def flip():
        for _ in range(1000):
            toggle.flip()
        return 1000

    rates = {"toggle": rate(flip, options.seconds)}
    counts = {}
    for name, guarded in [("bare", False), ("guarded", True)]:
        lifecycle = Lifecycle(document, calendar, guarded)
        departures = [lifecycle.departure(history) for history in histories]
        # Without conditions the first of several targets is taken, so some histories cannot be followed.
        if guarded and any(departures):
            sys.exit(f"peer: {next(filter(None, departures))}")
        calls = [
            [(getattr(lifecycle.item, step.event), step) for step in history]
            for history, departure in zip(histories, departures) if departure is None]
        counts[name] = sum(len(history) for history in calls)

        def drive():
            for history in calls:
                lifecycle.begin()
                for call, step in history:
                    call(step)
            return counts[name]

        rates[name] = rate(drive, options.seconds)
    print(json.dumps({"transitions": rates, "events": counts}))


if __name__ == "__main__":
    main()
