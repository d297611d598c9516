"""What the commands of supplies tell: standings, explanations and errors, as data and as lines."""

from collections.abc import Iterator, Mapping, Sequence

from coretech.apps.supplies.comparing import Compared
from coretech.apps.supplies.exporting import said
from coretech.apps.supplies.state import State
from coretech.apps.supplies.words import LEVELS
from coretech.cli.installation.told import Told, table
from coretech.engines.supplies.wording import shown, shown_days
from coretech.kit.sentence import Sentence

_NOT_WRITTEN = Sentence(
    "尚未登錄；確認無誤後加上 --yes 再執行一次。",
    "Nothing is recorded yet; run it again with --yes to record it.",
)
_SAME = Sentence("所有列都與已登錄的申報相同。", "Every row says what is recorded already.")


def standing_data(state: State) -> dict[str, object]:
    """How a commodity stands, for programs."""
    standard, cover = state.standing.standard, state.cover
    return {
        "commodity": state.commodity.slug,
        "zh": state.commodity.zh,
        "en": state.commodity.en,
        "unit": state.commodity.unit,
        "level": state.standing.level.value,
        "days_of_cover": None if cover.days is None else shown_days(cover.days),
        "standard": None if standard is None else said(standard.days),
        "stock": said(cover.stock),
        "stock_on": None if cover.stock_on is None else cover.stock_on.isoformat(),
        "overdue": len(state.missing),
        "demonstration": state.demonstration,
    }


def standing_row(state: State, language: str) -> Sequence[object]:
    """The same as a row of a table."""
    standard, cover = state.standing.standard, state.cover
    return (
        state.commodity.slug,
        state.commodity.name.say(language),
        LEVELS[state.standing.level].say(language),
        "–" if cover.days is None else shown_days(cover.days),
        "–" if standard is None else shown(standard.days),
    )


def explained(state: State, language: str) -> Iterator[str]:
    """A commodity's name and level, then the formula and its steps."""
    yield f"{state.commodity.name.say(language)} {LEVELS[state.standing.level].say(language)}"
    for sentence in (state.cover.formula, *state.cover.steps, *state.standing.steps):
        yield f"  {sentence.say(language)}"


def faulty(faults: Sequence[Mapping[str, object]], language: str) -> list[str]:
    """Every error of a file: its line, its column or cell, what stands there, and what to do."""
    rows = [
        (each["line"], each["cell"] or each["column"], each["value"], each[language[:2]]) for each in faults
    ]
    return table(rows)


def read_told(would: Compared) -> Told:
    """What a file would change."""
    new, restated, same = len(would.rows) - would.restating, would.restating, would.unchanged
    counted = Sentence(
        f"新申報{new}列、更正{restated}列、相同{same}列", f"{new} new, {restated} restated, {same} the same"
    )
    data = {"new": new, "restating": restated, "unchanged": same}
    return Told(data, lambda language: [counted.say(language)], _NOT_WRITTEN if would.rows else _SAME)
