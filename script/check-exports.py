"""Puts what `lap workflow graph` exports before programs that know nothing of lap: python-statemachine runs the SCXML
state charts, SNAKES reads the PNML nets and explores them, Graphviz draws. Usage: check-exports.py PROGRAM"""

import json
import pkgutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ElementTree

from statemachine.io.scxml.processor import SCXMLProcessor


class Importer:
    """SNAKES lists its own modules with pkgutil.ImpImporter, which Python 3.12 no longer has."""

    def __init__(self, path):
        self.path = path

    def iter_modules(self, prefix):
        return [(module.name, module.ispkg) for module in pkgutil.iter_modules([self.path], prefix)]


pkgutil.ImpImporter = Importer
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import snakes.nets
    import snakes.pnml

SCXML = "http://www.w3.org/2005/07/scxml"
SHIPPED = [
    "issue", "meeting", "action", "plan-action", "breach", "request", "matter", "commitment", "question", "gap", "risk", "draft"]

# Events with several targets, one of which stays where it is; an end that can be left again and one that cannot.
SORTING = """
workflow: parcel
title: Parcel
roles: {clerk: Clerk}
fields: {weight: {title: Weight, type: number}}
states:
  counter: {title: At the counter}
  van: {title: In the van}
  depot: {title: At the depot}
  lost: {title: Lost, end: yes}
  delivered: {title: Delivered, end: yes}
events:
  hand-in: {title: Hand in, from: start, to: counter, by: [clerk]}
  weigh:
    title: Weigh
    from: [counter, depot]
    to: [{state: van, when: weight > 5}, {state: stay, when: weight > 3}, {state: depot}]
    by: [clerk]
    asks: {weight: required}
  lose: {title: Lose, from: [van, depot], to: lost, by: [clerk]}
  find: {title: Find, from: lost, to: depot, by: [clerk]}
  deliver: {title: Deliver, from: [van, counter], to: delivered, by: [clerk]}
"""

# Nothing leads on from the depot: no way to an end.
STUCK = SORTING.replace("[counter, depot]", "counter").replace("[van, depot], to: lost", "van, to: lost")

problems = []


def lap(program, *words, text=None, may_refuse=False):
    ran = subprocess.run([program, "workflow", *words], input=text, capture_output=True, text=True)
    if ran.returncode not in ([0, 1] if may_refuse else [0]):
        sys.exit(f"check-exports: lap workflow {' '.join(words)}: {ran.stderr.strip()}")
    return ran.stdout


class Chart:
    """A state chart and the interpreter that runs it."""

    def __init__(self, name, scxml):
        root = ElementTree.fromstring(scxml)
        if root.tag != f"{{{SCXML}}}scxml" or root.get("version") != "1.0":
            problems.append(f"{name}: the state chart is no SCXML 1.0")
        self.events = {transition.get("event") for transition in root.iter(f"{{{SCXML}}}transition")}
        self.processor = SCXMLProcessor()
        self.processor.parse_scxml(name, scxml)

    def begin(self):
        self.machine = self.processor.start()

    @property
    def state(self):
        """None at the start."""
        (state,) = self.machine.configuration_values
        return None if state == "start" else state

    def send(self, event, to=None):
        """One of an event's several targets has a name of its own."""
        named = f"{event}.{'stay' if to == self.state else to}"
        self.machine.send(named if named in self.events else event)


def follow(chart, shown, steps, visited):
    """Sends the events of a sequence, and at each state not visited before also those that cannot happen there. What
    the state chart does otherwise than lap; None when there is nothing."""
    chart.begin()
    for step in [*steps, None]:
        here = chart.state
        others = [event["name"] for event in shown["events"] if here not in (event["from"] or [None])]
        for event in [] if here in visited else others:
            chart.send(event)
            if chart.state != here:
                return f"{event} happens at {here} in the state chart only"
        visited.add(here)
        if step:
            chart.send(step["event"], step["to"])
            if chart.state != step["to"]:
                return f"{step['event']} leads to {step['to']}, in the state chart to {chart.state}"
    is_end = any(state["end"] for state in shown["states"] if state["name"] == here)
    if chart.machine.is_terminated != (is_end and len(others) == len(shown["events"])):
        return f"whether {here} is the last state is another matter in the state chart"
    return None


def sequences(program, word, text):
    """Ways along the arrows that take each of them, and what happened in the examples."""
    found = {}
    for row in json.loads(lap(program, "paths", word, "--covering", "--json", text=text)):
        found.setdefault(f"path {row['path']}", []).append(row)
    if text is None:
        for row in json.loads(lap(program, "test", word, "--json=example,history")):
            found[f"example {row['example']}"] = row["history"]
    return found


def soundness(pnml):
    """What keeps a net from being a sound workflow net: from every marking that can be reached the last can be, the
    last holds one token in `end` and nothing else, and every transition can fire."""
    with tempfile.NamedTemporaryFile("w", suffix=".pnml", encoding="utf-8") as file:
        file.write(pnml)
        file.flush()
        net = snakes.pnml.loads(file.name)
    graph = snakes.nets.StateGraph(net)
    before, fired, last = {}, set(), []
    for node in graph:  # which explores as it goes: an unbounded net ends here, not never
        marking = graph[node]
        if any(len(tokens) != 1 for tokens in marking.values()):
            return "it is not safe"
        if "end" in marking:
            last.append(node)
            if set(marking) != {"end"}:
                return "something is left behind at the end"
        for after, transition, _ in graph.successors(node):
            before.setdefault(after, set()).add(node)
            fired.add(transition.name)
    ending, queue = set(last), list(last)
    while queue:
        for node in before.get(queue.pop(), set()) - ending:
            ending.add(node)
            queue.append(node)
    stuck = sorted(str(graph[node]) for node in graph if node not in ending)
    dead = sorted({transition.name for transition in net.transition()} - fired)
    if stuck:
        return f"no end can be reached from {', '.join(stuck)}"
    if dead:
        return f"never fired: {', '.join(dead)}"
    return None


def main(program):
    for name, text in [(name, None) for name in SHIPPED] + [("parcel", SORTING)]:
        word = "-" if text else name
        chart = Chart(name, lap(program, "graph", word, "--format", "scxml", text=text))
        shown = json.loads(lap(program, "show", word, "--json", text=text))
        visited = set()
        for label, steps in sequences(program, word, text).items():
            if differs := follow(chart, shown, steps, visited):
                problems.append(f"{name}, {label}: {differs}")
        if left := {state["name"] for state in shown["states"]} - visited:
            problems.append(f"{name}: no sequence came to {', '.join(sorted(left))}")
        drawn = ElementTree.fromstring(lap(program, "graph", word, "--format", "svg", text=text))
        words = {"".join(element.itertext()) for element in drawn.iter("{http://www.w3.org/2000/svg}text")}
        if missing := {state["title"] for state in shown["states"]} - words:
            problems.append(f"{name}: the picture lacks {', '.join(sorted(missing))}")
        unsound = soundness(lap(program, "graph", word, "--format", "pnml", text=text))
        if unsound:
            problems.append(f"{name}: the Petri net is not sound: {unsound}")
    codes = {found["code"] for found in json.loads(lap(program, "check", "-", "--json", text=STUCK, may_refuse=True))}
    if "no-way-out" not in codes:
        problems.append(f"the parcel that is stuck passes lap workflow check: {sorted(codes)}")
    if soundness(lap(program, "graph", "-", "--format", "pnml", text=STUCK)) is None:
        problems.append("the Petri net of the parcel that is stuck passes as sound")
    for problem in problems:
        print(f"check-exports: {problem}.", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
