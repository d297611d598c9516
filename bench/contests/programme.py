"""A programme of 350 KB read to checked records, with its accuracy; the peer only cuts it into lines and cells."""

import gc
import json
import os
import resource
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.contest import Contest
from coretech.kit.sentence import Sentence
from coretech.readers.programme.reader import read_programme

BESIDE = Path(os.environ.get("CORETECH_PUBLISHED", Path(__file__).resolve().parents[3] / "shared"))
SOURCE, SAMPLE = BESIDE / "sources" / "six-core-programme.txt", BESIDE / "gold" / "six-core-sample.json"
COPIES = (1, 10, 30, 100)
Row = dict[str, object]
_FIELDS = {
    "dates": ("work_items", ("start", "end")),
    "agencies": ("work_items", ("lead", "co")),
    "parents": ("work_items", ("item_no", "approach_no")),
    "metrics": ("targets", ("metrics",)),
    "yearly": ("targets", ("yearly", "yearly_status")),
}
_KEYS = {"work_items": ("measure", "work_no", "line"), "targets": ("code", "line")}


def contest() -> Iterator[Contest]:
    """The programme as it was published, which lies beside the project."""
    text = SOURCE.read_text(encoding="utf-8")
    yield Contest(
        "programme",
        Sentence(
            "讀取 350 KB 的推動方案並檢核；對照僅切成行與儲存格",
            "a programme of 350 KB read and checked; the peer only cuts it into lines and cells",
        ),
        "documents",
        1,
        lambda: read_programme(text),
        lambda: [line.split("\t") for line in text.split("\n") if line.strip()],
        lambda: [*_accuracy(text), *_curve(text)],
    )


def _accuracy(text: str) -> Sequence[Sentence]:
    """How much of the careful reader's sample was read, of the rows it was sure of."""
    read = json.loads(json.dumps(read_programme(text).as_json()))
    sample = json.loads(SAMPLE.read_text(encoding="utf-8"))
    said = [_found(kind, read[kind], sample[kind]) for kind in _KEYS]
    for name, (kind, fields) in _FIELDS.items():
        rows = {_key(kind, row): row for row in read[kind]}
        sure = [row for row in sample[kind] if row.get("confidence", "high") == "high"]
        right = sum(
            all(_bare(rows.get(_key(kind, row), {}).get(field)) == _bare(row[field]) for field in fields)
            for row in sure
        )
        said.append(Sentence(f"{name}：{right / len(sure):.3f}", f"{name}: {right / len(sure):.3f}"))
    return said


def _found(kind: str, read: list[Row], sample: list[Row]) -> Sentence:
    """Precision over the sample's industries, and recall."""
    ours = {
        _key(kind, row) for row in read if _industry(kind, row) in {_industry(kind, each) for each in sample}
    }
    theirs = {_key(kind, row) for row in sample}
    both = len(ours & theirs)
    precision, recall = both / len(ours), both / len(theirs)
    return Sentence(
        f"{kind}：精確率 {precision:.3f}，召回率 {recall:.3f}",
        f"{kind}: precision {precision:.3f}, recall {recall:.3f}",
    )


def _key(kind: str, row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in _KEYS[kind])


def _industry(kind: str, row: Row) -> str:
    """An industry by its number, which the code of every row begins with."""
    return str(row[_KEYS[kind][0]])[0]


def _bare(value: object) -> object:
    """A value without the upper ends of ranges, which the sample leaves out in places."""
    if isinstance(value, dict):
        return {name: _bare(each) for name, each in value.items() if name != "upper"}
    return [_bare(each) for each in value] if isinstance(value, list) else value


def _curve(text: str) -> Iterator[Sentence]:
    """Processor seconds for each copy as the copies in one file become more, and the most memory so far."""
    for copies in COPIES:
        gc.collect()
        start = time.process_time()
        read_programme(text * copies)
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        yield Sentence(
            f"{copies} 份：{seconds:.2f} 秒，每份 {seconds / copies:.3f} 秒，記憶體最多 {peak} MB",
            f"{copies} copies: {seconds:.2f} s, {seconds / copies:.3f} s each, {peak} MB at most",
        )
