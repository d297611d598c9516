"""A part's form as it is opened, and as it is kept for its writer."""

from coretech.apps.cases.content_json import blank, content_of
from coretech.apps.cases.drafts import Draft, save_draft
from coretech.law.access import Secrecy
from coretech.web.dossier.opening import Opened
from coretech.web.dossier.posted import Sheet


def opened_sheet(part: Opened, draft: Draft | None) -> Sheet:
    """What the form shows when it is opened: the draft, else the newest version, else nothing."""
    level = Secrecy.CONFIDENTIAL.value if part.newest is None else part.newest.level
    if draft is not None:
        return Sheet(draft.content, draft.level or level, draft.based_on, draft.stamp)
    content = blank(part.name) if part.newest is None else content_of(part.newest)
    return Sheet(content, level, part.version, "")


def keep(part: Opened, sheet: Sheet, *, blindly: bool = False) -> Draft:
    """Keep the form as a draft; ``blindly`` takes the place of one from another window, for this one was handed in."""
    seen = None if blindly else sheet.stamp
    return save_draft(
        part.by,
        part.case,
        part.name,
        sheet.content,
        level=sheet.level,
        based_on=sheet.based_on,
        seen=seen,
    )
