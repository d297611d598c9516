"""The end of the minutes: who signed which version, when, and by what hash it can be checked."""

import datetime as dt
from collections.abc import Iterator

from coretech.apps.meetings.minuting import words
from coretech.apps.meetings.minuting.edition import Edition
from coretech.apps.meetings.minuting.reading import Copy
from coretech.engines.documents.model import Block, Facts, Heading, Language, Signatures, Table
from coretech.kit.clock import TAIPEI
from coretech.kit.roc import english_date, roc_date
from coretech.kit.sentence import Sentence

_HEADING = Sentence("簽署與確認", "Signatures and confirmation")
_COLUMNS = (
    Sentence("職務", "As"),
    Sentence("簽署姓名", "Signed name"),
    Sentence("簽署時間", "Signed at"),
)
_VERSION = Sentence("版次", "Version")
_CONFIRMED = Sentence("確認", "Confirmation")
_CORRECTION = Sentence("更正理由", "Corrected because")
_DIGEST = Sentence("全文雜湊值（SHA-256）", "SHA-256 of the whole")


def signature_blocks(copy: Copy, edition: Edition, language: Language) -> Iterator[Block]:
    """The names under this version, or lines to sign on; then version, confirmation and hash."""
    yield Heading(1, _HEADING.say(language))
    if edition.signed:
        yield _table(edition, language)
    missing = [
        words.ROLES[role] for role in words.ROLES if role not in {each.role for each in edition.signed}
    ]
    if missing and copy.whole:
        yield Signatures(tuple(role.say(language) for role in missing))
    yield Facts(tuple((label.say(language), text) for label, text in _facts(edition, language)))


def _table(edition: Edition, language: Language) -> Table:
    rows = tuple(
        (words.ROLES[each.role].say(language), each.name, _moment(each.at).say(language))
        for each in edition.signed
    )
    return Table(tuple(column.say(language) for column in _COLUMNS), rows, widths=(1, 2, 3))


def _facts(edition: Edition, language: Language) -> Iterator[tuple[Sentence, str]]:
    written = _moment(edition.written_at)
    yield (
        _VERSION,
        Sentence(f"第{edition.number}版（{written.zh}）", f"{edition.number} ({written.en})").say(language),
    )
    if edition.correction:
        yield _CORRECTION, edition.correction
    yield _CONFIRMED, edition.confirmed.say(language)
    yield _DIGEST, edition.digest


def _moment(at: dt.datetime) -> Sentence:
    local = at.astimezone(TAIPEI)
    return Sentence(f"{roc_date(local.date())} {local:%H:%M}", f"{english_date(local.date())}, {local:%H:%M}")
