"""Taking a file of accounts over: each row by the same operations as by hand, all of them or none."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.db import transaction

from coretech.apps.accounts.models import Account
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.people.models import Person, Posting
from coretech.apps.people.operations.open_account import Opening, open_account
from coretech.apps.people.operations.post_person import Post, post_person
from coretech.kit.refusal import Refused, bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.accounts.rows import AccountRow, read_accounts
from coretech.readers.seats.grid import MOST_FINDINGS, Finding

MOST_ROWS = 500
_COLUMNS = {"name": "name_zh", "person": "username"}
"""What an operation calls a field, where the table has another name for it."""


class Kind(StrEnum):
    """What a row writes."""

    ACCOUNT = "account"
    POSTING = "posting"


KINDS: Mapping[Kind, Sentence] = {
    Kind.ACCOUNT: Sentence("開立帳號", "Open an account"),
    Kind.POSTING: Sentence("登錄職務", "Enter a posting"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing a row writes."""

    kind: Kind
    row: AccountRow


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
        told = [[each.kind.value, *_told(each.row)] for each in self.changes]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def foreseen(by: Acting, raw: bytes) -> Imported:
    """What a file would write, tried out on the record and taken back.

    Raises:
        Refused: (HTTP 422) for a file that cannot be read at all.
    """
    return rehearsed(lambda: take_over(by, raw))


def take_over(by: Acting, raw: bytes) -> Imported:
    """Write what a file holds; whoever calls takes it back where there are findings."""
    read = read_accounts(raw)
    if len(read.rows) > MOST_ROWS:
        raise bad_input(
            "file",
            f"超過{MOST_ROWS}列，請分成幾個檔案。",
            f"There are more than {MOST_ROWS} rows; split the file.",
        )
    hold("account-names")
    imported = Imported(findings=list(read.findings))
    for row in read.rows:
        _take(replace(by, once=""), row, imported)
    imported.findings[:] = sorted(imported.findings, key=lambda each: each.line)[:MOST_FINDINGS]
    return imported


def _take(by: Acting, row: AccountRow, imported: Imported) -> None:
    """Write a row, or note what keeps it from being written; the other rows go on."""
    before = len(imported.changes)
    try:
        with transaction.atomic():
            person = _known(row) or _opened(by, row, imported)
            _posted(by, row, person, imported)
    except Refused as refused:
        del imported.changes[before:]
        field = refused.field or "agency"
        imported.findings.append(row.finding(_COLUMNS.get(field, field), refused.sentence))
    else:
        imported.unchanged += len(imported.changes) == before


def _known(row: AccountRow) -> Person | None:
    """Whose account of this name is on record; a row that tells it otherwise is refused (HTTP 422)."""
    account = Account.objects.filter(username=row.username).first()
    if account is None:
        return None
    person = Person.objects.filter(account=account).first()
    if person is None or person.name_zh != row.name_zh or account.email.lower() != row.email.lower():
        raise bad_input(
            "username",
            "此帳號名稱屬於別人，或姓名、電子郵件與紀錄不同；匯入不更改已有的帳號。",
            "That name is somebody else's, or name and address differ from the record; an import changes no account.",
        )
    return person


def _opened(by: Acting, row: AccountRow, imported: Imported) -> Person:
    act = open_account(by, Opening(row.username, row.email, row.language, row.name_zh, row.name_en))
    imported.changes.append(Change(Kind.ACCOUNT, row))
    return Person.objects.get(account_id=int(act.subject.split("/")[1]))


def _posted(by: Acting, row: AccountRow, person: Person, imported: Imported) -> None:
    if not row.agency:
        if row.start or row.end:
            raise bad_input("agency", "有起迄日時請填機關。", "With days given, name the agency.")
        return
    if row.start is None:
        raise bad_input("start", "請填寫職務起日。", "Give the posting's first day.")
    same = Posting.objects.filter(
        person=person, agency__code=row.agency, kind=row.kind, start=row.start, end=row.end
    )
    if not same.exists():
        post_person(by, person.pk, Post(row.agency, row.kind, row.start, row.end))
        imported.changes.append(Change(Kind.POSTING, row))


def _told(row: AccountRow) -> list[str]:
    shown = (each for each in AccountRow.__dataclass_fields__ if each not in {"line", "places"})
    return [str(getattr(row, name)) for name in shown]
