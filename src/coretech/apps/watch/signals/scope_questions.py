"""Signals of scope questions: how many named an item in a month, and what is published. Who asked stays untold."""

from collections.abc import Iterator

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth

from coretech.apps.audit.acting import Acting
from coretech.apps.scope.digests import VERDICT_NAMES, published
from coretech.apps.scope.models import AskedTechnology, Question, Verdict
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import Topics
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence

_COUNTED = Sentence("範疇詢問（只計件數）", "Scope questions (counted only)")


def scope_questions(by: Acting, topics: Topics) -> Iterator[Signal]:  # noqa: ARG001 - every kind is told who asks
    """Counts by month and published answers; nothing of a question itself, so that it does not matter who asks."""
    yield from _counts(topics)
    yield from _digests(topics)


def _counts(topics: Topics) -> Iterator[Signal]:
    asked = AskedTechnology.objects.filter(items__number__in=topics.by_number)
    months = (
        asked.exclude(question__state=Question.State.WITHDRAWN)
        .values("items__number", month=TruncMonth("question__received_at", tzinfo=TAIPEI))
        .annotate(many=Count("question", distinct=True), last=Max("question__received_at"))
        .order_by()
    )
    for row in months:
        topic = topics.by_number.get(row["items__number"])
        if topic is None:
            continue
        month, many = f"{row['month']:%Y-%m}", row["many"]
        yield Signal(
            topic=topic.key,
            kind=Kind.QUESTION,
            at=row["last"],
            what=Sentence(
                f"{month}有{many}件範疇詢問提到這一項", f"Scope questions naming it in {month}: {many}"
            ),
            source=_COUNTED,
            href="/scope/questions/",
            dated=month,
        )


def _digests(topics: Topics) -> Iterator[Signal]:
    for row in published().filter(answer__item__number__in=topics.by_number):
        item = row.answer.item
        if item is None or row.published_at is None:
            continue
        words = VERDICT_NAMES[Verdict(row.answer.verdict)]
        yield Signal(
            topic=topics.by_number[item.number].key,
            kind=Kind.QUESTION,
            at=row.published_at,
            what=Sentence(f"{row.name.zh}：{words.zh}", f"{row.name.en}: {words.en}"),
            source=Sentence(f"公開答覆{row.number}", f"Published answer {row.number}"),
            href=f"/scope/answers/{row.number}/",
        )
