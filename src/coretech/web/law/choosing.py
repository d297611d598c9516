"""Fields that are chosen from a list: one of it, several, or yes and no."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django import forms

from coretech.kit.sentence import Sentence
from coretech.law.describe import Fact
from coretech.web.law.sequences import Path
from coretech.web.law.words import ANSWERS, NO, NOTHING, STEPS, YES, Value, choices_of
from coretech.web.shell.words import both, upfirst

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words


def yes_or_no(fact: Fact, label: "Words") -> forms.TypedChoiceField:
    """True or false; a fact that need not be given stands at what holds anyway."""
    return forms.TypedChoiceField(
        label=label,
        choices=offered(ANSWERS),
        coerce=lambda value: value == YES,
        empty_value=None,
        required=fact.required,
        initial=None if fact.required else (YES if fact.default else NO),
        widget=forms.RadioSelect,
    )


def one_of(fact: Fact, label: "Words", words: Mapping[Value, Sentence]) -> forms.TypedChoiceField:
    """One value of a list, or none of them where the fact allows it."""
    nothing: dict[Value, Sentence] = {"": NOTHING} if fact.nullable else {}
    return forms.TypedChoiceField(
        label=label,
        choices=offered({**words, **nothing}),
        coerce=_coerce(words),
        empty_value=None,
        required=fact.required and not fact.nullable,
        initial=None if fact.required else "",
        widget=forms.RadioSelect,
    )


def several_of(fact: Fact, label: "Words") -> forms.TypedMultipleChoiceField:
    """Any number of values of a closed list; in order where they are the steps of a path."""
    words = choices_of(fact.allowed)
    if fact.allowed == STEPS:
        return Path(label=label, choices=offered(words))
    return forms.TypedMultipleChoiceField(
        label=label,
        choices=offered(words),
        coerce=_coerce(words),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


def offered(words: Mapping[Value, Sentence] | Mapping[str, Sentence]) -> "list[tuple[Value, Words]]":
    """Values and words as a form offers them, the words with a capital."""
    return [(value, both(each.zh, upfirst(each.en))) for value, each in words.items()]


def _coerce(words: Mapping[Value, Sentence]) -> type[Value]:
    return int if all(isinstance(value, int) for value in words) else str
