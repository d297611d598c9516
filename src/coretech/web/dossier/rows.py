"""The buttons of a form that change it and keep the draft: one more row, one row less, something offered taken over."""

from collections.abc import Mapping
from dataclasses import replace

from coretech.apps.cases.choices import GROUNDS
from coretech.apps.cases.content import StakeholderViews
from coretech.apps.cases.content_json import as_json
from coretech.apps.meetings.heard import heard, least_level, with_heard
from coretech.apps.register.offers import offers_for
from coretech.kit.refusal import bad_input
from coretech.law.terms import Part
from coretech.web.dossier.opening import Opened
from coretech.web.dossier.posted import Sheet, with_row, without_row


def changed(part: Opened, sheet: Sheet, do: str, sent: Mapping[str, str]) -> tuple[str, Sheet]:
    """The form as the button pressed leaves it, and where on the page to go on.

    ``do`` is ``draft``, ``add:parameters``, ``remove:parameters-2``, ``take:`` with an offer's key, or ``hear:`` with
    the source of a stakeholder's answer, or ``all``.

    Raises:
        Refused: (HTTP 422) for a button or an offer there is not; 409 for an answer that stands there already.
    """
    what, _, about = do.partition(":")
    if what == "add":
        return about, replace(sheet, content=with_row(sheet.content, part.name, about))
    if what == "remove":
        return about.rpartition("-")[0], replace(sheet, content=without_row(sheet.content, part.name, about))
    if what == "take":
        return _take(part, sheet, about, sent.get("take_to", ""))
    if what == "hear":
        return "views", hearing(part, sheet, about)
    return "part-live", sheet


def hearing(part: Opened, sheet: Sheet, source: str) -> Sheet:
    """The form with a stakeholder's answer in it, at the level that needs.

    Raises:
        Refused: as `with_heard`; (HTTP 422) in a part where no views stand.
    """
    if not isinstance(sheet.content, StakeholderViews):
        raise bad_input("do", "意見列於利害關係人意見。", "Answers stand in the stakeholders’ views.")
    content = with_heard(heard(part.by, part.case), sheet.content, source)
    return replace(sheet, content=content, level=least_level(sheet.level, content))


def _take(part: Opened, sheet: Sheet, key: str, ground: str) -> tuple[str, Sheet]:
    offer = next((each for each in offers_for(part.by, part.case) if each.key == key), None)
    if offer is None:
        raise bad_input("do", "這筆資料已不在清單中。", "This is no longer offered.")
    if part.name == Part.DEFINITION:
        if ground not in GROUNDS:
            raise bad_input(
                "take_to", "請選擇要作為哪一項主張的佐證。", "Choose which claim it is evidence for."
            )
        table, row = f"{ground}-evidence", as_json(offer.as_evidence())
    else:
        table, row = "references", as_json(offer.as_reference())
    return table, replace(sheet, content=with_row(sheet.content, part.name, table, row))
