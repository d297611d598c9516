"""The offline file of a sheet: made from what stands, and read back as the difference it would make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.reports.cycle.periods import name_of
from coretech.apps.reports.models import Sheet
from coretech.apps.reports.operations import save_draft
from coretech.apps.reports.sheets.access import digest_of
from coretech.apps.reports.sheets.carrying import Last, last_before
from coretech.apps.reports.sheets.content import TEXTS, ActualSaid, PartContent, WorkSaid, as_json
from coretech.apps.reports.sheets.drafts import drafts_of, whole_digest
from coretech.apps.reports.sheets.file_changes import Change, changes_of
from coretech.apps.reports.sheets.file_rows import contents_of
from coretech.apps.reports.sheets.parts import Part, parts_of
from coretech.apps.reports.sheets.words import DONE, LIGHTS, STANDINGS, target_in_words
from coretech.kit.refusal import bad_input
from coretech.readers.sheet_form import layout
from coretech.readers.sheet_form.layout import Form, Row
from coretech.readers.sheet_form.read import Fault, read_form
from coretech.readers.sheet_form.write import write_form


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a file would write, by measure; nothing is written while there are faults.

    ``moved`` says that somebody wrote to the sheet since the file was made; ``digest`` is what is agreed to.
    """

    contents: Mapping[str, PartContent]
    changes: tuple[Change, ...]
    faults: tuple[Fault, ...]
    moved: bool
    digest: str


def file_of(by: Acting, sheet: Sheet) -> bytes:
    """The sheet as an ODS with everything that stands filled in, for somebody who may write to it."""
    save_draft.check(by, sheet)
    parts, last = parts_of(sheet), last_before(sheet)
    drafts = drafts_of(sheet, parts, last)
    form = Form(
        head={**_head(sheet), "digest": whole_digest(drafts)},
        measures=[_measure(part, drafts[part.key].content) for part in parts],
        works=[row for part in parts for row in _works(part, drafts[part.key].content)],
        actuals=[row for part in parts for row in _actuals(sheet, part, drafts[part.key].content, last)],
    )
    return write_form(form)


def foresee(by: Acting, sheet: Sheet, raw: bytes) -> Foreseen:
    """What the file would change; nothing is written.

    Raises:
        Refused: (HTTP 422) for a file of another plan, period or agency, or one that is none of ours.
    """
    save_draft.check(by, sheet)
    filled = read_form(raw)
    _require_own(sheet, filled.head)
    parts, last = parts_of(sheet), last_before(sheet)
    drafts = drafts_of(sheet, parts, last)
    faults = list(filled.faults)
    contents = dict(contents_of(parts, drafts, last, filled, faults))
    changes = tuple(
        each for part in parts if part.key in contents for each in changes_of(part, drafts, contents)
    )
    return Foreseen(
        contents,
        changes,
        tuple(sorted(faults, key=lambda each: (each.table.zh, each.line, each.place))),
        filled.head.get("digest") != whole_digest(drafts),
        digest_of(
            {"now": whole_digest(drafts), "then": {key: as_json(each) for key, each in contents.items()}}
        ),
    )


def _head(sheet: Sheet) -> dict[str, str]:
    period = sheet.period
    return {
        "plan": period.plan.slug,
        "period": name_of(period.year, period.quarter),
        "agency": sheet.agency.code,
    }


def _require_own(sheet: Sheet, head: Mapping[str, str]) -> None:
    for name, expected in _head(sheet).items():
        given, label = head.get(name, "").strip(), layout.HEAD_LINES[name]
        if given != expected:
            raise bad_input(
                "file",
                f"檔案的{label.zh}是「{given or '（空白）'}」，這份填報表是「{expected}」；請選對應的檔案。",
                f"The file's {label.en.lower()} is “{given or '(blank)'}”, this sheet's is “{expected}”; "
                "choose the file that belongs to it.",
            )


def _measure(part: Part, content: PartContent) -> Row:
    texts = {name: getattr(content, name) for name in TEXTS}
    light = LIGHTS[content.own_light].zh if content.own_light else ""
    return {"key": part.key, "title": part.element.title or part.element.code, **texts, "own_light": light}


def _works(part: Part, content: PartContent) -> Iterator[Row]:
    for work in part.works:
        said = content.works.get(work.key, WorkSaid())
        yield {
            "key": work.key,
            "measure": part.key,
            "title": f"{work.work_no} {work.text or work.approach_title}".strip(),
            "when": " – ".join(month for month in (work.start, work.end) if month),
            "standing": STANDINGS[said.standing].zh if said.standing else "",
            "share": said.share,
            "note": said.note,
        }


def _actuals(sheet: Sheet, part: Part, content: PartContent, last: Last) -> Iterator[Row]:
    for asked in part.indicators:
        said = content.actuals.get(asked.key, ActualSaid(unit=asked.definition.unit))
        before = last.of(part.key).actuals.get(asked.key, ActualSaid())
        yield {
            "key": asked.key,
            "measure": part.key,
            "title": asked.definition.name,
            "target": target_in_words(asked, sheet.period.year).zh,
            "last": f"{before.value} {before.unit}".strip() if before.value else before.done,
            "value": said.value,
            "unit": said.unit,
            "forecast": said.forecast,
            "done": DONE[said.done].zh if said.done else "",
            "words": said.words,
        }
