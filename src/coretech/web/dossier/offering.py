"""What the system offers beside the two parts that cite: the statement on the definition and the other references."""

from dataclasses import dataclass

from coretech.apps.cases.choices import REFERENCES
from coretech.apps.cases.evidence import Offer
from coretech.apps.meetings.citable import Citable, citable
from coretech.apps.register.offers import offers_for
from coretech.kit.sentence import Sentence
from coretech.law.terms import Part
from coretech.web.dossier.opening import Opened

_CITING = frozenset({Part.DEFINITION.value, Part.OTHER_REFERENCES.value})


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing to cite, with what kind it is in words."""

    offer: Offer
    kind: Sentence


def files_beside(part: Opened) -> Citable | None:
    """The attachments that evidence in this part may be; None in a part that asks for none."""
    return citable(part.by, part.case) if part.name == Part.DEFINITION else None


def offers_beside(part: Opened) -> tuple[Offered, ...]:
    """What might be cited in this part; nothing in a part that cites nothing."""
    if part.name not in _CITING:
        return ()
    return tuple(Offered(each, REFERENCES[each.kind]) for each in offers_for(part.by, part.case))
