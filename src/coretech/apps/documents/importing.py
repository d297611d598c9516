"""Bringing a filled form into the writer's drafts: the differences first, then all of them at once."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.content import CONTENTS, Content
from coretech.apps.cases.content_check import Problem, Unsound, settled
from coretech.apps.cases.content_json import as_json
from coretech.apps.cases.differences import Difference, differences
from coretech.apps.cases.drafts import save_draft
from coretech.apps.cases.models import Case
from coretech.apps.documents.form.read import Fault, Form, read
from coretech.apps.documents.form.standing import Standing, standing_parts
from coretech.apps.documents.making.words import part_name
from coretech.kit.refusal import bad_input, wrong_state
from coretech.kit.sentence import Sentence

_CLOSED = Sentence("這一項未對您開放，未讀入。", "This part is closed to you, and was not read.")


@dataclass(frozen=True, slots=True)
class Brought:
    """A part the file would change: what would differ, and what its writer has to mend afterwards.

    ``based_on`` is the version the file was made from; it is ``overtaken`` where another has been written since.
    """

    standing: Standing
    content: Content
    based_on: int
    differences: tuple[Difference, ...]
    problems: tuple[Problem, ...]

    @property
    def overtaken(self) -> bool:
        """Whether the writer has to compare the two before handing the part in."""
        return self.based_on != self.standing.newest


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file would do: the parts it changes, those it repeats, those it leaves blank, and what was not read.

    ``seen`` marks the file and the drafts it was compared with.
    """

    parts: tuple[Brought, ...]
    same: tuple[str, ...]
    blank: tuple[str, ...]
    faults: tuple[Fault, ...]
    seen: str


def foresee(by: Acting, case: Case, data: bytes) -> Imported:
    """What a filled form would change in this writer's drafts; nothing is written.

    Raises:
        Refused: where this person may not write the dossier now; 422 for a file that is no form, or of another case.
    """
    standing = standing_parts(by, case)
    form = read(data)
    if form.case and form.case != case.reference:
        raise bad_input(
            "file",
            f"這份表單屬於案件「{form.case[:24]}」，不是本案；請選擇本案的表單。",
            f"This form is of case “{form.case[:24]}”. Choose the one of this case.",
        )
    spoken = [part for part in standing if form.speaks_of(part.name)]
    brought = list(_brought(form, spoken))
    changed = {each.standing.name for each in brought}
    return Imported(
        parts=tuple(brought),
        same=tuple(part.name for part in spoken if part.name not in changed),
        blank=tuple(part.name for part in standing if part not in spoken),
        faults=(*form.faults, *_closed(form, standing)),
        seen=_seen(data, standing),
    )


def bring_in(by: Acting, case: Case, data: bytes, seen: str) -> tuple[str, ...]:
    """Keep what the file changes in this writer's drafts, all parts or none; drafts leave nothing on the log.

    Raises:
        Refused: as `foresee`; (HTTP 409) where file or drafts are not those whose differences were shown.
    """
    with transaction.atomic():
        imported = foresee(by, case, data)
        if imported.seen != seen:
            raise wrong_state(
                "顯示差異之後，草稿或提報資料已變更；請重新上傳檔案，再看一次差異。",
                "The drafts or the dossier have changed since the differences were shown; send the file again.",
            )
        for each in imported.parts:
            save_draft(
                by,
                case,
                each.standing.name,
                each.content,
                level=each.standing.level.value,
                based_on=each.based_on,
                seen=each.standing.stamp,
            )
    return tuple(each.standing.name for each in imported.parts)


def _brought(form: Form, standing: list[Standing]) -> Iterator[Brought]:
    for part in standing:
        content = form.content(part.name, part.content)
        found = differences(part.content, content)
        if found:
            based_on = form.based_on(part.name)
            known = part.newest if based_on is None else min(based_on, part.newest)
            yield Brought(part, content, known, found, _problems(content))


def _closed(form: Form, standing: tuple[Standing, ...]) -> Iterator[Fault]:
    """The parts the file speaks of that no longer open to the writer."""
    opened = {part.name for part in standing}
    for name in CONTENTS:
        if name not in opened and form.speaks_of(name):
            yield Fault(part_name(name), _CLOSED)


def _problems(content: Content) -> tuple[Problem, ...]:
    try:
        settled(content)
    except Unsound as unsound:
        return unsound.problems
    return ()


def _seen(data: bytes, standing: tuple[Standing, ...]) -> str:
    stands = [[part.name, part.newest, part.stamp, as_json(part.content)] for part in standing]
    told = json.dumps([hashlib.sha256(data).hexdigest(), stands], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:32]
