"""Sets a Typst source as an accessible, archival PDF, where typst is a Python module and not a command.

Usage: python typst-compile.py SOURCE OUTPUT ROOT FONTS TIMESTAMP
"""

import sys

import typst


def main() -> int:
    source, output, root, fonts, timestamp = sys.argv[1:]
    try:
        typst.compile(
            source,
            output=output,
            root=root,
            format="pdf",
            font_paths=[fonts],
            ignore_system_fonts=True,
            pdf_standards=["a-2a", "ua-1"],
            timestamp=int(timestamp),
        )
    except typst.TypstError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
