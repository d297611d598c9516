"""Digests of answered questions: what everybody may read, and the self-check cites as precedents."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from coretech.apps.audit.clock import now
from coretech.apps.register.related import Related
from coretech.apps.scope.models import AnswerDigest, Verdict
from coretech.apps.scope.standing import Standing, Today, standing_of, today
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence

VERDICT_NAMES = {
    Verdict.IN_SCOPE: Sentence("屬項目範疇", "In scope"),
    Verdict.OUT: Sentence("不屬項目範疇", "Out of scope"),
    Verdict.PARTLY: Sentence("部分屬項目範疇", "Partly in scope"),
    Verdict.CANNOT_TELL: Sentence("依現有資料無法判斷", "Cannot be told from what is known"),
}


@dataclass(frozen=True, slots=True)
class Digest:
    """A published answer without its asker.

    Attributes:
        number: such as ``114-D-0001``.
        item: the number of the register item, None where no item was near.
        technology: what was asked about, in words that point at nobody.
        answer: what was said of it.
        reasons: why.
        answered_on: the day of the answer.
        standing: how the answer stands today.
        valid: whether it still holds.
    """

    number: str
    item: int | None
    technology: Sentence
    answer: Verdict
    reasons: Sentence
    answered_on: dt.date
    valid_until: dt.date | None
    standing: Standing

    @property
    def valid(self) -> bool:
        """Whether it still holds."""
        return self.standing is Standing.HOLDS

    @property
    def words(self) -> Sentence:
        """The answer in words."""
        return VERDICT_NAMES[self.answer]

    @property
    def address(self) -> str:
        """Its page."""
        return reverse("scope_answer", args=[self.number])


def digests(day: dt.date | None = None) -> list[Digest]:
    """Every published digest, newest first, as it stands on a day (default: today)."""
    return [_digest(row, against) for against in [today(day or _today())] for row in published()]


def digests_like(words: str, item: int | None = None, day: dt.date | None = None) -> list[Digest]:
    """The published digests that hold all of some words, about an item where one is named; newest first."""
    rows = published()
    for word in words.split():
        rows = rows.filter(
            Q(name_zh__icontains=word)
            | Q(name_en__icontains=word)
            | Q(reasons_zh__icontains=word)
            | Q(reasons_en__icontains=word)
            | Q(number__iexact=word)
        )
    if item is not None:
        rows = rows.filter(answer__item__number=item)
    against = today(day or _today())
    return [_digest(row, against) for row in rows]


def find_digest(number: str, day: dt.date) -> Digest:
    """One published digest (HTTP 404 where there is none of this number)."""
    row = published().filter(number=number).first()
    if row is None:
        raise not_found("沒有這則公開答覆。", "There is no such published answer.")
    return _digest(row, today(day))


def about_item(number: int) -> list[Related]:
    """The digests an item's page names: what was asked, and what was answered."""
    return [Related(_line(each), each.address) for each in digests_like("", number)]


def published() -> QuerySet[AnswerDigest]:
    """The rows behind the published digests, newest first."""
    rows = AnswerDigest.objects.filter(state=AnswerDigest.State.PUBLISHED).order_by("-published_at", "-pk")
    return rows.select_related("answer__item", "answer__technology").prefetch_related(
        "answer__technology__answers"
    )


def _line(digest: Digest) -> Sentence:
    name, words = digest.technology, digest.words
    return Sentence(f"{name.zh}：{words.zh}", f"{name.en}: {words.en}")


def _digest(row: AnswerDigest, against: Today) -> Digest:
    answer = row.answer
    return Digest(
        number=row.number,
        item=None if answer.item is None else answer.item.number,
        technology=row.name,
        answer=Verdict(answer.verdict),
        reasons=row.reasons,
        answered_on=answer.answered_at.astimezone(TAIPEI).date(),
        valid_until=answer.valid_until,
        standing=standing_of(answer, against),
    )


def _today() -> dt.date:
    return now().astimezone(TAIPEI).date()
