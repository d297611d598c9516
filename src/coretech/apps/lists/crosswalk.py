"""The crosswalk of two sides: a matrix of what stands how to what, and how often each pair of lists was compared."""

from collections import Counter
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from coretech.apps.lists.mappings import Judged, Pair, between
from coretech.apps.lists.models import Mapping, MappingJudgement
from coretech.apps.lists.relations import HOLDING, Judgement
from coretech.apps.lists.sides import Entry, Side

REGISTER = "register"
"""How our own list is named among the lists."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Entries of the left as rows, of the right as columns, and the mappings in the cells."""

    left: Side
    right: Side
    rows: tuple[Entry, ...]
    columns: tuple[Entry, ...]
    cells: MappingOf[Pair, Judged]

    @property
    def is_part(self) -> bool:
        """Whether entries without a mapping were left out."""
        return len(self.rows) < len(self.left.entries) or len(self.columns) < len(self.right.entries)

    def cell(self, row: Entry, column: Entry) -> Judged | None:
        """How the two stand, None where nobody and nothing said."""
        return self.cells.get((row.key, column.key))


def matrix(left: Side, right: Side, *, whole: bool = False) -> Matrix:
    """The matrix of two sides; only entries with a mapping that is not rejected unless the ``whole`` is asked for."""
    cells = between(left, right)
    shown = {pair for pair, each in cells.items() if each.state != Judgement.REJECTED}
    lefts, rights = {one for one, _ in shown}, {other for _, other in shown}
    return Matrix(
        left,
        right,
        tuple(each for each in left.entries if whole or each.key in lefts),
        tuple(each for each in right.entries if whole or each.key in rights),
        cells,
    )


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many mappings there are between two lists: all, those that hold, rejected, unsure, and not judged yet."""

    left: str
    right: str
    holds: int
    rejected: int
    unsure: int
    waiting: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.holds + self.rejected + self.unsure + self.waiting


def pair_counts() -> list[PairCount]:
    """Every pair of lists that has mappings, by their codes; one query."""
    newest = MappingJudgement.objects.filter(mapping=OuterRef("pk")).order_by("-pk").values("judgement")[:1]
    rows = Mapping.objects.order_by().values_list(
        F("left__version__code"), F("right__version__code"), Coalesce(Subquery(newest), Value(""))
    )
    counted: dict[tuple[str, str], Counter[str]] = {}
    for left, right, judgement in rows:
        pair = (left, right or REGISTER)
        turned = pair[::-1] in counted
        counted.setdefault(pair[::-1] if turned else pair, Counter())[judgement] += 1
    return [_counted(*pair, found) for pair, found in sorted(counted.items())]


def _counted(left: str, right: str, found: Counter[str]) -> PairCount:
    return PairCount(
        left,
        right,
        holds=sum(found[each] for each in HOLDING),
        rejected=found[Judgement.REJECTED.value],
        unsure=found[Judgement.UNSURE.value],
        waiting=found[""],
    )
