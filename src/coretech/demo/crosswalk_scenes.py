"""The crosswalk a visitor finds: what the matcher proposes between other states' lists and ours, some of it judged."""

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.lists.models import ListVersion, Mapping, MappingJudgement
from coretech.apps.lists.operations.judge_mapping import Verdict, judge_mapping
from coretech.apps.lists.operations.propose_mappings import propose_mappings
from coretech.apps.lists.sides import Side, version_side
from coretech.apps.register.elsewhere import register_side
from coretech.apps.register.models import RegisterItem
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


_MADE_UP = "示範判斷 / judged for the demonstration"
_ACCEPT = Verdict(MappingJudgement.Judgement.ACCEPTED, _MADE_UP)
JUDGED = {
    ("EU-2023-10-03", "3", 21): _ACCEPT,
    ("EU-2023-10-03", "3.1", 21): _ACCEPT,
    ("EU-2023-10-03", "3.2", 21): Verdict(
        MappingJudgement.Judgement.REJECTED,
        f"量子密碼靠量子通道，後量子密碼是一般電腦的演算法；{_MADE_UP}",
    ),
    ("US-NSTC-2024", "3", 6): _ACCEPT,
    ("US-NSTC-2024", "7", 16): Verdict(
        MappingJudgement.Judgement.OTHER, _MADE_UP, Mapping.Relation.NARROW.value
    ),
    ("TW-2025-11-24", "new-4", 6): _ACCEPT,
    ("TW-2025-11-24", "12", 12): _ACCEPT,
}
"""What is judged of what the matcher proposes: a version and its item, the number of ours, and the word on the two."""


def _judge(by: Acting) -> Came:
    """Those of them that were proposed; the rest waits for a visitor."""
    acts = []
    for (version, code, number), verdict in JUDGED.items():
        ours = RegisterItem.objects.get(number=number).technology_id
        found = Mapping.objects.filter(left__version__code=version, left__code=code, technology=ours).first()
        acts += [] if found is None else [judge_mapping(by, found.pk, verdict)]
    return Came(acts)


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
    Scene(
        Sentence("辦公室判斷其中幾筆對應", "The Office judges some of the mappings"),
        OFFICE,
        Action.JUDGE_MAPPING,
        lambda: FIRST_DAY,
        lambda: MappingJudgement.objects.exists() or not Mapping.objects.exists(),
        _judge,
    ),
)
