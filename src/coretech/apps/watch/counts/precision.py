"""How much of what a definition finds is about the technology: judged on a random sample, with its interval."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.watch.models import Counted, Definition, Relevance, Run, WatchedTechnology
from coretech.engines.watching.intervals import Interval, wilson

Answer = Relevance.Answer


@dataclass(frozen=True, slots=True)
class Precision:
    """Judged works by answer, and the share of yes among yes and no; none where nothing was told apart."""

    yes: int
    no: int
    unsure: int
    share: float | None
    interval: Interval | None


def sampled(technology: WatchedTechnology) -> Counted | None:
    """The newest counting of a technology by the definition that counts, in a run that is done."""
    rows = Counted.objects.filter(
        technology=technology, definition__number=technology.newest, run__state=Run.State.DONE
    )
    return rows.select_related("definition", "run__snapshot").order_by("-pk").first()


def answers(definition: Definition) -> Mapping[str, str]:
    """The newest answer about each work that was judged for a definition."""
    rows = definition.judgements.order_by("pk").values_list("work", "answer")
    return dict(rows)


def precision(definition: Definition) -> Precision:
    """The precision of a definition."""
    counts = Counter(answers(definition).values())
    yes, no = counts[Answer.YES], counts[Answer.NO]
    told = yes + no
    share = yes / told if told else None
    interval = None if share is None else wilson(share, told)
    return Precision(yes, no, counts[Answer.UNSURE], share, interval)
