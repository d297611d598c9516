"""Which agency a plan's name is of: 科技部, 國科會 and its full name today are one."""

from collections.abc import Iterable
from functools import cache

from coretech.kit.agencies import bundled_names, bundled_short_names
from coretech.kit.sentence import Sentence


@cache
def codes_of(name: str) -> frozenset[str]:
    """The codes of the agency that bears or bore a name; the name itself where none is known by it."""
    full = {each.code for each in bundled_names() if each.name.zh == name}
    short = {each.code for each in bundled_short_names() if each.name == name and each.code}
    return frozenset(full | short) or frozenset({name})


def called(code: str) -> Sentence:
    """What the agency of a code is called, by the newest of its names; a name without a code is its own."""
    names = [each.name for each in bundled_names() if each.code == code]
    return names[-1] if names else Sentence(code, code)


def distinct(names: Iterable[str]) -> tuple[tuple[str, Sentence], ...]:
    """The codes that these names are of, each once with what it is called, in the order of the names."""
    codes = dict.fromkeys(code for name in names for code in sorted(codes_of(name)))
    return tuple((code, called(code)) for code in codes)
