"""A profile's content: rows by section, read strictly, with every fault told by its place."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from coretech.engines.controls.parameters import parameters
from coretech.engines.controls.units import NoQuantityError, in_unit
from coretech.engines.profiles.cells import CellError, read
from coretech.engines.profiles.sections import BY_KEY, SECTIONS, Column, Section
from coretech.kit.sentence import Sentence

Row = Mapping[str, str]
Content = Mapping[str, Sequence[Row]]

_NEEDED = Sentence("請填寫", "fill this in")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to correct: the section, the row counted from 1, and the column; empty where it is about more."""

    section: str
    row: int
    column: str
    sentence: Sentence


class ContentError(ValueError):
    """A content that cannot be kept, with everything to correct in it."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        """Keep the faults, of which there is at least one."""
        self.faults = tuple(faults)
        first = self.faults[0]
        super().__init__(f"{first.section} {first.row} {first.column}: {first.sentence.en}")


def content_of(given: Mapping[str, object]) -> dict[str, list[dict[str, str]]]:
    """The content with every section, each cell in the form that is kept; empty rows are left out.

    Raises:
        ContentError: with every fault there is.
    """
    faults: list[Fault] = [
        Fault(str(key)[:80], 0, "", Sentence("沒有這個部分", "there is no such section"))
        for key in given
        if key not in BY_KEY
    ]
    found = {each.key: section_of(each, given.get(each.key, ()), faults) for each in SECTIONS}
    if faults:
        raise ContentError(faults)
    return found


def section_of(section: Section, given: object, faults: list[Fault]) -> list[dict[str, str]]:
    """The rows of a section; what is wrong is added to ``faults``."""
    if not isinstance(given, Sequence) or isinstance(given, str):
        faults.append(Fault(section.key, 0, "", Sentence("應為清單", "should be a list of rows")))
        return []
    rows = [each for each in enumerate(given, 1) if _told(each[1])]
    if len(rows) > section.most:
        words = Sentence(f"最多{section.most}列", f"{section.most} rows at most")
        faults.append(Fault(section.key, 0, "", words))
        return []
    return [_row(section, number, row, faults) for number, row in rows]


def digest_of(content: Content) -> str:
    """The fingerprint of a content, the same for the same words."""
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def empty() -> dict[str, list[dict[str, str]]]:
    """A content with nothing in it yet."""
    return {each.key: [] for each in SECTIONS}


def _told(row: object) -> bool:
    return not isinstance(row, Mapping) or any(str(value).strip() for value in row.values())


def _row(section: Section, number: int, row: object, faults: list[Fault]) -> dict[str, str]:
    if not isinstance(row, Mapping) or not row.keys() <= set(section.names):
        listed = "、".join(section.names)
        words = Sentence(f"欄位應為：{listed}", f"the columns are: {listed}")
        faults.append(Fault(section.key, number, "", words))
        return {}
    found = {}
    for column in section.columns:
        cell = row.get(column.name, "")
        try:
            found[column.name] = _cell(column, "" if cell is None else str(cell))
        except CellError as error:
            faults.append(Fault(section.key, number, column.name, error.sentence))
    if len(found) == len(section.columns) and section.key == "parameters":
        faults.extend(Fault(section.key, number, *each) for each in _threshold(found))
    return found


def _cell(column: Column, text: str) -> str:
    if len(text.strip()) > column.longest:
        raise CellError(f"最多{column.longest}字", f"{column.longest} characters at most")
    found = read(column.form, text, column.words)
    if column.needed and not found:
        raise CellError(_NEEDED.zh, _NEEDED.en)
    return found


def _threshold(row: dict[str, str]) -> Iterator[tuple[str, Sentence]]:
    """What does not fit together in a threshold; a parameter of the controls lends its name and unit."""
    parameter = parameters().get(row["parameter"])
    if parameter is not None:
        row["zh"], row["en"] = row["zh"] or parameter.label.zh, row["en"] or parameter.label.en
        row["unit"] = row["unit"] or parameter.unit
        if not _convertible(row["unit"], parameter.unit):
            unit = parameter.unit
            yield "unit", Sentence(f"應為可換算成{unit}的單位", f"should convert to {unit}")
    elif not (row["zh"] and row["en"]):
        yield "zh" if not row["zh"] else "en", _NEEDED
    if bool(row["value"]) != bool(row["comparison"]):
        yield (
            "comparison",
            Sentence("比較與數值要一起填或一起留空", "give the comparison with the figure, or neither"),
        )


def _convertible(given: str, unit: str) -> bool:
    try:
        in_unit(Fraction(1), given, unit)
    except NoQuantityError:
        return False
    return True
