"""Makes the bundled facts of published plans from their documents: ``python -m tools.bundle_plans FOLDER``.

The folder holds the documents under the names below. What is kept are codes, names, months, agencies and numbers with
their lines, and the findings; the documents' sentences are left out.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from coretech.readers.plan_files.contract import as_json, said_of
from coretech.readers.plan_files.facts import facts_of
from coretech.readers.plan_files.putting_together import said_by
from coretech.readers.plan_files.taking_apart import rows_of
from coretech.readers.plans.opening import opened
from coretech.readers.plans.reading import read_any

DATA = Path(__file__).resolve().parents[1] / "src/coretech/data/plans"
DOCUMENTS = {
    "six-core-programme.txt": "six_core_programme.json",
    "st-plan-110-113.txt": "science_and_technology_plan.json",
    "most-plan-109.txt": "ministry_annual_plan.json",
}


def facts_file(name: str, raw: bytes) -> str:
    """A document's facts as a file: one row a line, so that a change shows as one."""
    document = read_any(opened(raw).text)
    plan = as_json(said_by(facts_of(rows_of(said_of(document.as_json())))))
    source = {"name": name, "sha256": hashlib.sha256(raw).hexdigest()}
    body = ",\n".join(_lines(plan))
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
    """Write the files from the folder named; says what was written."""
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m tools.bundle_plans FOLDER\n")
        return 2
    folder = Path(arguments[0])
    DATA.mkdir(exist_ok=True)
    for document, name in DOCUMENTS.items():
        text = facts_file(document, (folder / document).read_bytes())
        (DATA / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}: {len(text.encode()):,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
