"""How attachments and levels are told on pages."""

from coretech.apps.cases.choices import LEVELS
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.levels import LEVEL_HINTS
from coretech.kit.sentence import Sentence
from coretech.law.access import Secrecy
from coretech.web.cases.words import part_name
from coretech.web.shell.parts import Tag
from coretech.web.shell.words import both

WHOLE = Sentence("整案", "The case as a whole")

_COLOURS = {
    Secrecy.OPEN: "grey",
    Secrecy.INTERNAL: "blue",
    Secrecy.CONFIDENTIAL: "orange",
    Secrecy.SECRET: "red",
}


def level_tag(level: str) -> Tag:
    """A level as a tag."""
    return Tag(LEVELS[level], _COLOURS[Secrecy(level)])


def level_choices() -> list[tuple[str, object]]:
    """The levels as choices, each with what it asks of a reader."""
    return [(level.value, _level_choice(level)) for level in Secrecy]


def part_choices() -> list[tuple[str, object]]:
    """The parts of a dossier as choices, the case as a whole first."""
    return [("", both(WHOLE.zh, WHOLE.en)), *((name, _words(part_name(name))) for name in PARTS)]


def part_words(name: str) -> Sentence:
    """A part, or the whole case where the name is empty."""
    return part_name(name) if name else WHOLE


def _level_choice(level: Secrecy) -> object:
    name, hint = LEVELS[level.value], LEVEL_HINTS[level]
    return both(f"{name.zh}：{hint.zh}", f"{name.en}: {hint.en}")


def _words(sentence: Sentence) -> object:
    return both(sentence.zh, sentence.en)
