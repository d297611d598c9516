"""The documents of the regime: their names, in the order a case comes to need them."""

from collections.abc import Mapping

from coretech.apps.documents.models import Template
from coretech.kit.sentence import Sentence

Kind = Template.Kind

NAMES: Mapping[Kind, Sentence] = {
    Kind.DOSSIER: Sentence("提報資料", "Dossier"),
    Kind.PANEL_OPINION: Sentence("專家審查意見", "Panel's opinion"),
    Kind.OFFICE_NOTE: Sentence("辦公室研析意見", "Office note"),
    Kind.AGENDA_ITEM: Sentence("議程提案", "Agenda item"),
    Kind.PRE_ANNOUNCEMENT: Sentence("預告", "Pre-announcement"),
    Kind.ANNOUNCEMENT: Sentence("公告", "Announcement"),
    Kind.MINUTES: Sentence("會議紀錄", "Minutes"),
}
"""Every kind a template can be set for; minutes are a meeting's, the others a case's."""

STEMS: Mapping[Kind, str] = {kind: kind.value.replace("_", "-") for kind in NAMES}
"""How each kind is spelled in addresses, commands and file names."""


def kind_of(stem: str) -> Kind | None:
    """The kind spelled so, or None."""
    return next((kind for kind, each in STEMS.items() if each == stem), None)
