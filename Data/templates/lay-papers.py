"""Looks at papers that are PDFs, and lays their pages into a pack.

Usage: python lay-papers.py look PAPER...                   what each is, as a list in JSON
       python lay-papers.py lay PACK OUTPUT CLAIMS PAPER...  each on the pages that the pack keeps for it

CLAIMS is what the pack may go on saying of itself: `accessible,archival`, one of them, or `none`.

A pack keeps a page by a picture with nothing in it, whose alternative text is `laid-in PAPER PAGE`, both counted from 0. What a
paper tells of its own order, headings and tables goes along into the tags of the pack. The same files give the same bytes.
"""

import json
import os
import re
import resource
import sys

import pikepdf
from pikepdf import Array, Dictionary, Name

# A paper that unpacks into more than this, or takes longer, is none.
MEMORY, SECONDS, PAGES, SIDE, MARKS = 2 << 30, 120, 600, 4000, 1 << 16
ACTS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/RichMediaExecute", "/Rendition", "/Movie"}
STANDARD = set(
    "/Document /Part /Art /Sect /Div /BlockQuote /Caption /TOC /TOCI /Index /NonStruct /Private /P /H /H1 /H2 /H3 /H4 /H5 /H6"
    " /L /LI /Lbl /LBody /Table /TR /TH /TD /THead /TBody /TFoot /Span /Quote /Note /Reference /BibEntry /Code /Link /Annot"
    " /Ruby /RB /RT /RP /Warichu /WT /WP /Figure /Formula /Form".split()
)


class Refused(Exception):
    """Why a paper is not laid in, in a word."""


def opened(path):
    try:
        pdf = pikepdf.open(path)
        if pdf.is_encrypted:
            raise Refused("encrypted")
        if not 0 < len(pdf.pages):
            raise Refused("broken")
    except pikepdf.PasswordError:
        raise Refused("encrypted") from None
    except pikepdf.PdfError:
        raise Refused("broken") from None
    return pdf


def acts(value):
    """Whether an object does something, or is a form that only some programs show."""
    if isinstance(value, pikepdf.Stream):
        return "/XFA" in value
    if not isinstance(value, Dictionary):
        return False
    return "/JS" in value or "/XFA" in value or str(value.get("/S", "")) in ACTS


def held(value):
    """The objects that stand in another one, itself first; references are not followed."""
    yield value
    if isinstance(value, Array):
        inner = list(value)
    elif isinstance(value, (Dictionary, pikepdf.Stream)):
        inner = [value[key] for key in value.keys()]
    else:
        return
    for one in inner:
        if isinstance(one, pikepdf.Object) and not one.is_indirect:
            yield from held(one)


# What a paper may not hold, as it stands in what an object is written as.
SIGNS = re.compile(rb"/(?:JS|XFA|EF|S ?/(?:%s))\b" % b"|".join(name[1:].encode() for name in sorted(ACTS)))


def suspect(pdf):
    """The objects that may do something or hold files: few have to be looked into."""
    for one in pdf.objects:
        if not isinstance(one, (Array, Dictionary, pikepdf.Stream)):
            continue
        written = one.stream_dict.unparse() if isinstance(one, pikepdf.Stream) else one.unparse(resolved=True)
        if SIGNS.search(written):
            yield one


def claims(pdf):
    """What it says of itself: made for readers with a screen reader; made for archives, by how much."""
    try:
        meta = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        accessible = meta.get("pdfuaid:part") == "1"
        archival = meta.get("pdfaid:part") in ("1", "2") and meta.get("pdfaid:conformance", "")
    except Exception:
        return False, ""
    for intent in pdf.Root.get("/OutputIntents", []):
        profile = intent.get("/DestOutputProfile")
        if profile is not None and profile.get("/N") != 3:
            archival = ""
    return accessible, archival or ""


def is_tagged(pdf):
    root = pdf.Root
    return bool("/StructTreeRoot" in root and root.get("/MarkInfo", Dictionary()).get("/Marked"))


def box(page):
    """The page as it is shown: its width and height, turned as it says."""
    left, bottom, right, top = (float(side) for side in page.cropbox)
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = abs(right - left) * unit, abs(top - bottom) * unit
    turned = int(page.obj.get("/Rotate", 0)) % 180 != 0
    return (height, width) if turned else (width, height)


def look(path):
    try:
        pdf = opened(path)
        if len(pdf.pages) > PAGES:
            raise Refused("large")
        for one in suspect(pdf):
            for value in held(one):
                if acts(value):
                    raise Refused("scripted")
                if isinstance(value, Dictionary) and "/EF" in value:
                    raise Refused("holding")
        sides = [box(page) for page in pdf.pages]
        if any(not 0 < side <= SIDE for both in sides for side in both):
            raise Refused("large")
        if pdf.check_pdf_syntax():
            raise Refused("broken")
        accessible, archival = claims(pdf)
        return {
            "wide": [width > height for width, height in sides],
            "isTagged": is_tagged(pdf),
            "isAccessible": is_tagged(pdf) and accessible and not is_form(pdf) and not has_inner_tags(pdf),
            "isArchival": archival == "A" and not is_form(pdf),
        }
    except Refused as refused:
        return {"refused": str(refused)}
    except MemoryError:
        return {"refused": "large"}
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError, RuntimeError):
        return {"refused": "broken"}


def is_form(pdf):
    return any(annotation.get("/Subtype") != "/Link" for page in pdf.pages for annotation in page.obj.get("/Annots", []))


def has_inner_tags(pdf):
    """Whether tags lead into pictures that are drawn within pages, which nothing here follows."""
    return any("/StructParents" in one for one in streams(pdf))


def streams(pdf):
    return [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]


def several(value):
    """What may stand alone, in a list, or not at all."""
    return [] if value is None else list(value) if isinstance(value, Array) else [value]


class Tree:
    """The tags of the pack, to which those of papers are added."""

    def __init__(self, pack):
        self.pack = pack
        self.root = pack.Root.StructTreeRoot
        self.parents = pikepdf.NumberTree(self.root.ParentTree)
        self.next = int(self.root.get("/ParentTreeNextKey", 0))
        self.names = []
        self.levels, self.instead, self.above = {}, {}, []

    def key(self, value):
        key, self.next = self.next, self.next + 1
        self.parents[key] = value
        return key

    def level(self, figure):
        """The level of the heading that a picture stands under."""
        parent = figure.P
        if parent.objgen not in self.levels:
            self.levels[parent.objgen] = levels = {}
            self.above.append(parent)
            level = 1
            for one in parent.K:
                if isinstance(one, Dictionary):
                    levels[one.objgen] = level
                    role = str(one.get("/S", ""))
                    if len(role) == 3 and role.startswith("/H") and role[2].isdigit():
                        level = int(role[2])
        return self.levels[parent.objgen][figure.objgen]

    def close(self):
        for parent in self.above:
            parent.K = Array(
                [kid for one in parent.K if (kid := self.instead.get(one.objgen, one) if isinstance(one, Dictionary) else one)
                 is not None]
            )
        self.root.ParentTreeNextKey = self.next
        if self.names:
            names = pikepdf.NameTree(self.root.IDTree) if "/IDTree" in self.root else pikepdf.NameTree.new(self.pack)
            for name, element in self.names:
                names[name] = element
            self.root.IDTree = names.obj


class Paper:
    """One paper, on its way into the pack."""

    def __init__(self, number, pdf, tree):
        self.number, self.pdf, self.tree, self.pack = number, pdf, tree, tree.pack
        self.forms, self.pages, self.marked, self.links, self.roles, self.written = {}, {}, {}, {}, {}, {}
        if is_form(pdf):
            pdf.flatten_annotations("print")
        inner = streams(pdf)
        self.isTagged = is_tagged(pdf) and not any("/StructParents" in one for one in inner)
        for one in inner:
            for key in ("/StructParents", "/StructParent"):
                if key in one:
                    del one[key]
        self.named_roles = pdf.Root.StructTreeRoot.get("/RoleMap", {}) if self.isTagged else {}
        self.classes = pdf.Root.StructTreeRoot.get("/ClassMap", {}) if self.isTagged else {}

    def form(self, place):
        """A page as something to be drawn."""
        page = self.pdf.pages[place]
        form = self.pack.copy_foreign(page.as_form_xobject())
        self.forms[page.obj.objgen] = form
        if self.isTagged:
            self.marked[page.obj.objgen] = []
        return form

    def role(self, own, level):
        """What an element is in the pack, by what it is called in the paper, under a heading of a level."""
        if own not in self.roles:
            name, seen = own, set()
            while name not in STANDARD and name in self.named_roles and name not in seen:
                seen.add(name)
                name = str(self.named_roles[name])
            if name not in STANDARD:
                name = "/NonStruct"
            elif name == "/Document":
                name = "/Sect"
            elif re.fullmatch("/H[1-6]", name):
                name = f"/H{min(6, int(name[2]) + level)}"
            self.roles[own] = Name(name)
        return self.roles[own]

    def copied(self, element, parent, level, page=None):
        """An element of its tags and what is within."""
        keys = element.keys()
        role = self.role(str(element.S) if "/S" in keys else "/NonStruct", level)
        page = element.Pg if "/Pg" in keys else page
        values = {"/Type": Name.StructElem, "/S": role, "/P": parent}
        if page is not None and (place := self.pages.get(page.objgen)) is not None:
            values["/Pg"] = place
        new = self.pack.make_indirect(Dictionary(values))
        for key in keys & {"/Alt", "/ActualText", "/E", "/T", "/Lang"}:
            new[key] = pikepdf.String(str(element[key]))
        if "/A" in keys or "/C" in keys:
            new.A = self.attributes(element)
        if "/ID" in keys:
            new.ID = pikepdf.String(self.name(element.ID))
            self.tree.names.append((self.name(element.ID), new))
        kids = several(element.K) if "/K" in keys else []
        new.K = Array([kid for one in kids if (kid := self.kid(one, new, level, page)) is not None])
        return new

    def kid(self, one, parent, level, page):
        if isinstance(one, int):
            return self.content(one, parent, page)
        kind = str(one.get("/Type", ""))
        if kind == "/MCR":
            return self.content(int(one.MCID), parent, one.get("/Pg", page))
        if kind == "/OBJR":
            link = self.links.get(one.Obj.objgen)
            if link is None:
                return None
            if "/StructParent" not in link:
                link.StructParent = self.tree.key(parent)
            return Dictionary(Type=Name.OBJR, Obj=link, Pg=self.pages[one.get("/Pg", page).objgen])
        return self.copied(one, parent, level, page)

    def content(self, number, parent, page):
        place = page.objgen if page is not None else None
        if place not in self.forms or not 0 <= number < MARKS:
            return None
        marked = self.marked[place]
        marked += [None] * (number + 1 - len(marked))
        marked[number] = parent
        return Dictionary({"/Type": Name.MCR, "/Pg": self.pages[place], "/Stm": self.forms[place], "/MCID": number})

    def attributes(self, element):
        """What is said of an element, itself and by its classes. Elements of which the same is written share it."""
        said = [element[key] for key in ("/A", "/C") if key in element]
        written = b"".join(one.unparse(resolved=True) for one in said)
        if written not in self.written:
            found = several(element.get("/A"))
            for name in several(element.get("/C")):
                found += several(self.classes.get(str(name)))
            self.written[written] = Array([self.attribute(one) for one in found if isinstance(one, Dictionary)])
        return self.written[written]

    def attribute(self, one):
        written = one.unparse(resolved=True)
        # Where it names nothing else, what it is written as is all of it.
        if b" R" not in written:
            one = pikepdf.Object.parse(written)
        else:
            one = self.pack.copy_foreign(one if one.is_indirect else self.pdf.make_indirect(one))
        # Where it stands is measured on its own page.
        if "/BBox" in one:
            del one["/BBox"]
        if "/Headers" in one:
            one.Headers = Array([pikepdf.String(self.name(header)) for header in one.Headers])
        return one

    def name(self, own):
        return f"paper-{self.number}-{bytes(own).hex()}"

    def annotations(self, place, matrix, page):
        """The links of a page, where they come to lie."""
        own = self.pdf.pages[place]
        for link in own.obj.get("/Annots", []):
            action, target = link.get("/A"), link.get("/Dest")
            new = Dictionary(Type=Name.Annot, Subtype=Name.Link, F=4, Border=Array([0, 0, 0]), Rect=moved(link.Rect, matrix))
            if action is not None and action.get("/S") == "/URI":
                new.A = Dictionary(Type=Name.Action, S=Name.URI, URI=pikepdf.String(str(action.URI)))
                new.Contents = pikepdf.String(str(link.get("/Contents", action.URI)))
            elif target is not None or action is not None and action.get("/S") == "/GoTo":
                target = self.page(target if target is not None else action.get("/D"))
                if target is None:
                    continue
                new.Dest = Array([target, Name.Fit])
                new.Contents = pikepdf.String(str(link.get("/Contents", "To a page of this paper")))
            else:
                continue
            new = self.pack.make_indirect(new)
            self.links[link.objgen] = new
            if "/Annots" not in page:
                page.Annots = Array()
            page.Annots.append(new)

    def page(self, target):
        """The page of the pack that a place in the paper came to lie on."""
        if isinstance(target, (pikepdf.String, Name)):
            target = self.named(str(target))
        if isinstance(target, Dictionary):
            target = target.get("/D")
        if isinstance(target, Array) and len(target) and isinstance(target[0], Dictionary):
            return self.pages.get(target[0].objgen)
        return None

    def named(self, name):
        root = self.pdf.Root
        if "/Names" in root and "/Dests" in root.Names:
            return pikepdf.NameTree(root.Names.Dests).get(name)
        return root.get("/Dests", {}).get("/" + name.lstrip("/"))

    def title(self):
        return str(self.pdf.docinfo.get("/Title", "")) if self.pdf.docinfo is not None else ""


def moved(rectangle, matrix):
    xs, ys = zip(
        *((matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
          for x in (float(rectangle[0]), float(rectangle[2])) for y in (float(rectangle[1]), float(rectangle[3])))
    )
    return Array([round(side, 3) for side in (min(xs), min(ys), max(xs), max(ys))])


def times(first, second):
    a, b, c, d, e, f = first
    g, h, i, j, k, l = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l)


def fitted(form, area):
    """What brings a page into an area, as large as it goes there and in its middle."""
    matrix = tuple(float(value) for value in form.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
    left, bottom, right, top = (float(side) for side in moved(form.BBox, matrix))
    x, y, width, height = area[0], area[1], area[2] - area[0], area[3] - area[1]
    scale = min(width / (right - left), height / (top - bottom), 1.0)
    drawn = (scale, 0, 0, scale, x + (width - scale * (right - left)) / 2 - scale * left, y + height - scale * top)
    return drawn, times(matrix, drawn)


def lay(source, output, claims, paths):
    pack = opened(source)
    tree = Tree(pack)
    kept = {}
    for one in pack.objects:
        if isinstance(one, Dictionary) and one.get("/S") == "/Figure":
            match = re.fullmatch(r"laid-in (\d+) (\d+)", str(one.get("/Alt", "")))
            if match:
                kept[int(match[1]), int(match[2])] = one
    for number, path in enumerate(paths):
        paper = Paper(number, opened(path), tree)
        placed = []
        for place in range(len(paper.pdf.pages)):
            if (number, place) not in kept:
                raise SystemExit("the template keeps no page for a paper")
            figure = kept[number, place]
            page, form = figure.Pg, paper.form(place)
            paper.pages[paper.pdf.pages[place].obj.objgen] = page
            drawn, whole = fitted(form, [float(side) for side in figure.A[0].BBox])
            name = f"/Paper{place}"
            if "/XObject" not in page.Resources:
                page.Resources = pikepdf.Dictionary(page.Resources)
                page.Resources.XObject = Dictionary()
            page.Resources.XObject[name] = form
            draw(pack, page, figure, name, drawn, paper.isTagged)
            placed.append((place, whole, figure, page))
        for place, whole, figure, page in placed:
            paper.annotations(place, whole, page)
        if paper.isTagged:
            hang(paper, [figure for _, _, figure, _ in placed])
        else:
            for place, _, figure, _ in placed:
                figure.Alt = pikepdf.String(f"Page {place + 1} of a paper that has no tags")
                del figure.A[0]["/BBox"]
    tree.close()
    claim(pack, "accessible" in claims, "archival" in claims)
    pack.save(output, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return pack


def draw(pack, page, figure, name, matrix, isTagged):
    """Puts a page in the place of the picture that was kept for it."""
    content = page.Contents.read_bytes()
    mark = re.search(rb"/\w+ ?<</MCID (\d+)/Alt\((?:laid-in \d+ \d+)\)>> ?BDC.*?EMC", content, re.DOTALL)
    number = int(mark[1])
    put = b"q %s cm %s Do Q" % (" ".join(f"{value:.5f}" for value in matrix).encode(), name.encode())
    if isTagged:
        pikepdf.NumberTree(pack.Root.StructTreeRoot.ParentTree)[int(page.StructParents)][number] = None
    else:
        put = b"/Figure<</MCID %d>>BDC\n%s\nEMC" % (number, put)
    page.Contents = pack.make_stream(content[: mark.start()] + b"\n" + put + b"\n" + content[mark.end() :])


def hang(paper, figures):
    """The paper's own tags, where its first page lies."""
    pack, parent = paper.pack, figures[0].P
    level = paper.tree.level(figures[0])
    part = pack.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, P=parent))
    language, title = paper.pdf.Root.get("/Lang"), paper.title()
    if language is not None:
        part.Lang = pikepdf.String(str(language))
    if title:
        part.T = pikepdf.String(title)
    part.K = Array([paper.copied(one, part, level) for one in several(paper.pdf.Root.StructTreeRoot.get("/K"))])
    for place, marked in paper.marked.items():
        paper.forms[place].StructParents = paper.tree.key(pack.make_indirect(Array(marked)))
    paper.tree.instead.update({figure.objgen: None for figure in figures[1:]})
    paper.tree.instead[figures[0].objgen] = part


def claim(pack, accessible, archival):
    """Leaves what it says of itself only as far as every paper in it does."""
    text = pack.Root.Metadata.read_bytes()
    if not accessible:
        text = re.sub(rb"<pdfuaid:part>1</pdfuaid:part>", b"", text)
    if not archival:
        text = re.sub(rb"<pdfaid:part>2</pdfaid:part>|<pdfaid:conformance>A</pdfaid:conformance>", b"", text)
    if not accessible or not archival:
        pack.Root.Metadata = pack.make_stream(text, Type=Name.Metadata, Subtype=Name.XML)


def main():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    verb, *paths = sys.argv[1:]
    kept = []
    if verb == "look":
        print(json.dumps([look(path) for path in paths]))
    else:
        kept.append(lay(paths[0], paths[1], paths[2].split(","), paths[3:]))
    # What was written is kept and left so: taking it apart, object by object, would cost as much as a sixth of the work.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
