"""An agency's names in time: what can be one, and from which day."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.people.models import Agency, AgencyName
from coretech.kit.refusal import bad_input

LONGEST_ZH, LONGEST_EN, LONGEST_SOURCE = 80, 120, 200


@dataclass(frozen=True, slots=True)
class NewName:
    """A name in both languages, the day it is borne from, and the document it comes from."""

    zh: str
    en: str
    since: dt.date
    source: str


def give_name(agency: Agency, given: NewName) -> AgencyName:
    """Write the name, after the one before it has ended (HTTP 422 for a name or source that is missing or too long)."""
    zh, en = given.zh.strip(), given.en.strip()
    for field, text, longest in (("zh", zh, LONGEST_ZH), ("en", en, LONGEST_EN)):
        if not text or len(text) > longest:
            raise bad_input(
                field, f"請填寫名稱（{longest}字以內）。", f"Give a name of {longest} characters at most."
            )
    source = require_source(given.source)
    return AgencyName.objects.create(agency=agency, zh=zh, en=en, valid_from=given.since, source=source)


def require_source(source: str) -> str:
    """The document a fact comes from, where one is named (HTTP 422 otherwise)."""
    text = source.strip()
    if not text or len(text) > LONGEST_SOURCE:
        raise bad_input(
            "source",
            f"請填寫依據，例如法規或公文（{LONGEST_SOURCE}字以內）。",
            f"Name the source, such as an act or a letter, in {LONGEST_SOURCE} characters at most.",
        )
    return text
