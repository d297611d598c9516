"""How the command speaks: in which language, in UTF-8, and complaints on standard error."""

import io
import os
import sys
from collections.abc import Sequence

from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence

LANGUAGES = ("zh", "en")


def language_of(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language to speak, and the arguments without the option that chose it.

    ``--lang`` wins over ``CORETECH_LANG``, which wins over ``LANG``; Chinese where none of them says English.

    Raises:
        Refused: when ``--lang`` names no language or one that is not spoken.
    """
    rest = list(arguments)
    chosen = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" or argument.startswith("--lang="):
            chosen, rest = _chosen(list(arguments), place)
            break
    if chosen is None:
        chosen = os.environ.get("CORETECH_LANG") or os.environ.get("LANG", "")
        return ("en" if chosen.lower().startswith("en") else "zh"), rest
    if chosen not in LANGUAGES:
        raise bad_input(
            "lang", f"--lang 只能是 zh 或 en，不是 {chosen!r}", f"--lang is zh or en, not {chosen!r}"
        )
    return chosen, rest


def _chosen(arguments: list[str], place: int) -> tuple[str, list[str]]:
    name, equals, value = arguments[place].partition("=")
    if equals:
        return value, arguments[:place] + arguments[place + 1 :]
    if place + 1 == len(arguments):
        raise bad_input("lang", f"{name} 後面要寫 zh 或 en", f"{name} needs zh or en after it")
    return arguments[place + 1], arguments[:place] + arguments[place + 2 :]


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale; a half character from bad input is written escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{text}\n")


def complain(sentence: Sentence, language: str, status: int) -> int:
    """Say on standard error what is wrong, and give back the exit status."""
    sys.stderr.write(f"{sentence.say(language)}\n")
    return status
