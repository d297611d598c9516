"""A plan's budgets along its tree, stage against stage: never a parent's amount and its parts', told where they differ.

Each source of money is a tree of its own; only what the trees come to is added.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from coretech.apps.reports.models import BudgetFigure
from coretech.apps.reports.revisions.elements import Tree
from coretech.apps.reports.spending.budgets import THOUSAND, Stage
from coretech.engines.progress.budgets import Amount, Disagreement, budgets, total
from coretech.kit.sentence import Sentence

FORMULA = Sentence(
    "每一財源分別計算：每一項以自己登錄的金額為準，沒有登錄的，以其下各項之和代替，兩者不相加；"
    "登錄了不分機關的金額，就不再加各機關的金額。執行率＝實支數 ÷ 可支用數；可支用數為調整後數，沒有調整則為法定數。",
    "Each source is reckoned by itself: an entry is its own recorded amount, or the sum of what is below it where it"
    " has none, never both; where an amount of no one agency is recorded, those of agencies are not added to it. The"
    " rate of execution is what was spent ÷ what may be spent: the revised amount, or the statutory one where none was"
    " revised.",
)
Key = tuple[int, Stage]
Amounts = dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in a year, in NT dollars by stage; a stage without an amount is left out, for none is not zero."""

    by_stage: Mapping[Stage, Decimal]

    @property
    def available(self) -> Decimal | None:
        """What may be spent: the revised amount, or else the statutory one."""
        return self.by_stage.get(Stage.REVISED, self.by_stage.get(Stage.STATUTORY))

    @property
    def rate(self) -> Decimal | None:
        """What was spent as a share of what may be; None where either is not known, or nothing may be spent."""
        spent = self.by_stage.get(Stage.SPENT)
        return None if spent is None or not self.available else spent / self.available

    @property
    def overspent(self) -> Decimal | None:
        """By how much more was spent than may be; None where it was not."""
        spent = self.by_stage.get(Stage.SPENT)
        if spent is None or self.available is None or spent <= self.available:
            return None
        return spent - self.available


@dataclass(frozen=True, slots=True)
class Differing:
    """Two amounts for the same money; the one recorded of the whole is used."""

    year: int
    stage: Stage
    source: str
    told: Disagreement


@dataclass(slots=True)
class Board:
    """Every entry's budget by ROC year and stage, and the plan's as a whole and by source, in NT dollars."""

    entries: dict[Key, Amounts] = field(default_factory=lambda: defaultdict(dict))
    wholes: dict[Key, Amounts] = field(default_factory=lambda: defaultdict(dict))
    differing: list[Differing] = field(default_factory=list)

    @property
    def years(self) -> tuple[int, ...]:
        """The years with any figure."""
        return tuple(sorted({year for year, _ in self.wholes}))

    def line(self, key: str, year: int) -> Line:
        """An entry in a year."""
        found = {stage: self.entries.get((year, stage), {}) for stage in Stage}
        return Line({stage: amounts[key] for stage, amounts in found.items() if key in amounts})

    def whole(self, year: int, source: str = "") -> Line:
        """The plan in a year, of one source or of all."""
        found = {}
        for stage in Stage:
            by_source = self.wholes.get((year, stage), {})
            kept = [amount for name, amount in by_source.items() if source in {"", name}]
            if kept:
                found[stage] = sum(kept, Decimal(0))
        return Line(found)

    def sources(self, year: int) -> list[str]:
        """The sources of a year's money."""
        return list(dict.fromkeys(name for stage in Stage for name in self.wholes.get((year, stage), {})))

    def overspent(self, year: int) -> list[tuple[str, Decimal]]:
        """The entries that spent more than they may, by key, with the excess."""
        keys = dict.fromkeys(self.entries.get((year, Stage.SPENT), {}))
        found = [(key, self.line(key, year).overspent) for key in keys]
        return [(key, excess) for key, excess in found if excess is not None]


def board_of(tree: Tree, figures: Iterable[BudgetFigure]) -> Board:
    """The board of a plan's figures, laid into the tree of one version.

    What was recorded of an entry that the version does not have stands at the top, so that nothing is lost.
    """
    pots: dict[tuple[int, Stage, str], list[BudgetFigure]] = defaultdict(list)
    for each in figures:
        pots[each.year, Stage(each.stage), each.source].append(each)
    board = Board()
    for (year, stage, source), pot in pots.items():
        own, differing = _own(pot)
        amounts = _amounts(tree, own)
        found = budgets(amounts)
        differing += [each.disagreement for each in found.values() if each.disagreement is not None]
        board.differing += [Differing(year, stage, source, told) for told in differing]
        board.wholes[year, stage][source] = total(amounts) or Decimal(0)
        entries = board.entries[year, stage]
        for key, budget in found.items():
            if budget.amount is not None:
                entries[key] = entries.get(key, Decimal(0)) + budget.amount
    return board


def _own(pot: Iterable[BudgetFigure]) -> tuple[Amounts, list[Disagreement]]:
    """Each entry's own amount: that of no one agency, or else the sum of its agencies'."""
    wholes: Amounts = {}
    parts: Amounts = defaultdict(Decimal)
    for each in pot:
        if each.agency_id is None:
            wholes[each.element_key] = _dollars(each)
        else:
            parts[each.element_key] += _dollars(each)
    differing = [
        Disagreement(key, whole, parts[key])
        for key, whole in wholes.items()
        if key in parts and parts[key] > whole
    ]
    return {**parts, **wholes}, differing


def _dollars(figure: BudgetFigure) -> Decimal:
    """In NT dollars, which three decimals of a thousand tell exactly."""
    return (figure.amount * THOUSAND).quantize(Decimal(1))


def _amounts(tree: Tree, recorded: Mapping[str, Decimal]) -> list[Amount]:
    keys = {each.pk: each.key for each in tree.by_key.values()}
    inside = [
        Amount(each.key, keys.get(each.parent_id or 0), recorded.get(each.key))
        for each in tree.by_key.values()
    ]
    outside = [Amount(key, None, amount) for key, amount in recorded.items() if key not in tree.by_key]
    return [*inside, *outside]
