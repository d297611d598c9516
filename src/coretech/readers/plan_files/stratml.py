"""A plan's goals as StratML Part 1 (ISO 17469-1): goals, the objectives below them, and whose they are.

An industry of a programme is a goal and its measures are objectives; so are a plan's goals and strategies. Objectives
under no goal, and a plan that has none, stand under one goal of the plan's own title, for Part 1 asks for a goal. It
has no place for targets; those go out as JSON, ODS and CSV. The source is named in the other information, for Part 1
takes only a web address as a source.
"""

import uuid
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from coretech.kit.roc import OFFSET
from coretech.readers.plan_files.rows import ElementRow, PlanRows

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:stratml_core"
MEDIA_TYPE = "application/xml"
_ISSUER = "中華民國政府 / Government of the Republic of China (Taiwan)"
_GOALS = frozenset({"industry", "goal"})
_OBJECTIVES = {"programme": "measure", "plan": "strategy", "annual": "strategy"}
_WHOLE = "whole"
_STAKEHOLDERS = (("lead", "主辦 / lead"), ("co", "協辦 / joint"))


def write_stratml(rows: PlanRows, slug: str, source: str) -> bytes:
    """The plan's goals as XML; ``slug`` makes its identifiers, ``source`` names the document they were read from."""
    root = ET.Element("StrategicPlan", {"xmlns": NAMESPACE})
    _add(root, "Name", rows.title)
    _add(root, "OtherInformation", f"由 {source} 讀成 / read from {source}")
    core = _add(root, "StrategicPlanCore")
    organization = _add(core, "Organization")
    _add(organization, "Name", _ISSUER)
    _add(organization, "Identifier", _identifier(slug, "issuer"))
    for place, (goal, objectives) in enumerate(_goals(rows), start=1):
        made = _named(core, "Goal", goal, (slug, place))
        for number, each in enumerate(objectives, start=1):
            _named(made, "Objective", each, (slug, number))
    about = _add(root, "AdministrativeInformation")
    for name, year, day in (("StartDate", rows.start, "01-01"), ("EndDate", rows.end, "12-31")):
        if year is not None:
            _add(about, name, f"{year + OFFSET:04}-{day}")
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _goals(rows: PlanRows) -> Iterator[tuple[ElementRow, list[ElementRow]]]:
    """The goals with their objectives, then what is under none of them; at least one goal."""
    goals = [each for each in rows.elements if each.kind in _GOALS]
    placed: set[str] = set()
    for goal in goals:
        objectives = list(_objectives(rows, goal))
        placed |= {each.key for each in objectives}
        yield goal, objectives
    wanted = _OBJECTIVES[rows.kind]
    others = [each for each in rows.elements if each.kind == wanted and each.key not in placed]
    if others or not goals:
        yield ElementRow(_WHOLE, "goal", "", rows.title, 0), others


def _objectives(rows: PlanRows, goal: ElementRow) -> Iterator[ElementRow]:
    """What stands below a goal and below none of the goals in it, at the level of objectives, in printed order."""
    above, wanted = {goal.key}, _OBJECTIVES[rows.kind]
    for each in rows.elements:
        if each.parent in above and each.kind not in _GOALS:
            above.add(each.key)
            if each.kind == wanted:
                yield each


def _named(above: ET.Element, tag: str, row: ElementRow, at: tuple[str, int]) -> ET.Element:
    slug, place = at
    made = _add(above, tag)
    _add(made, "Name", row.title or row.code)
    _add(made, "Description", row.text)
    _add(made, "Identifier", _identifier(slug, row.key))
    _add(made, "SequenceIndicator", row.code or str(place))
    for field, role in _STAKEHOLDERS:
        for agency in getattr(row, field):
            stakeholder = _add(made, "Stakeholder")
            _add(stakeholder, "Name", agency)
            _add(stakeholder, "Description", role)
    return made


def _add(above: ET.Element, tag: str, text: str | None = None) -> ET.Element:
    """An element at the end of another; characters XML has no place for are left out."""
    made = ET.SubElement(above, tag)
    if text:
        made.text = "".join(each for each in text if each.isprintable() or each in "\n\t")
    return made


def _identifier(slug: str, key: str) -> str:
    """The same identifier for the same row, version after version."""
    return f"_{uuid.uuid5(uuid.NAMESPACE_URL, f'coretech/plans/{slug}/{key}')}"
