"""Draws the README's pictures: of script/pictures, which lies beside it."""

import base64
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

# The last two are refused: a refusal says why, and what would help.
WHO, DAY = "DCO East", "2019-07-31"
COMMANDS = [["status"], ["issue", "accept", "E-5"], ["meeting", "publish", "east-2019-06-25"]]
STYLE = """
body { margin: 0; display: inline-block; font-family: "Open Sans", sans-serif; }
.shelf { background: #e6ebf0; padding: 36px; display: inline-flex; gap: 28px; align-items: flex-start; }
.shelf img { display: block; background: white; box-shadow: 0 2px 12px #0004; }
.shelf .phone { border: 10px solid #1d1d1f; border-radius: 22px; height: 700px; width: 320px; object-fit: cover;
  object-position: top; }
.terminal { background: #1c2128; color: #e6edf3; padding: 22px 26px; border-radius: 10px; width: 980px; box-sizing: border-box;
  font: 14px/1.5 "DejaVu Sans Mono", "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.terminal b { color: #fff; } .terminal .red { color: #ff9d94; } .terminal .dim { color: #9aa7b4; }
"""
CHAIN = """
digraph chain {
  rankdir=LR; bgcolor="white"; nodesep=0.35; ranksep=0.45;
  node [shape=box, style="rounded,filled", fillcolor="#eef3f7", color="#1b4f72", fontname="Open Sans", fontsize=13, margin="0.18,0.12"];
  edge [color="#55585f", fontname="Open Sans", fontsize=11, fontcolor="#33363b"];
  family [label="A family or a school", fillcolor="white"]; dco [label="DCO\\ntakes it in"];
  lap [label="LAP\\ndiscusses it"]; board [label="Board\\ndecides"]; told [label="The family\\nhears back", fillcolor="white"];
  family -> dco [label="a concern"]; dco -> lap [label="on an agenda"]; lap -> board [label="escalated"];
  board -> told [label="answered"]; lap -> told [label="resolved", constraint=false]; dco -> told [label="signposted", constraint=false];
}
"""


def page(pdf, number, folder):
    """One page of a PDF as a picture in a page of HTML."""
    stem = folder / f"page-{number}"
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", "-f", str(number), "-l", str(number), pdf, stem], check=True)
    return data(stem.with_suffix(".png"))


def data(path):
    return "data:image/png;base64," + base64.b64encode(path.read_bytes()).decode()


def terminal(register):
    """What some commands say, as a terminal shows it."""
    environment = os.environ | {
        "LAP_AS": WHO, "LAP_ON": DAY, "LAP_SHARE": str(pathlib.Path(__file__).parents[1]), "COLUMNS": "110"}
    out = [f'<span class="dim">$ export LAP_AS="{WHO}" LAP_ON={DAY}</span>']
    for words in COMMANDS:
        said = subprocess.run(
            [os.environ["LAP"], *words, "--color", "always", "--no-pager"], cwd=register, env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        out.append(f"<b>$ lap {' '.join(words)}</b>")
        out += [coloured(line) for line in said.stdout.rstrip().splitlines()] + [""]
    return "\n".join(out[:-1])


def coloured(line):
    styles = {"1": "<b>", "31": '<span class="red">', "2": '<span class="dim">'}
    out, open_tags = "", []
    for part in re.split(r"(\x1b\[[\d;]*m)", line):
        code = re.fullmatch(r"\x1b\[([\d;]*)m", part)
        if not code:
            out += html.escape(part)
            continue
        out += "".join("</b>" if tag == "<b>" else "</span>" for tag in reversed(open_tags))
        open_tags = [styles[one] for one in code[1].split(";") if one in styles]
        out += "".join(open_tags)
    return out + "".join("</b>" if tag == "<b>" else "</span>" for tag in reversed(open_tags))


def main(demo, pictures):
    demo, pictures = pathlib.Path(demo), pathlib.Path(pictures)
    pictures.mkdir(exist_ok=True)
    drawn = subprocess.run(["dot", "-Tsvg"], input=CHAIN, capture_output=True, text=True, check=True).stdout
    (pictures / "chain.svg").write_text(drawn[drawn.index("<svg"):])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        folder = pathlib.Path(folder)
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        phone = browser.new_page(viewport={"width": 320, "height": 700})
        phone.goto((demo / "packs/north-2019-04-30-news-public.html").resolve().as_uri())
        phone.screenshot(path=folder / "phone.png")
        agenda = demo / "packs/north-2019-04-30-agenda-public.pdf"
        shelf = "".join(f'<img src="{page(agenda, number, folder)}" height="720" alt="">' for number in (1, 2))
        shelf += f'<img class="phone" src="{data(folder / "phone.png")}" alt="">'
        for name, body in (
                ("pack", f'<div class="shelf">{shelf}</div>'),
                ("terminal", f'<div class="terminal">{terminal(demo / "send-register")}</div>')):
            drawing = browser.new_page(viewport={"width": 1500, "height": 900})
            drawing.set_content(f"<style>{STYLE}</style>{body}")
            drawing.locator("body").screenshot(path=pictures / f"{name}.png")
        browser.close()


main(*sys.argv[1:])
