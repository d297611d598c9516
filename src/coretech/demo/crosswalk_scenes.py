"""The crosswalk a visitor finds: what the matcher proposes between other states' lists and ours, nothing judged yet."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.lists.models import ListVersion, Mapping
from coretech.apps.lists.operations.propose_mappings import propose_mappings
from coretech.apps.lists.sides import Side, version_side
from coretech.apps.register.elsewhere import register_side
from coretech.demo.cast import OFFICE
from coretech.demo.people import FIRST_DAY
from coretech.demo.scene import Came, Scene
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

LISTS = ("US-NSTC-2024", "EU-2023-10-03", "KR-NCT-2024", "US-EAR-2024", "TW-2025-11-24")
"""Those with something like the 22 items; each is compared with the register."""


def _propose(by: Acting) -> Came:
    ours, there = register_side(by.today), ListVersion.objects.filter(code__in=LISTS)
    acts = [_compared(by, version_side(each.code), ours) for each in there.order_by("code")]
    return Came([each for each in acts if each is not None])


def _compared(by: Acting, side: Side, ours: Side) -> Act | None:
    """The act of comparing the two; None where nothing is alike."""
    try:
        return propose_mappings(by, side, ours)
    except Refused:
        return None


SCENES = (
    Scene(
        Sentence(
            "比對各國清單與我國22項，提議待判斷",
            "Other states’ lists are compared with our 22; nothing is judged",
        ),
        OFFICE,
        Action.JUDGE_MAPPING,
        lambda: FIRST_DAY,
        lambda: Mapping.objects.exists() or not ListVersion.objects.filter(code__in=LISTS).exists(),
        _propose,
    ),
)
