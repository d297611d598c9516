"""Fields for facts that are given in a row: one a line, or step by step."""

from typing import TYPE_CHECKING

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from coretech.web.shell.words import both

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from django.utils.functional import _StrPromise as Words

LONGEST_LIST = 2000  # characters
LONGEST_PATH = 20  # steps
SHOWN_STEPS = 4  # offered at once; more appear as a path grows


class Lines(forms.Field):
    """A list of values of one kind, one a line; empty lines are passed over."""

    widget = forms.Textarea(attrs={"rows": 4})

    def __init__(self, each: forms.Field, *, label: "Words") -> None:
        """Remember the field that reads a line."""
        hint = both("一行一個，沒有則留空。", "One a line; leave it empty if there is none.")
        super().__init__(label=label, help_text=hint, required=False)
        self._each = each

    def to_python(self, value: str | None) -> "list[object]":
        """Every line as its field reads it."""
        text = value or ""
        if len(text) > LONGEST_LIST:
            limits = {"limit_value": LONGEST_LIST, "show_value": len(text)}
            raise ValidationError(text, code="max_length", params=limits)
        return [self._each.clean(line) for line in text.splitlines() if line.strip()]


class PathInput(forms.SelectMultiple):
    """A select for every step and an empty one after them; each sends the same name, in order."""

    def value_from_datadict(self, data: "Mapping[str, object]", files: object, name: str) -> "list[str]":  # noqa: ARG002 - Django's signature
        """The steps that were chosen."""
        given = data.getlist(name) if isinstance(data, MultiValueDict) else []
        return [step for step in given if step]


class Path(forms.TypedMultipleChoiceField):
    """The steps from one person to a relative; none at all is oneself."""

    widget = PathInput

    def __init__(self, *, label: "Words", choices: "Sequence[tuple[str | int, Words]]") -> None:
        """Offer the steps."""
        super().__init__(label=label, choices=choices, coerce=str, required=False)

    def validate(self, value: "list[str]") -> None:
        """Refuse a step there is not, and a path longer than any family."""
        super().validate(value)
        if len(value) > LONGEST_PATH:
            raise ValidationError(
                both(
                    f"路徑最多{LONGEST_PATH}步，請縮短。",
                    f"A path has {LONGEST_PATH} steps at most. Shorten it.",
                )
            )
