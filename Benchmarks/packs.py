"""What papers cost: a long PDF beside WeasyPrint, which sets our own HTML of it; PDFs laid in beside `qpdf --empty --pages`,
which only joins them; the peak of memory; and whether a page costs the same however many there are. What is compared is the
processors' time, which other work on the machine does not change. The text is a paper that is attached to an agenda, so that
HTML and PDF say the same."""

import argparse
import os
import pathlib
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import venv

WEASYPRINT = "weasyprint==70.0"
# At most: a 200-page PDF in so much of WeasyPrint's time, papers laid in so many times qpdf's, so many MB, and a page of the
# longest so many times one of the shortest.
LIMITS = {"weasyprint": 0.2, "qpdf": 2.0, "memory": 600, "page": 1.25}
MEETING = "north-2019-04-30"
WORDS = "dunnart heron quoll wombat reed marsh perch meadow nettle thistle otter linnet".split()


def cost(words, **given):
    """The processors' seconds that a command and its own commands took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **given)
    said = process.stderr.read()
    process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, words))[:200]}: {said.decode()[:500]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def text(pages):
    """So much as about fills some pages."""
    chance = random.Random(7)
    sentences = (" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(pages * 45))
    return "\n\n".join(" ".join(group) for group in zip(*[sentences] * 5))


class House:
    """A register with an agenda that has papers."""

    def __init__(self, program, share, folder):
        self.program, self.folder = program, folder
        # What sets the PDF is metered apart from what reads the register and searches what was written.
        self.meter = folder / "metered"
        python = folder / "python-metered"
        python.write_text(f"#!/bin/sh\n{share}/.venv/bin/python \"$@\" || exit\ntimes >> {self.meter}\n")
        python.chmod(0o755)
        self.environment = dict(os.environ, LAP_SHARE=share, LAP_TYPST=str(python))
        self.lap("init", ".", "--as", "DCO North <dco.north@example.org>", "--on", "2019-01-07", "--seat", "north/dco",
                 "--seat", "north/chair")
        self.lap("meeting", "schedule", "north", "--date", "2019-04-30", "--on", "2019-04-03")

    def lap(self, *words):
        return cost([self.program, *words], cwd=self.folder, env=self.environment)

    def bring(self, papers):
        self.lap("agenda", "add", MEETING, "--under", "11", "--title", "Papers on dunnarts", "--on", "2019-04-04",
                 *(word for paper in papers for word in ("--paper", paper)))
        self.lap("agenda", "build", MEETING, "--on", "2019-04-05")

    def pack(self, form):
        self.meter.unlink(missing_ok=True)
        return self.lap(*self.words(form))

    @staticmethod
    def words(form):
        return ["pack", "agenda", MEETING, "--format", form, "--edition", "members", "--draft", "--to", "out", "--on",
                "2019-04-05"]

    def setting(self):
        """The seconds that the last PDF took to be set: those of the shell's commands, which its last line tells."""
        return sum(60 * int(minutes) + float(seconds)
                   for minutes, seconds in re.findall(r"(\d+)m([\d.]+)s", self.meter.read_text().splitlines()[-1]))

    def file(self, form):
        return self.folder / "out" / f"{MEETING}-agenda-members-draft.{form}"


def page_count(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"Pages: +(\d+)", told)[1])


def tell(name, value, limit, unit=""):
    passed = value <= limit
    print(f"{name:52}{value:9.2f}{unit} {limit:8.2f}{unit}  {'pass' if passed else 'FAIL'}", flush=True)
    return passed


def long_packs(given, share, folder):
    """Packs of more and more pages, and one of them beside WeasyPrint."""
    passed, per_page = True, {}
    for pages in given.pages:
        place = folder / f"house-{pages}"
        place.mkdir()
        house = House(given.lap, share, place)
        (place / "paper.txt").write_text(text(pages))
        house.bring(["paper.txt"])
        seconds = house.pack("pdf")
        made = page_count(house.file("pdf"))
        per_page[pages] = seconds / made
        setting = house.setting()
        print(f"  a PDF of {made} pages: {seconds:.1f}s, {1000 * seconds / made:.0f}ms a page; of that it took "
              f"{setting:.1f}s to be set, the rest is reading and searching", flush=True)
        if pages == given.beside:
            written = house.pack("html")
            tool = folder / "weasyprint"
            venv.create(tool, with_pip=True)
            pip = [tool / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", WEASYPRINT]
            subprocess.run(pip, check=True)
            other = cost(
                [tool / "bin" / "weasyprint", "--pdf-variant", "pdf/ua-1", house.file("html"), place / "other.pdf"])
            print(f"  WeasyPrint, of the same HTML: {other:.1f}s, {page_count(place / 'other.pdf')} pages", flush=True)
            # Both have the HTML: the one writes it too, for the search, and the other is given it.
            passed &= tell(f"setting {made} pages / WeasyPrint", setting / other, LIMITS["weasyprint"])
            print(f"  the whole command, searched, / HTML and WeasyPrint {seconds / (written + other):.2f}", flush=True)
        if pages == given.weigh:
            passed &= tell(f"memory at {made} pages", peak(house), LIMITS["memory"], "MB")
        shutil.rmtree(place)
    first, last = per_page[min(per_page)], per_page[max(per_page)]
    return tell(f"a page of {max(per_page)} / of {min(per_page)}", last / first, LIMITS["page"]) and passed


def peak(house):
    """The most memory that a process had which sets a pack, found in a process of its own."""
    program = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    words = [house.program, *house.words("pdf")]
    told = subprocess.run([sys.executable, "-c", program, *words], cwd=house.folder, env=house.environment, capture_output=True,
                          text=True, check=True)
    return float(told.stdout)


def laid_in(given, share, folder):
    """Papers laid in, with contents and page numbers, beside joining them."""
    python, layer = f"{share}/.venv/bin/python", f"{share}/Data/templates/lay-papers.py"
    (folder / "paper.typ").write_text(
        '#set document(title: "Paper", date: auto)\n#set page(paper: "a4")\n= A report\n#lorem(300)\n'
        "#table(columns: 3, table.header([A], [B], [C]), ..range(30).map(it => [#it]))\n")
    (folder / "base.typ").write_text(
        f"""#set document(title: "Pack", date: auto)
#set page(paper: "a4", footer: context [Page #counter(page).display() of #counter(page).final().first()])
#outline()
#let kept = bytes("<svg xmlns='http://www.w3.org/2000/svg' width='595' height='842'></svg>")
#heading(level: 1)[Papers]
#for n in range({given.papers}) {{
  page({{ heading(level: 2)[Paper #n]; image(kept, format: "svg", alt: "laid-in " + str(n) + " 0", height: 1fr) }})
}}
""")
    setting = ("import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], format='pdf', ignore_system_fonts=True, "
               "pdf_standards=['a-2a', 'ua-1'], timestamp=0)")
    cost([python, "-c", setting, folder / "paper.typ", folder / "paper-0.pdf"])
    papers = [folder / f"paper-{number}.pdf" for number in range(given.papers)]
    for paper in papers[1:]:
        shutil.copy(papers[0], paper)
    base = cost([python, "-c", setting, folder / "base.typ", folder / "base.pdf"])
    looked = cost([python, layer, "look", *papers])
    laid = cost([python, layer, "lay", folder / "base.pdf", folder / "laid.pdf", "accessible,archival", *papers])
    joined = cost(["qpdf", "--empty", "--pages", *papers, "--", folder / "joined.pdf"])
    print(f"  {given.papers} papers: contents and pages {base:.1f}s, looked at {looked:.1f}s, laid in {laid:.1f}s; "
          f"joined by qpdf, without tags, contents or page numbers {joined:.1f}s")
    return tell(f"{given.papers} papers laid in / joined by qpdf", (base + laid) / joined, LIMITS["qpdf"])


def main():
    options = argparse.ArgumentParser(prog="script/bench packs")
    options.add_argument("--lap", required=True, help=argparse.SUPPRESS)
    options.add_argument("--share", required=True, help=argparse.SUPPRESS)
    options.add_argument("--pages", type=lambda told: [int(one) for one in told.split(",")], default=[50, 200, 400, 1000],
                         help="about so many pages, with commas")
    options.add_argument("--papers", type=int, default=1000, help="so many PDFs are laid in")
    given = options.parse_args()
    given.lap, share = os.path.abspath(given.lap), os.path.abspath(given.share)
    given.beside = min(given.pages, key=lambda pages: abs(pages - 200))
    given.weigh = min(given.pages, key=lambda pages: abs(pages - 400))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="lap-bench-"))
    try:
        passed = [long_packs(given, share, folder), laid_in(given, share, folder)]
    finally:
        shutil.rmtree(folder)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
