"""Stakeholders' answers that might stand in the dossier, as one reader may see them; and putting them there."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.choices import LEVELS
from coretech.apps.cases.content import StakeholderViews, View
from coretech.apps.cases.content_json import content_of
from coretech.apps.cases.models import Case, Part
from coretech.apps.cases.offered_views import earlier_sources, offered_views, source_of
from coretech.apps.meetings.dossier import seen
from coretech.kit.refusal import bad_input, wrong_state
from coretech.law.access import Secrecy

ALL = "all"
_ORDER = tuple(LEVELS)
"""From open to secret."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A view from a consultation; ``earlier`` are the sources of what its sender said before it."""

    view: View
    earlier: frozenset[str]

    @property
    def source(self) -> str:
        """What the row cites, which names it too."""
        return self.view.source

    def cites(self, number: str) -> bool:
        """Whether it is the answer of a receipt, or the silence on a question of this number."""
        return self.source == source_of(number)

    def stands_in(self, views: tuple[View, ...]) -> bool:
        """Whether a row already cites it."""
        return any(view.source == self.source for view in views)

    def overtakes(self, views: tuple[View, ...]) -> bool:
        """Whether a row cites what its sender said before."""
        return any(view.source in self.earlier for view in views)


def heard(by: Acting, case: Case) -> tuple[Heard, ...]:
    """What the case's consultations say and what of it opens to this reader, in the order asked."""
    view, earlier = seen(by, case), earlier_sources(case)
    return tuple(
        Heard(row, earlier.get(row.source, frozenset()))
        for row in offered_views(case, by.today)
        if view.at(Secrecy(row.level)).is_yes
    )


def views_of(part: Part) -> tuple[View, ...]:
    """The rows of a version of the part that holds the views."""
    content = content_of(part)
    return content.views if isinstance(content, StakeholderViews) else ()


def waiting(rows: tuple[Heard, ...], content: StakeholderViews) -> tuple[Heard, ...]:
    """Those that no row of the form cites yet."""
    return tuple(row for row in rows if not row.stands_in(content.views))


def with_heard(rows: tuple[Heard, ...], content: StakeholderViews, source: str) -> StakeholderViews:
    """The form with one of them in it, or ``ALL`` that wait; a later answer takes the place of an earlier one.

    Raises:
        Refused: (HTTP 409) where it stands there already, or none waits; 422 for one that is not there to take.
    """
    chosen = waiting(rows, content) if source == ALL else _named(rows, content, source)
    if not chosen:
        raise wrong_state("徵詢回復都已列入。", "All answers from consultations stand here already.")
    views = [view for view in content.views if view != View()]
    for row in chosen:
        views = list(_with(views, row))
    return replace(content, views=tuple(views))


def least_level(level: str, content: StakeholderViews) -> str:
    """The level a part needs that stands at one and says this."""
    levels = [level, *(view.level for view in content.views if view.level in _ORDER)]
    return max((each for each in levels if each in _ORDER), key=_ORDER.index, default=level)


def _named(rows: tuple[Heard, ...], content: StakeholderViews, source: str) -> tuple[Heard, ...]:
    row = next((each for each in rows if each.source == source), None)
    if row is None:
        raise bad_input(
            "do", "沒有這則徵詢回復，或您無權閱覽。", "There is no such answer, or it is not yours to see."
        )
    if row.stands_in(content.views):
        raise wrong_state(
            f"「{source}」已列入，不重複列入。", f"“{source}” stands here already; it is not taken twice."
        )
    return (row,)


def _with(views: list[View], row: Heard) -> Iterator[View]:
    """The rows with one more, which stands where the first of its sender's earlier ones stood."""
    put = False
    for view in views:
        if view.source not in row.earlier:
            yield view
        elif not put:
            yield row.view
            put = True
    if not put:
        yield row.view
