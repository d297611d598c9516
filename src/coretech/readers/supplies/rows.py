"""From the cells of a line to a return, or to what is to be corrected in it."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from coretech.kit.folding import fold
from coretech.kit.sentence import Sentence
from coretech.readers.supplies.cells import Cells
from coretech.readers.supplies.columns import FIGURES
from coretech.readers.supplies.expecting import Expecting, Wanted
from coretech.readers.supplies.lines import Line
from coretech.readers.supplies.numbers import NotANumber, read_number
from coretech.readers.supplies.origins import read_origins, total
from coretech.readers.supplies.period import read_period
from coretech.readers.supplies.records import Key, Origin, RowError, SupplyRow
from coretech.readers.supplies.reporter import read_reporter
from coretech.readers.supplies.units import Units

_PRICE = "price"
_TOO_LARGE = Decimal(10) ** 15
_MISSING = Sentence("請填寫。", "Fill this in.")
_UNKNOWN = Sentence(
    "沒有這項物資；請填物資的名稱或代碼。", "There is no such commodity; write its name or its code."
)
_NOTHING = Sentence("這一列沒有任何數值。", "The line tells no figure at all.")
_BEYOND = Sentence("換算後超過15位數，請確認單位。", "Converted it has more than 15 digits; check the unit.")
_NO_IMPORTS = Sentence("填了進口來源，請一併填進口量。", "Sources of imports are told; tell the imports too.")
_TOO_MUCH = Sentence("各來源合計超過進口量。", "The sources together are more than the imports.")


class Rows:
    """Reads line after line of one file; it remembers commodities, units and the periods it has seen."""

    def __init__(self, names: Sequence[str], expecting: Expecting) -> None:
        """Take the columns in the file's order."""
        self._expecting, self._width = expecting, len(names)
        self._places = {name: place for place, name in enumerate(names) if name}
        self._figures = tuple(name for name in FIGURES if name in self._places)
        self._commodities = _by_name(expecting.commodities)
        self._units = Units(expecting.convert)
        self._seen: dict[Key, int] = {}

    def read(self, line: Line) -> SupplyRow | list[RowError]:
        """A return, or everything that is to be corrected in the line."""
        cells = Cells(line, self._places, self._width)
        if cells.errors:
            return cells.errors
        wanted = self._commodity(cells)
        key = read_period(cells, wanted, self._expecting)
        row = None if wanted is None or key is None else self._told(cells, wanted, key)
        if row is None:
            self._numbers(cells)  # so that everything wrong in the line is told at once
        if cells.errors or row is None:
            return cells.errors
        self._seen[row.key] = row.line
        return row

    def _told(self, cells: Cells, wanted: Wanted, key: Key) -> SupplyRow:
        key = key._replace(reporter=read_reporter(cells, wanted.reporters, key.start))
        if key in self._seen:
            cells.complain("period_start", _repeated(self._seen[key]))
        unit = cells.text("unit")
        factor = self._factor(cells, unit, wanted)
        figures = self._numbers(cells)
        if not cells.errors and all(value is None for value in figures.values()):
            cells.complain("", _NOTHING)
        origins = self._origins(cells, figures.get("imports"))
        if unit != wanted.unit:
            figures, origins = _scaled(figures, factor), _scaled_origins(origins, factor)
            if any(value is not None and value >= _TOO_LARGE for value in figures.values()):
                cells.complain("unit", _BEYOND)
        return SupplyRow(
            line=cells.number,
            key=key,
            restates=key in self._expecting.known,
            converted_from="" if unit == wanted.unit else unit,
            origins=origins,
            note=cells.words("note"),
            **figures,
        )

    def _commodity(self, cells: Cells) -> Wanted | None:
        text = cells.text("commodity")
        found = self._commodities.get(text) or self._commodities.get(fold(text))
        if found is None:
            cells.complain("commodity", _UNKNOWN if text else _MISSING)
        return found

    def _factor(self, cells: Cells, unit: str, wanted: Wanted) -> Decimal:
        if not unit:
            cells.complain("unit", _MISSING)
            return Decimal(1)
        factor = self._units.factor(unit, wanted.unit)
        if isinstance(factor, Decimal):
            return factor
        cells.complain("unit", factor)
        return Decimal(1)

    def _numbers(self, cells: Cells) -> dict[str, Decimal | None]:
        figures: dict[str, Decimal | None] = {}
        for name in self._figures:
            try:
                figures[name] = read_number(cells.text(name))
            except NotANumber as error:
                cells.complain(name, error.sentence)
        return figures

    def _origins(self, cells: Cells, imports: Decimal | None) -> tuple[Origin, ...]:
        text = cells.words("origins")
        if not text:
            return ()
        try:
            origins = read_origins(text)
        except NotANumber as error:
            cells.complain("origins", error.sentence)
            return ()
        if imports is None:
            cells.complain("origins", _NO_IMPORTS)
        elif total(origins) > imports:
            cells.complain("origins", _TOO_MUCH)
        return origins


def _by_name(commodities: Iterable[Wanted]) -> dict[str, Wanted]:
    """The commodities by everything they may be called."""
    return {
        called: each
        for each in commodities
        for name in (each.slug, each.name.zh, each.name.en)
        for called in (name, fold(name))
    }


def _scaled(figures: dict[str, Decimal | None], factor: Decimal) -> dict[str, Decimal | None]:
    return {
        name: value if value is None or name == _PRICE else value * factor for name, value in figures.items()
    }


def _scaled_origins(origins: tuple[Origin, ...], factor: Decimal) -> tuple[Origin, ...]:
    return tuple(Origin(each.name, each.quantity * factor) for each in origins)


def _repeated(line: int) -> Sentence:
    return Sentence(
        f"與第{line}列是同一物資、同一期間與同一申報者，請只留一列。",
        f"Line {line} is of the same commodity, period and reporter; keep one of them.",
    )
