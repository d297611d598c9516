"""A field for every kind of fact a question takes."""

import datetime as dt
from typing import TYPE_CHECKING

from django import forms

from coretech.law.describe import KINDS, Fact
from coretech.web.law.choosing import one_of, several_of, yes_or_no
from coretech.web.law.sequences import Lines
from coretech.web.law.words import choices_of, label_of, open_list
from coretech.web.shell.day_field import DayField
from coretech.web.shell.words import both, upfirst

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Words

MOST = 9999  # people, votes, items; also the last year of the calendar
LONGEST = 200  # characters of an item's name or a cause

_LEAVE_EMPTY = both("沒有則留空。", "Leave it empty if there is none.")
_EMPTY_OR_DAY = both(
    "沒有則留空。例如114.11.24或2025-11-24",
    "Leave it empty if there is none. For example 2025-11-24, or 114.11.24 in the ROC calendar",
)


def field_of(fact: Fact) -> forms.Field:
    """The field a fact is given in; its cleaned value is what the law takes, days aside."""
    says, words = label_of(fact), open_list(fact)
    label = both(says.zh, upfirst(says.en))
    if fact.many:
        return several_of(fact, label) if fact.allowed else Lines(_each(fact, label), label=label)
    if fact.allowed:
        return one_of(fact, label, choices_of(fact.allowed))
    if words is not None:
        return one_of(fact, label, words.words)
    if fact.kind == KINDS[bool]:
        return yes_or_no(fact, label)
    return _typed(fact, label, required=fact.required and not fact.nullable)


def _each(fact: Fact, label: "Words") -> forms.Field:
    """What one line of a list holds."""
    return _typed(fact, label, required=True)


def _typed(fact: Fact, label: "Words", *, required: bool) -> forms.Field:
    if fact.kind == KINDS[int]:
        return _whole(fact, label, required=required)
    if fact.kind == KINDS[dt.date]:
        hint = {} if required else {"help_text": _EMPTY_OR_DAY}
        return DayField(label=label, required=required, **hint)
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        empty_value=None,
        help_text="" if required else _LEAVE_EMPTY,
    )


def _whole(fact: Fact, label: "Words", *, required: bool) -> forms.IntegerField:
    zh, en = fact.says.zh, upfirst(fact.says.en)
    wrong = both(f"「{zh}」請填零或正整數，例如12。", f"Enter “{en}” as a whole number from 0, such as 12.")
    most = both(f"「{zh}」最多{MOST}。", f"“{en}” may be {MOST} at most.")
    return forms.IntegerField(
        label=label,
        required=required,
        initial=fact.default,
        min_value=0,
        max_value=MOST,
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": most},
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
