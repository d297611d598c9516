"""Drafts: what somebody is writing in a part, theirs alone; they leave nothing on the log."""

import hashlib
import json
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from coretech.apps.audit.acting import Acting
from coretech.apps.cases.content import Content
from coretech.apps.cases.content_json import as_json, from_json, require_length
from coretech.apps.cases.models import Case, PartDraft
from coretech.apps.cases.operations import write_part
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

_ELSEWHERE = Sentence(
    "您在另一個視窗改過這份草稿，本視窗的內容尚未儲存；請複製本視窗的新內容後重新載入。",
    "You changed this draft in another window, so this one was not saved; copy what is new here, then reload.",
)


class Elsewhere(Refused):
    """The same writer saved the draft in another window since this one saw it (HTTP 409)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as its writer finds it; ``based_on`` is the version it began from, ``stamp`` marks what it says."""

    content: Content
    level: str
    based_on: int
    stamp: str


def draft_of(by: Acting, case: Case, name: str) -> Draft | None:
    """The reader's own draft of a part, or None."""
    kept = _own(by, case, name).first()
    return None if kept is None else _draft(kept)


def save_draft(  # noqa: PLR0913 - where, what, how secret, on which version, and what was seen
    by: Acting, case: Case, name: str, content: Content, *, level: str, based_on: int, seen: str | None = None
) -> Draft:
    """Keep what somebody is writing, half-filled and wrong answers too; the draft is the account's alone.

    Raises:
        Refused: where the person may not write the dossier now; `Elsewhere` where ``seen`` is not the draft's stamp.
    """
    write_part.check(by, case)
    require_length(content)
    with transaction.atomic():
        before = _own(by, case, name).select_for_update().first()
        if seen is not None and before is not None and seen != _stamp(before):
            raise Elsewhere(_ELSEWHERE)
        kept, _ = PartDraft.objects.update_or_create(
            case=case,
            name=name,
            account_id=by.account_id or 0,
            defaults={
                "based_on": based_on,
                "content": {"level": level, "form": as_json(content)},
                "saved_at": by.at,
            },
        )
    return _draft(kept)


def discard_draft(by: Acting, case: Case, name: str) -> None:
    """Throw the reader's own draft away, where there is one."""
    _own(by, case, name).delete()


def drafted_parts(by: Acting, case: Case) -> frozenset[str]:
    """The parts the reader has a draft of."""
    return frozenset(
        PartDraft.objects.filter(case=case, account_id=by.account_id or 0).values_list("name", flat=True)
    )


def _own(by: Acting, case: Case, name: str) -> QuerySet[PartDraft]:
    return PartDraft.objects.filter(case=case, name=name, account_id=by.account_id or 0)


def _draft(kept: PartDraft) -> Draft:
    content = from_json(kept.name, kept.content["form"])
    return Draft(content, kept.content["level"], kept.based_on, _stamp(kept))


def _stamp(kept: PartDraft) -> str:
    """A mark of what the draft says; the clock would not do, for two windows may save within one tick of it."""
    said = json.dumps([kept.content, kept.based_on], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:16]
