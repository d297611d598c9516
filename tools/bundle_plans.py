"""Makes the bundled facts of published plans from their documents: ``python -m tools.bundle_plans FOLDER``.

The folder holds the documents under the names below. What is kept are codes, names, months, agencies and numbers with
their lines, and the findings; the documents' sentences are left out.
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from coretech.readers.plan_files.contract import as_json, said_of
from coretech.readers.plan_files.facts import facts_of
from coretech.readers.plan_files.putting_together import digest_of, said_by
from coretech.readers.plan_files.rows import PlanRows
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.plans.opening import opened
from coretech.readers.plans.reading import read_any

DATA = Path(__file__).resolve().parents[1] / "src/coretech/data/plans"
DOCUMENTS = {
    "six-core-programme.txt": "six_core_programme.json",
    "st-plan-110-113.txt": "science_and_technology_plan.json",
    "most-plan-109.txt": "ministry_annual_plan.json",
}


INDEX = ("file", "kind", "title", "start", "end", "content_sha256")


def facts_in(raw: bytes) -> PlanRows:
    """A document's facts."""
    return facts_of(rows_of(said_of(read_any(opened(raw).text).as_json())))


def facts_file(name: str, raw: bytes, rows: PlanRows) -> str:
    """The facts as a file: one row a line, so that a change shows as one."""
    source = {"name": name, "sha256": hashlib.sha256(raw).hexdigest()}
    body = ",\n".join(_lines(as_json(said_by(rows))))
    return f'{{"source": {_one_line(source)},\n"plan": {{\n{body}\n}}}}\n'


def _lines(plan: dict[str, object]) -> Iterator[str]:
    for name, value in plan.items():
        if isinstance(value, list) and value:
            rows = ",\n".join(map(_one_line, value))
            yield f'"{name}": [\n{rows}\n]'
        else:
            yield f'"{name}": {_one_line(value)}'


def _one_line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def main(arguments: list[str]) -> int:
    """Write the files and their index from the folder named; says what was written."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tools.bundle_plans FOLDER\n")
        return 2
    folder, index = Path(arguments[0]), []
    DATA.mkdir(exist_ok=True)
    for document, name in DOCUMENTS.items():
        raw = (folder / document).read_bytes()
        rows = facts_in(raw)
        text = facts_file(document, raw, rows)
        (DATA / name).write_text(text, encoding="utf-8")
        index.append((name, rows.kind, rows.title, rows.start, rows.end, digest_of(rows)))
        sys.stdout.write(f"{name}: {len(text.encode()):,} bytes\n")
    with (DATA / "index.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([INDEX, *index])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
