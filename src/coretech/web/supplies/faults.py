"""What is to be corrected in a file, as a table: where, what stands there, and what to do."""

from collections.abc import Iterable, Mapping

from coretech.kit.sentence import Sentence
from coretech.readers.supplies.columns import COLUMNS as READ
from coretech.web.shell.parts import Column
from coretech.web.shell.words import tr

COLUMNS = (
    Column(Sentence("列", "Line"), numeric=True),
    Column(Sentence("欄", "Column")),
    Column(Sentence("檔案裡的內容", "What stands there")),
    Column(Sentence("要更正的", "What to correct")),
)


def fault_rows(faults: Iterable[Mapping[str, object]]) -> list[list[object]]:
    """Every error of a file, in its order."""
    return [
        [each["line"] or "–", _column(each), each["value"] or "–", tr(str(each["zh"]), str(each["en"]))]
        for each in faults
    ]


def _column(fault: Mapping[str, object]) -> str:
    name, cell = str(fault["column"]), str(fault["cell"])
    guide = READ.get(name)
    words = "" if guide is None else tr(guide.heading, name)
    return " ".join(filter(None, (words, cell))) or "–"
