"""The rows of a filled file as the content of measures; each thing that cannot be taken is told of its own line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from coretech.apps.reports.sheets.carrying import CARRIED, WORKS, Last, unconfirmed
from coretech.apps.reports.sheets.content import TEXTS, ActualSaid, PartContent, WorkSaid
from coretech.apps.reports.sheets.drafts import Draft
from coretech.apps.reports.sheets.parts import Part
from coretech.apps.reports.sheets.sound import sound
from coretech.apps.reports.sheets.words import DONE, LIGHTS, STANDINGS, YES, code_of_word
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.readers.sheet_form import layout
from coretech.readers.sheet_form.read import Fault, Filled, Line


def contents_of(
    parts: Iterable[Part], drafts: Mapping[str, Draft], last: Last, filled: Filled, faults: list[Fault]
) -> Iterator[tuple[str, PartContent]]:
    """The measures that the file speaks of, each with the file's rows in place."""
    lines = {table: {line.cells["key"]: line for line in found} for table, found in filled.lines.items()}
    known: dict[Sentence, set[str]] = {table: set() for table in lines}
    for part in parts:
        known[layout.MEASURES].add(part.key)
        known[layout.WORKS] |= {work.key for work in part.works}
        known[layout.ACTUALS] |= {each.key for each in part.indicators}
        content = drafts[part.key].content
        changed = replace(
            content,
            works={**content.works, **_said_works(part, lines[layout.WORKS], faults)},
            actuals={**content.actuals, **_said_actuals(part, lines[layout.ACTUALS], faults)},
        )
        row = lines[layout.MEASURES].get(part.key)
        confirmed: tuple[str, ...] = tuple(
            name for name in (*CARRIED, WORKS) if drafts[part.key].begun and name not in content.carried
        )
        if row is not None:
            changed = _said_texts(changed, row, faults)
            if code_of_word(row.cells["confirmed"], {"yes": YES}) == "yes":
                confirmed = (*CARRIED, WORKS)
        changed = _sound(part, changed, row, faults)
        yield part.key, replace(changed, carried=tuple(unconfirmed(changed, last.of(part.key), confirmed)))
    faults += _strangers(filled, known)


def _said_texts(content: PartContent, row: Line, faults: list[Fault]) -> PartContent:
    texts = {name: row.cells[name].strip() for name in TEXTS if name != "own_light"}
    light = _coded(layout.MEASURES, row, "own_light", LIGHTS, faults)
    return replace(content, own_light=light, **texts)  # type: ignore[arg-type]  # all of them are texts


def _said_works(part: Part, lines: Mapping[str, Line], faults: list[Fault]) -> dict[str, WorkSaid]:
    found: dict[str, WorkSaid] = {}
    for work in part.works:
        row = lines.get(work.key)
        if row is not None:
            standing = _coded(layout.WORKS, row, "standing", STANDINGS, faults)
            said = WorkSaid(standing, row.cells["share"], row.cells["note"])
            kept = _row_sound(part, PartContent(works={work.key: said}), layout.WORKS, row, faults)
            found[work.key] = kept.works.get(work.key, WorkSaid())
    return found


def _said_actuals(part: Part, lines: Mapping[str, Line], faults: list[Fault]) -> dict[str, ActualSaid]:
    found: dict[str, ActualSaid] = {}
    for asked in part.indicators:
        row = lines.get(asked.key)
        if row is not None:
            done = _coded(layout.ACTUALS, row, "done", DONE, faults)
            cells = {name: row.cells[name] for name in ("value", "unit", "forecast", "words")}
            said = ActualSaid(done=done, **cells)
            kept = _row_sound(part, PartContent(actuals={asked.key: said}), layout.ACTUALS, row, faults)
            found[asked.key] = kept.actuals.get(asked.key, ActualSaid())
    return found


def _coded(table: Sentence, row: Line, name: str, words: Mapping[str, Sentence], faults: list[Fault]) -> str:
    """A choice by its word in either language; a fault for any other word."""
    given = row.cells[name].strip()
    code = code_of_word(given, words)
    if given and not code:
        choices = "、".join(each.zh for each in words.values())
        english = ", ".join(each.en for each in words.values())
        what = Sentence(
            f"「{given[:40]}」不是選項；請填：{choices}。", f"“{given[:40]}” is none of: {english}."
        )
        faults.append(Fault(table, row.number, _place(table, name), what))
    return code


def _row_sound(
    part: Part, content: PartContent, table: Sentence, row: Line, faults: list[Fault]
) -> PartContent:
    """A row's content in one form; what is wrong with it is told of its own line."""
    try:
        return sound(part, content)
    except Refused as refusal:
        name = (refusal.field or "").rsplit("-", maxsplit=1)[-1]
        faults.append(Fault(table, row.number, _place(table, name), refusal.sentence))
        return PartContent()


def _sound(part: Part, content: PartContent, row: Line | None, faults: list[Fault]) -> PartContent:
    if row is None:
        return content
    try:
        return sound(part, content)
    except Refused as refusal:
        place = _place(layout.MEASURES, refusal.field or "")
        faults.append(Fault(layout.MEASURES, row.number, place, refusal.sentence))
        return content


def _place(table: Sentence, name: str) -> int:
    names = [column.name for column in layout.TABLES[table]]
    return names.index(name) + 1 if name in names else 0


def _strangers(filled: Filled, known: Mapping[Sentence, set[str]]) -> Iterator[Fault]:
    """Rows that are none of the sheet's, and rows that stand there twice."""
    for table, lines in filled.lines.items():
        seen: set[str] = set()
        for line in lines:
            key = line.cells["key"]
            if key not in known[table]:
                what = Sentence(
                    f"填報表沒有代號「{key[:60] or '（空白）'}」這一列；請刪除，或恢復原來的代號。",
                    f"The sheet has no row “{key[:60] or '(blank)'}”; delete it, or put its own key back.",
                )
                yield Fault(table, line.number, 1, what)
            elif key in seen:
                yield Fault(
                    table,
                    line.number,
                    1,
                    Sentence("這一列出現兩次，請刪除其一。", "This row is there twice."),
                )
            seen.add(key)
