"""Entering an agency that is not on record."""

import re

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.audit.rulings import allow
from coretech.apps.people.agency_names import NewName, give_name, require_source
from coretech.apps.people.models import Agency
from coretech.kit.refusal import Refused, bad_input
from coretech.law.access import Action

_CODE = re.compile(r"[a-z][a-z0-9-]{1,23}")


def check(by: Acting) -> None:
    """Whether this person keeps the agencies."""
    allow(by, Action.KEEP_AGENCIES)


@operation
def found_agency(by: Acting, code: str, name: NewName, kind: str, kind_source: str) -> Act:
    """Enter an agency with its code, its first name, and whether article 9(1) binds it, each with its source."""
    check(by)
    hold("agencies")
    _refuse_code(code)
    agency = Agency.objects.create(
        code=code, kind=require_kind(kind), kind_source=_source_of_kind(kind_source)
    )
    give_name(agency, name)
    public = {
        "zh": name.zh.strip(),
        "en": name.en.strip(),
        "from": name.since.isoformat(),
        "kind": agency.kind,
    }
    return record(by, "agency.founded", f"agency/{code}", public=public)


def require_kind(kind: str) -> str:
    """One of the kinds article 9(1) knows (HTTP 422 otherwise)."""
    if kind not in Agency.Kind.values:
        raise bad_input(
            "kind",
            "請選擇補助機關、公立研究機關或其他。",
            "Choose funding agency, public institute or other body.",
        )
    return kind


def _source_of_kind(text: str) -> str:
    try:
        return require_source(text)
    except Refused as refused:
        raise Refused(refused.sentence, status=refused.status, field="kind_source") from None


def _refuse_code(code: str) -> None:
    if not _CODE.fullmatch(code):
        raise bad_input(
            "code",
            "代碼為2至24個小寫英文字母、數字或連字號，以字母開頭。",
            "A code is 2 to 24 small letters, digits and hyphens, and begins with a letter.",
        )
    if Agency.objects.filter(code=code).exists():
        raise bad_input("code", "此代碼已使用。", "That code is in use.")
