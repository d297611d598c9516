"""A form that asks for a reason, as steps of secrecy do."""

from django import forms

from coretech.apps.cases.levels import LONGEST_REASON
from coretech.web.shell.words import both


def why_field(zh: str, en: str) -> forms.CharField:
    """A reason, which the log keeps confidential."""
    return forms.CharField(
        label=both(zh, en),
        help_text=both("理由寫入紀錄，不對外公開。", "It is kept on the log and not made public."),
        max_length=LONGEST_REASON,
    )
