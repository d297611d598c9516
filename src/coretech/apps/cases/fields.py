"""What one reader sees of a case, field by field: the one place that decides it.

Pages, API, commands, search, counts, exports, mail and logs ask `SeenCase`; `coretech.apps.meetings.dossier.seen`
makes one, for how a reader stands to a case is told by the meetings it came before.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db.models import Model

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.facts import newest_parts
from coretech.apps.cases.field_table import FIELDS, Rule
from coretech.apps.cases.models import (
    Attachment,
    Case,
    Comment,
    ConsultationAnswer,
    Part,
    PartDraft,
    Remark,
)
from coretech.law.access import Action, Matter, Role, Secrecy, who_may
from coretech.law.ruling import Ruling

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A case as one reader sees it; ``matter`` is how the reader stands to it, ``parts`` the dossier's newest versions.

    A dossier's rows belong in it as they are in the database; what is closed is left out by whoever shows them, with
    `shows` for a field and `shown` for rows.
    """

    by: Acting
    case: Case
    matter: Matter
    parts: Mapping[str, Part]

    def at(self, level: Secrecy) -> Ruling:
        """Whether what has this level opens to the reader; to whoever is recused nothing is open (art. 12)."""
        asked = Secrecy.CONFIDENTIAL if self.matter.recused and level is Secrecy.OPEN else level
        matter = replace(self.matter, secrecy=asked)
        return who_may(Action.READ_DOSSIER, self.by.standing, matter, self.by.today)

    def level_of(self, name: str) -> Secrecy:
        """The level of a part, which is that of its newest version and counts for the older ones too."""
        part = self.parts.get(name)
        return Secrecy.CONFIDENTIAL if part is None else Secrecy(part.level)

    def part(self, name: str) -> Ruling:
        """Whether a part opens, in all its versions."""
        return self.at(self.level_of(name))

    @property
    def runs(self) -> bool:
        """Whether the reader is of the Office or of an agency whose case it is, and has signed."""
        serves = Role.OFFICE in self.by.standing.roles or bool(self.by.standing.agencies & self.case.agencies)
        return serves and self.at(Secrecy.INTERNAL).is_yes

    def shows(self, row: Model, field: str) -> bool:
        """Whether the reader sees a field of a row of this case.

        Raises:
            KeyError: for a field that is not in the table.
        """
        return _ASKED[FIELDS[type(row).__name__][field]](self, row)

    def shown(self, rows: Iterable[M], field: str) -> tuple[M, ...]:
        """The rows of which the reader sees a field."""
        return tuple(row for row in rows if self.shows(row, field))


def seen_by(by: Acting, case: Case, matter: Matter) -> SeenCase:
    """The case as a reader sees it who stands to it so."""
    return SeenCase(by, case, matter, newest_parts(case))


def _level(seen: SeenCase, row: Model) -> bool:
    """By the level of the part a row belongs to, or of the attachment."""
    if isinstance(row, Attachment):
        return seen.at(Secrecy(row.level)).is_yes
    part = row.part if isinstance(row, Remark) else row
    return isinstance(part, Part) and seen.part(part.name).is_yes


def _answer(seen: SeenCase, row: Model) -> bool:
    guarded = isinstance(row, ConsultationAnswer) and row.confidential
    return seen.at(Secrecy.CONFIDENTIAL if guarded else Secrecy.INTERNAL).is_yes


def _office(seen: SeenCase, _row: Model) -> bool:
    return Role.OFFICE in seen.by.standing.roles


def _comment(seen: SeenCase, row: Model) -> bool:
    return _office(seen, row) or (isinstance(row, Comment) and bool(row.disposition))


def _unredacted(seen: SeenCase, row: Model) -> bool:
    whole = isinstance(row, Comment) and not row.published_text
    return _office(seen, row) or (whole and _comment(seen, row))


def _proposed(seen: SeenCase, _row: Model) -> bool:
    return seen.case.pre_announcements.exists() or seen.at(Secrecy.CONFIDENTIAL).is_yes


def _writer(seen: SeenCase, row: Model) -> bool:
    return isinstance(row, PartDraft) and seen.by.account_id == row.account_id


_ASKED: Mapping[Rule, Callable[[SeenCase, Model], bool]] = {
    Rule.KNOWN: lambda _seen, _row: True,
    Rule.PROPOSED: _proposed,
    Rule.INTERNAL: lambda seen, _row: seen.at(Secrecy.INTERNAL).is_yes,
    Rule.CONFIDENTIAL: lambda seen, _row: seen.at(Secrecy.CONFIDENTIAL).is_yes,
    Rule.LEVEL: _level,
    Rule.ANSWER: _answer,
    Rule.RUNNERS: lambda seen, _row: seen.runs,
    Rule.COMMENT: _comment,
    Rule.UNREDACTED: _unredacted,
    Rule.OFFICE: _office,
    Rule.WRITER: _writer,
    Rule.MEETING: lambda _seen, _row: False,
    Rule.NOBODY: lambda _seen, _row: False,
}
