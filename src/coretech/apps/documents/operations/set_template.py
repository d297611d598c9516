"""Giving a kind of document a new look: the next version of its template (art. 4)."""

import hashlib

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.documents.models import Template
from coretech.apps.documents.naming import STEMS, Kind, kind_of
from coretech.apps.documents.template_check import looked_into
from coretech.apps.documents.templates import newest_template
from coretech.kit.refusal import bad_input, not_found, wrong_state
from coretech.law.access import Action

LONGEST_NOTE = 200


def check(by: Acting) -> None:
    """Whether this person may give documents their look."""
    allow(by, Action.SET_TEMPLATE)


@operation
def set_template(by: Acting, stem: str, odt: bytes, note: str = "", seen: int | None = None) -> Act:
    """Add the next version of a kind's template; documents made before keep naming theirs.

    Raises:
        Refused: 404 where there is no such kind; 409 where somebody set one after the caller saw version ``seen``
            (0 for none), or the same file stands; 422 where the file cannot be a template.
    """
    check(by)
    kind = require_kind(stem)
    looked_into(kind, odt, "zh-Hant-TW", by.at)
    if len(note) > LONGEST_NOTE:
        raise bad_input(
            "note", f"說明請在{LONGEST_NOTE}字以內。", f"Keep the note within {LONGEST_NOTE} characters."
        )
    hold(f"template:{kind}")
    version = _next_version(kind, hashlib.sha256(odt).hexdigest(), seen)
    made = Template.objects.create(
        kind=kind.value,
        version=version,
        odt=odt,
        digest=hashlib.sha256(odt).hexdigest(),
        note=" ".join(note.split()),
        set_at=by.at,
    )
    return record(
        by,
        "documents.template_set",
        f"template/{STEMS[kind]}",
        public={"version": version, "sha256": made.digest},
        confidential={"note": made.note},
        rows=[made],
    )


def require_kind(stem: str) -> Kind:
    """The kind spelled so (HTTP 404 where there is none)."""
    kind = kind_of(stem)
    if kind is None:
        raise not_found("沒有這一種文件。", "There is no such kind of document.")
    return kind


def _next_version(kind: Kind, digest: str, seen: int | None) -> int:
    newest = newest_template(kind)
    stands = 0 if newest is None else newest.version
    if seen is not None and seen != stands:
        raise wrong_state(
            "您開啟本頁之後，他人已設定新的範本；請重新檢視後再決定。",
            "Somebody has set a template since you opened the page; look again and decide.",
        )
    if newest is not None and newest.digest == digest:
        raise wrong_state("這個檔案就是現行範本。", "This file is the template that stands.")
    return stands + 1
