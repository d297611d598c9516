"""The profiles that travel with the package, a file each; every row names its source."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coretech.engines.profiles.content import Content, content_of
from coretech.kit.sentence import Sentence

_HEAD = "profile"


@dataclass(frozen=True, slots=True)
class Bundled:
    """A profile as its file has it; ``authority`` is the code of the agency that keeps it."""

    slug: str
    name: Sentence
    authority: str
    source: str
    content: Content


@cache
def bundled_profiles() -> tuple[Bundled, ...]:
    """Every bundled profile, by file."""
    folder = files("coretech.data") / "profiles"
    found = sorted(
        (each for each in folder.iterdir() if each.name.endswith(".toml")), key=lambda each: each.name
    )
    return tuple(bundled_from(each.read_text(encoding="utf-8")) for each in found)


def bundled_from(text: str) -> Bundled:
    """The profile in a file's text.

    Raises:
        ContentError: where a row cannot be kept.
        KeyError: where the head lacks a name.
    """
    data = tomllib.loads(text)
    head = data.pop(_HEAD)
    return Bundled(
        head["slug"], Sentence(head["zh"], head["en"]), head["authority"], head["source"], content_of(data)
    )
