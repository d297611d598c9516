"""Every field of a case and its rule: the table that decides what a reader sees.

A field that is not in the table is shown to nobody; a test asks for a line for each.
"""

from collections.abc import Mapping
from enum import StrEnum


class Rule(StrEnum):
    """Who sees a field, of those who may know of the case at all.

    ``KNOWN``: all of them: that there is a case, its name, whose it is and where it stands. Whoever must declare an
    interest has to know in what (art. 12), so a name cannot wait for the declaration.
    ``PROPOSED``: as ``CONFIDENTIAL`` until the case is pre-announced, ``KNOWN`` from then on.
    ``INTERNAL``, ``CONFIDENTIAL``: what the law of access asks at this level.
    ``LEVEL``: the level of the row: of the part's newest version, or of the attachment.
    ``ANSWER``: a stakeholder's answer: ``CONFIDENTIAL`` where its sender asked for that, else ``INTERNAL``.
    ``RUNNERS``: the Office, and the officers of the agencies whose case it is, with a signed agreement.
    ``COMMENT``: the Office; everybody, once the comment has its disposition.
    ``UNREDACTED``: as ``COMMENT``, and the Office alone where a redacted text is published instead.
    ``OFFICE``: the Office alone.
    ``WRITER``: whoever wrote it, alone.
    ``MEETING``: whoever may see the meeting; `coretech.apps.meetings.queries` and the minutes' own reading keep it.
    ``NOBODY``: no reader; operations alone work with it.
    """

    KNOWN = "known"
    PROPOSED = "proposed"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"
    LEVEL = "level"
    ANSWER = "answer"
    RUNNERS = "runners"
    COMMENT = "comment"
    UNREDACTED = "unredacted"
    OFFICE = "office"
    WRITER = "writer"
    MEETING = "meeting"
    NOBODY = "nobody"


def _fields(**rules: str) -> Mapping[str, Rule]:
    """Field by field from lines of names, each under its rule."""
    return {name: Rule(rule) for rule, names in rules.items() for name in names.split()}


FIELDS: Mapping[str, Mapping[str, Rule]] = {
    "Case": _fields(
        known="reference kind aspect state candidate technology submitter authority by_office "
        "other_authority_invited sector name_zh name_en ground follows opened_at lock",
        proposed="scope_zh scope_en",
    ),
    "Affected": _fields(
        known="case role order technology name_zh name_en authority sector", proposed="scope_zh scope_en"
    ),
    "Amendment": _fields(known="case amended_at", proposed="before after", confidential="why"),
    "Part": _fields(known="case name version level written_at", level="text content harms limbs written_by"),
    "PartDraft": _fields(known="case", writer="name account based_on content saved_at"),
    "Remark": _fields(known="part made_at settled_at", level="account text reply"),
    "Attachment": _fields(
        known="case part level attached_at withdrawn_at",
        level="title version file_name media_type size sha256",
    ),
    "AttachmentPiece": _fields(nobody="attachment number sealed"),
    "Grant": _fields(known="case", runners="person why until granted_at revoked_at"),
    "PanelReview": _fields(
        known="case held_on in_office present recused in_favour against abstain favourable method parts "
        "recorded_at",
        confidential="opinion conditions",
    ),
    "OfficeCheck": _fields(known="case passed checked_at", confidential="note"),
    "Consultation": _fields(
        known="case",
        internal="number asker group question level answer_by asked_at reminded_at closed_at",
        runners="name organisation email",
        nobody="token_sha256",
    ),
    "ConsultationAnswer": _fields(
        internal="consultation receipt consent confidential answered_at", answer="text"
    ),
    "PreAnnouncement": _fields(known="document_number published_on comments_until cases"),
    "Comment": _fields(
        comment="pre_announcement received_at published_text disposition reply disposed_at",
        unredacted="text",
        office="sender contact",
    ),
    "Item": _fields(
        meeting="meeting order kind case title_zh title_en state method changes_allowed chair chair_why "
        "outcome quorum resolution round hand_count tally reading reading_why"
    ),
    "PanelOpinion": _fields(meeting="item written_at", confidential="text conditions parts written_by"),
    "Minutes": _fields(meeting="meeting state reply_until confirmed_how confirmed_at_meeting confirmed_on"),
    "MinutesVersion": _fields(meeting="minutes number correction why content digest written_at written_by"),
}
"""The rule of each field, by the name of its model and its own."""
