"""From a plan's rows back to its JSON: the same, field for field, that they were taken from."""

import hashlib
import json
from collections.abc import Iterable

from coretech.readers.plan_files.contract import Said, as_json, said_of
from coretech.readers.plan_files.rows import ElementRow, FindingRow, PlanRows, TargetRow, WorkRow


def said_by(rows: PlanRows) -> Said:
    """The plan its rows make."""
    return said_of({**_HEADS[rows.kind](rows), "findings": [_finding(each) for each in rows.findings]})


def digest_of(rows: PlanRows) -> str:
    """SHA-256 of the plan's JSON with its names in order and no spaces: two files that say the same have the same."""
    text = json.dumps(as_json(said_by(rows)), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _programme(rows: PlanRows) -> dict[str, object]:
    return {
        **_of_years(rows),
        "industries": [
            {
                "name": each.title,
                "vision": each.text,
                "lead": list(each.lead),
                "strategies": list(each.named),
                "line": each.line,
            }
            for each in _of(rows, "industry")
        ],
        "measures": [_measure(each) for each in _of(rows, "measure")],
        "work_items": [_work(each) for each in rows.work_items],
        "targets": [_target(each) for each in rows.targets],
        "budget": [
            {"industry": each.under, "year": each.year, "amount_100m_ntd": each.amount}
            for each in rows.budget
        ],
    }


def _measure(row: ElementRow) -> dict[str, object]:
    return {
        "code": row.code,
        "industry": row.under,
        "title": row.title,
        "agencies": list(row.lead),
        "schedule": row.scheduled,
        "line": row.line,
    }


def _work(row: WorkRow) -> dict[str, object]:
    return {
        "measure": row.measure,
        "item_no": row.item_no,
        "item_title": row.item_title,
        "approach_no": row.approach_no,
        "approach_title": row.approach_title,
        "work_no": row.work_no,
        "text": row.text,
        "periods": list(row.periods),
        "start": row.start or None,
        "end": row.end or None,
        "date_as_written": row.date_as_written,
        "lead": list(row.lead),
        "co": list(row.co),
        "line": row.line,
        "confidence": row.confidence,
    }


def _target(row: TargetRow) -> dict[str, object]:
    return {
        "code": row.code,
        "measure_code": row.measure_code,
        "measure_title": row.measure_title,
        "industry": row.under,
        "agencies": list(row.agencies),
        "text": row.text,
        "yearly": {each.year: each.text for each in row.yearly},
        "yearly_status": {each.year: each.status for each in row.yearly},
        "metrics": {each.year: list(each.metrics) for each in row.yearly if each.metrics is not None},
        "line": row.line,
        "confidence": row.confidence,
    }


def _plan(rows: PlanRows) -> dict[str, object]:
    return {
        **_of_years(rows),
        "goals": [_goal(rows, each) for each in _of(rows, "goal")],
        "agencies": [{"name": each.title, "aim_line": each.line} for each in _of(rows, "agency")],
        "tables": [
            {
                "no": each.no,
                "caption": each.caption,
                "unit": each.unit,
                "header": list(each.header),
                "rows": [list(row) for row in each.rows],
                "line": each.line,
            }
            for each in rows.tables
        ],
    }


def _goal(rows: PlanRows, goal: ElementRow) -> dict[str, object]:
    subgoals = [{**_numbered(each), "strategies": _strategies(rows, each)} for each in _below(rows, goal)]
    return {**_numbered(goal), "subgoals": subgoals}


def _strategies(rows: PlanRows, subgoal: ElementRow) -> list[dict[str, object]]:
    return [
        {
            **_numbered(each),
            "id": each.code,
            "lead": list(each.lead),
            "co": list(each.co),
            "measures": [{**_numbered(measure), "id": measure.code} for measure in _below(rows, each)],
        }
        for each in _below(rows, subgoal)
    ]


def _annual(rows: PlanRows) -> dict[str, object]:
    return {
        "kind": rows.kind,
        "title": rows.title,
        "year": rows.start,
        "goals": [
            {
                **_numbered(goal),
                "strategies": [{"no": _no(each), "line": each.line} for each in _below(rows, goal)],
            }
            for goal in _of(rows, "goal")
        ],
        "programmes": [
            {
                "no": _no(each),
                "unit": each.under,
                "name": each.title,
                "category": each.category,
                "lines": [each.line, each.last_line],
            }
            for each in _of(rows, "programme")
        ],
    }


_HEADS = {"programme": _programme, "plan": _plan, "annual": _annual}


def _of_years(rows: PlanRows) -> dict[str, object]:
    return {"kind": rows.kind, "title": rows.title, "period": {"start": rows.start, "end": rows.end}}


def _of(rows: PlanRows, kind: str) -> Iterable[ElementRow]:
    return (each for each in rows.elements if each.kind == kind)


def _below(rows: PlanRows, above: ElementRow) -> Iterable[ElementRow]:
    return (each for each in rows.elements if each.parent == above.key)


def _numbered(row: ElementRow) -> dict[str, object]:
    return {"no": _no(row), "title": row.title, "line": row.line}


def _no(row: ElementRow) -> int:
    """The last number of a code such as ``1.2.3``."""
    return int(row.code.rpartition(".")[2])


def _finding(row: FindingRow) -> dict[str, object]:
    return {"kind": row.kind, "lines": list(row.lines), "zh": row.zh, "en": row.en}
