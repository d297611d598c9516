"""Build the pages' look and the PDFs' typeface from node_modules; what is built is never committed.

GOV.UK's typeface and crest may be used on GOV.UK only, so they are left out of the pages and system fonts stand in.
The typeface of PDFs goes beside the engine that sets them, not among the files that are served.
"""

import json
import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "src" / "coretech" / "static" / "built"
TYPEFACE = ROOT / "src" / "coretech" / "engines" / "documents" / "fonts"
GOVUK = Path("govuk-frontend", "dist", "govuk")
NOTO = Path("@expo-google-fonts", "noto-sans-tc")
NOTO_FILES = {
    "NotoSansTC-Regular.ttf": NOTO / "400Regular" / "NotoSansTC_400Regular.ttf",
    "NotoSansTC-Bold.ttf": NOTO / "700Bold" / "NotoSansTC_700Bold.ttf",
    "OFL.txt": NOTO / "LICENSE_FONT",  # the licence asks to travel with the fonts
}
PACKAGES = ("govuk-frontend", "htmx.org", NOTO)
GOVUK_FONTS = "GDS Transport,arial,sans-serif"
FONTS = (
    'system-ui,-apple-system,"Segoe UI","Noto Sans TC","Noto Sans CJK TC","PingFang TC",'
    '"Microsoft JhengHei",Arial,sans-serif'
)
FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
CREST = re.compile(r"url\([^)]*crest[^)]*\)")
SOURCE_MAP = re.compile(r"(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S+)\s*$")


class ChangedError(RuntimeError):
    """A package no longer looks as this builder knows it."""


def stylesheet(css: str) -> str:
    """The package's stylesheet without its typeface and crest.

    Raises:
        ChangedError: where something would still be fetched, or the typeface is not where it was.
    """
    if GOVUK_FONTS not in css:
        message = f"govuk-frontend.min.css no longer names {GOVUK_FONTS!r}; look at its fonts"
        raise ChangedError(message)
    css = CREST.sub("none", FONT_FACE.sub("", css)).replace(GOVUK_FONTS, FONTS)
    css = SOURCE_MAP.sub("", css)
    if fetched := re.findall(r"url\((?!['\"]?data:)[^)]*\)", css):
        message = f"govuk-frontend.min.css fetches {', '.join(sorted(set(fetched)))}"
        raise ChangedError(message)
    return css


def script(text: str) -> str:
    """A script without its pointer to a source map."""
    return SOURCE_MAP.sub("", text)


def notice(package: Path) -> str:
    """Whose work this is and its licence, in a line."""
    facts = json.loads(_read(package / "package.json"))
    return f"{facts['name']} {facts['version']}, licence {facts['license']}\n"


def build(modules: Path, built: Path) -> None:
    """Write the pages' files and whose everything built is, replacing what was there."""
    texts = {
        "govuk-frontend.css": stylesheet(_read(modules / GOVUK / "govuk-frontend.min.css")),
        "govuk-frontend.js": script(_read(modules / GOVUK / "govuk-frontend.min.js")),
        "htmx.js": script(_read(modules / "htmx.org" / "dist" / "htmx.min.js")),
        "NOTICE.txt": "".join(notice(modules / package) for package in PACKAGES),
    }
    shutil.rmtree(built, ignore_errors=True)
    built.mkdir(parents=True)
    for name, text in texts.items():
        (built / name).write_text(text, encoding="utf-8")


def build_typeface(modules: Path, folder: Path) -> None:
    """Put the PDFs' typeface and its licence into a folder that tells git to pass it by."""
    files = {name: _bytes(modules / source) for name, source in NOTO_FILES.items()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _read(path: Path) -> str:
    return _bytes(path).decode("utf-8")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        message = f"{path} is missing: run make setup"
        raise ChangedError(message) from error


if __name__ == "__main__":
    try:
        build_typeface(ROOT / "node_modules", TYPEFACE)
        build(ROOT / "node_modules", BUILT)  # last: its notice tells make that all is built
    except ChangedError as error:
        sys.exit(str(error))
