"""What ``coretech demo`` does once Django is there: the stage, its accounts, and the play, told step by step."""

import sys
import time
from collections.abc import Iterable

from coretech.apps.audit.models import Act
from coretech.cli.django import available
from coretech.cli.installation.ready import ready
from coretech.cli.installation.serving.serving import serve_on
from coretech.cli.installation.told import table
from coretech.cli.refusals import articles_of, with_article
from coretech.cli.speech import say
from coretech.demo.furnish import furnish, is_furnished
from coretech.demo.opening import cast, open_demonstration, password_file
from coretech.demo.play import SCENES, Played, play
from coretech.kit.refusal import Because
from coretech.kit.roc import roc_date
from coretech.kit.sentence import Sentence

__all__ = ["furnish_stage", "open_stage", "play_out", "serve_on"]

_FURNISHING = Sentence(
    "編入示範資料：一年的計畫填報與物資申報，約需10秒；都標明為示範資料。",
    "Putting in made-up figures: a year of reports on plans, and returns of supplies; about 10 seconds. "
    "All are marked as demonstration.",
)
_PUBLIC = Sentence("公眾", "the public")
_ENTER = Sentence("按 Enter 繼續 …", "Enter goes on …")
_OVER = Sentence(
    "演出已到終點；coretech register diff 可比較新舊清單。", "The play is over; see coretech register diff."
)


def open_stage(language: str) -> None:
    """Set the stage and print who stands on it, with the password."""
    ready()
    with available():
        secret, people = open_demonstration(), cast()
    for line in table([(name, who.say(language)) for name, who in people]):
        say(line)
    kept = password_file()
    words = Sentence(f"以上帳號的密碼：{secret}（存於 {kept}）", f"Their password: {secret} (kept in {kept})")
    say(words.say(language))


def furnish_stage(language: str) -> None:
    """Put the made-up reports and returns in where they are missing; said before, since it takes a while."""
    with available():
        if not is_furnished():
            say(_FURNISHING.say(language))
            sys.stdout.flush()
            furnish()


def play_out(language: str, *, pause: float, step: bool) -> None:
    """Play what is left of the change, with a pause after each scene."""
    with available():
        for played in play():
            for line in _lines(played, language):
                say(line)
            sys.stdout.flush()
            _wait(language, pause, step=step)
    say(_OVER.say(language))


def _wait(language: str, pause: float, *, step: bool) -> None:
    """Wait for Enter where somebody sits at a terminal and wishes so, else some seconds."""
    if step and sys.stdin.isatty():
        sys.stdout.write(_ENTER.say(language))
        sys.stdout.flush()
        sys.stdin.readline()
    else:
        time.sleep(pause)


def _lines(played: Played, language: str) -> Iterable[str]:
    scene, came = played.scene, played.came
    who = scene.account or _PUBLIC.say(language)
    yield f"[{played.place}/{len(SCENES)}] {roc_date(played.day)}（{played.day}） {scene.name.say(language)}"
    yield f"    {_label('由', 'by', language)} {who}  [{_articles(played.permission, language)}]"
    if came.refused is not None:
        yield f"    ✗ {with_article(came.refused).say(language)}"
    for ruling in dict.fromkeys(_ruling(each, language) for each in came.rulings):
        yield f"    § {ruling}"
    yield f"    ✓ {_acts(came.acts)}"


def _ruling(ruling: Because, language: str) -> str:
    return f"{ruling.reason.say(language)} [{_articles(ruling, language)}]"


def _articles(ruling: Because, language: str) -> str:
    return articles_of(ruling).say(language)


def _acts(acts: Iterable[Act]) -> str:
    """The acts, each kind on a subject once, with the numbers it has on the log."""
    numbers: dict[str, list[str]] = {}
    for act in acts:
        numbers.setdefault(f"{act.kind} {act.subject}", []).append(f"#{act.seq}")
    return ", ".join(f"{what} ({' '.join(them)})" for what, them in numbers.items())


def _label(zh: str, en: str, language: str) -> str:
    return Sentence(zh, en).say(language)
