"""Taking a file of candidates and cases over: each row by the same operations as by hand, all of them or none."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db import transaction

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.cases.models import Case
from coretech.apps.cases.opening import OWN_PROPOSAL, opens_for_the_office
from coretech.apps.cases.operations.open_case import open_case
from coretech.apps.cases.operations.write_part import write_part
from coretech.apps.cases.part_versions import newest_version
from coretech.apps.cases.portfolio_rows import found_of, known_candidate, require_same
from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations import record_candidate
from coretech.kit.folding import fold
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.readers.portfolio_cases.rows import CaseRow, read_cases
from coretech.readers.seats.grid import MOST_FINDINGS, Finding

MOST_ROWS = 500
_TWICE = Sentence("同一機關的同一項技術出現兩次。", "The same technology of the same agency is there twice.")


class Kind(StrEnum):
    """What a row writes."""

    CANDIDATE = "candidate"
    CASE = "case"
    PART = "part"


KINDS: Mapping[Kind, Sentence] = {
    Kind.CANDIDATE: Sentence("新增候選項目", "New candidate"),
    Kind.CASE: Sentence("成案", "New case"),
    Kind.PART: Sentence("寫入提報資料", "Part of a dossier"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing a row writes; ``part`` names the part of the dossier."""

    kind: Kind
    row: CaseRow
    part: str = ""


@dataclass(slots=True)
class Imported:
    """What a file writes, what is on record already, and what is to be corrected; with findings, nothing is kept."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of each kind, and how many rows write nothing."""
        found = {kind.value: sum(each.kind is kind for each in self.changes) for kind in Kind}
        return found | {"unchanged": self.unchanged}

    @property
    def digest(self) -> str:
        """A fingerprint of what would be written, so that what is confirmed is what was shown."""
        told = [[each.kind.value, each.part, *_told(each.row)] for each in self.changes]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def warnings(by: Acting, imported: Imported) -> tuple[Sentence, ...]:
    """What to know before such a file is taken over."""
    cases = [change.row.agency for change in imported.changes if change.kind is Kind.CASE]
    return (OWN_PROPOSAL,) if any(opens_for_the_office(by, agency) for agency in cases) else ()


def foreseen(by: Acting, raw: bytes) -> Imported:
    """What a file would write, tried out on the record and taken back.

    Raises:
        Refused: (HTTP 422) for a file that cannot be read at all.
    """
    return rehearsed(lambda: take_over(by, raw))


def take_over(by: Acting, raw: bytes) -> Imported:
    """Write what a file holds; whoever calls takes it back where there are findings."""
    read = read_cases(raw)
    if len(read.rows) > MOST_ROWS:
        raise bad_input(
            "file",
            f"超過{MOST_ROWS}列，請分成幾個檔案。",
            f"There are more than {MOST_ROWS} rows; split the file.",
        )
    hold("portfolio")
    taking = _Taking(replace(by, once=""), Imported(findings=list(read.findings)))
    for row in read.rows:
        taking.take(row)
    imported = taking.imported
    imported.findings[:] = sorted(imported.findings, key=lambda each: each.line)[:MOST_FINDINGS]
    return imported


class _Taking:
    """One file being taken over; a row that is refused becomes a finding and the others go on."""

    def __init__(self, by: Acting, imported: Imported) -> None:
        """Begin; ``by`` has no key of its own, for one request writes many acts."""
        self.by, self.imported = by, imported
        self.told: set[tuple[object, ...]] = set()

    def take(self, row: CaseRow) -> None:
        """Write a row, or note what keeps it from being written."""
        key = (row.agency, row.kind, row.item, row.aspect, fold(row.name_zh))
        if key in self.told:
            self.imported.findings.append(row.finding("name_zh", _TWICE))
            return
        self.told.add(key)
        before = len(self.imported.changes)
        try:
            with transaction.atomic():
                self._write(row)
        except Refused as refused:
            del self.imported.changes[before:]
            self.imported.findings.append(row.finding(_column(refused), refused.sentence))
        else:
            self.imported.unchanged += len(self.imported.changes) == before

    def _write(self, row: CaseRow) -> None:
        record_candidate.check(self.by, row.agency)
        candidate = known_candidate(row)
        if candidate is None:
            candidate = self._candidate(row)
        else:
            require_same(row, candidate)
        case = Case.objects.filter(candidate=candidate).first()
        if case is None and (row.case or row.parts):
            act = open_case(self.by, candidate.pk)
            case = Case.objects.get(reference=act.subject.split("/")[1])
            self._note(Kind.CASE, row)
        if case is not None:
            self._parts(row, case)

    def _candidate(self, row: CaseRow) -> Candidate:
        act = record_candidate.record_candidate(self.by, found_of(row))
        self._note(Kind.CANDIDATE, row)
        return Candidate.objects.select_related("round__agency").get(pk=int(act.subject.split("/")[1]))

    def _parts(self, row: CaseRow, case: Case) -> None:
        for name, text in row.parts.items():
            is_definition = name == Part.DEFINITION
            harms, limbs = (row.harms, row.limbs) if is_definition else ((), ())
            newest = newest_version(case, name)
            kept = None if newest is None else (newest.text, tuple(newest.harms), tuple(newest.limbs))
            if kept != (text, harms, limbs):
                with _told_at(name):
                    write_part(self.by, case.reference, name, text, harms=harms, limbs=limbs)
                self._note(Kind.PART, row, name)

    def _note(self, kind: Kind, row: CaseRow, part: str = "") -> None:
        self.imported.changes.append(Change(kind, row, part))


@contextmanager
def _told_at(column: str) -> Iterator[None]:
    """Tell what is refused of a part at the part's own cell."""
    try:
        yield
    except Refused as refused:
        if refused.field in {None, "text", "name"}:
            raise Refused(refused.sentence, status=refused.status, field=column) from None
        raise


def _column(refused: Refused) -> str:
    return {"technology": "item"}.get(refused.field or "", refused.field or "")


def _told(row: CaseRow) -> list[str]:
    shown = (each for each in CaseRow.__dataclass_fields__ if each not in {"line", "places"})
    return [str(getattr(row, name)) for name in shown]
