"""What stands around the words of one version: whose signatures, how far confirmed, what marking."""

import datetime as dt
from dataclasses import dataclass

from coretech.apps.meetings.minuting.content import Content
from coretech.apps.meetings.models import Item, Minutes, MinutesSignature, MinutesVersion
from coretech.kit.roc import roc_year, said
from coretech.kit.sentence import Sentence

_DRAFT, _SECRET = Sentence("草稿", "Draft"), Sentence("密", "Confidential")
_NOT_YET = Sentence("尚未確認。", "Not confirmed yet.")
_ITSELF = Sentence("{how}。", "Confirmed {how}.")
_AFTER = Sentence("原紀錄{how}；本版為其更正。", "A correction of the minutes confirmed {how}.")


@dataclass(frozen=True, slots=True)
class Signed:
    """A name under a version."""

    role: str
    name: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Edition:
    """One version's standing: ``draft`` until it is confirmed, or for a correction until both have signed it."""

    number: int
    digest: str
    written_at: dt.datetime
    signed: tuple[Signed, ...]
    draft: bool
    confirmed: Sentence
    correction: str = ""


def edition_of(minutes: Minutes, version: MinutesVersion) -> Edition:
    """How a version stands today: what was confirmed is the last version that is no correction."""
    signed = tuple(Signed(each.role, each.signed_name, each.signed_at) for each in version.signatures.all())
    confirmed = minutes.state == Minutes.State.CONFIRMED and not _superseded(minutes, version)
    return Edition(
        number=version.number,
        digest=version.digest,
        written_at=version.written_at,
        signed=signed,
        draft=not confirmed or {each.role for each in signed} != set(MinutesSignature.Role.values),
        confirmed=_confirmed(minutes, version) if confirmed else _NOT_YET,
        correction=version.why,
    )


def marking_of(content: Content, edition: Edition) -> tuple[Sentence, ...]:
    """What stands at the head of each page: draft, confidential (the papers of a case, art. 11), both or neither."""
    return (*((_DRAFT,) if edition.draft else ()), *((_SECRET,) if is_secret(content) else ()))


def is_secret(content: Content) -> bool:
    """Whether a case was before the meeting, whose papers stay confidential (art. 11)."""
    return any(item.kind == Item.Kind.CASE for item in content.items)


def _superseded(minutes: Minutes, version: MinutesVersion) -> bool:
    """Whether a later version was written before the minutes were confirmed."""
    return minutes.versions.filter(number__gt=version.number, correction=False).exists()


def _confirmed(minutes: Minutes, version: MinutesVersion) -> Sentence:
    if minutes.confirmed_on is None:
        return _NOT_YET
    day, at = said(minutes.confirmed_on), minutes.confirmed_at_meeting
    after = _AFTER if version.correction else _ITSELF
    if at is None:
        how = Sentence(f"{day.zh}經傳閱確認", f"by circulation on {day.en}")
    else:
        year = roc_year(at.year)
        how = Sentence(
            f"{day.zh}於{year}年度第{at.session}次會議確認",
            f"at meeting {at.session} of {at.year}, on {day.en}",
        )
    return Sentence(after.zh.format(how=how.zh), after.en.format(how=how.en))
