"""The scenes of the watch: two snapshots between which a leader changes, patents and trade, and an assessment of it."""

import datetime as dt
import io

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.watch.counts.taking_in import take_upload
from coretech.apps.watch.counts.taking_in_tables import Kind, take_table
from coretech.apps.watch.models import Assessment, KeptTable, Run, WorksSnapshot
from coretech.apps.watch.operations.assess_signals import Assessed, assess_signals
from coretech.apps.watch.operations.compute_indicators import compute_indicators
from coretech.apps.watch.operations.keep_snapshot import Wanted, keep_snapshot
from coretech.apps.watch.operations.keep_table import About, keep_table
from coretech.apps.watch.signals.gathering import stream
from coretech.apps.watch.signals.signal import Kind as SignalKind
from coretech.apps.watch.signals.topics import find_topic
from coretech.demo import watch_figures
from coretech.demo.cast import OFFICE
from coretech.demo.people import FIRST_DAY
from coretech.demo.scene import Came, Scene
from coretech.kit.sentence import Sentence
from coretech.law.access import Action
from coretech.readers.works.manifest import Asked

SERIES, SOURCE = "demonstration", "示範資料（虛構） / demonstration (made up)"
TOPIC = "item-21"
NOTE = Sentence(
    "示範資料：著作、專利與金額都是虛構的，不能據以作任何結論。",
    "Demonstration: works, patents and values are made up; no conclusion can be drawn from them.",
)
_QUARTER = dt.timedelta(days=91)
_REASONS = "領先國在兩次快照之間改變，變動超出誤差（示範資料）；下一季連同外國清單再看一次。"


def _keep(by: Acting) -> Came:
    """Two snapshots a quarter apart, each counted at once."""
    acts = []
    for which, day in (("before", by.today - _QUARTER), ("after", by.today)):
        asked = Asked(day, SOURCE, "post-quantum OR qubit OR battery")
        taken = take_upload(f"{which}.jsonl.gz", watch_figures.works(which), asked)
        kept = keep_snapshot(by, taken, Wanted(SERIES, NOTE))
        acts += [kept, *_counted(by, int(kept.subject.split("/")[1]))]
    return Came(acts)


def _counted(by: Acting, run: int) -> list[Act]:
    acts = []
    while Run.objects.filter(pk=run, state=Run.State.WAITING).exists():
        acts.append(compute_indicators(by, run, most=200))
    return acts


def _keep_tables(by: Acting) -> Came:
    """Patents and trade of everything: technologies are counted by their classes and goods."""
    given = (
        (Kind.PATENTS, "patents.csv", watch_figures.patents(), ""),
        (Kind.TRADE, "trade.csv", watch_figures.trade(), "US$"),
    )
    return Came([_table(by, *each) for each in given])


def _table(by: Acting, kind: Kind, name: str, content: bytes, unit: str) -> Act:
    taken = take_table(kind, name, io.BytesIO(content), by.today.year, {})
    return keep_table(by, taken, About(SOURCE, by.today, unit=unit, note=NOTE))


def _assess(by: Acting) -> Came:
    """The leader of a listed technology changed: it is watched on, for the reasons given."""
    moved = [
        each for each in stream(by, find_topic(TOPIC)) if each.kind is SignalKind.INDICATOR and each.shared
    ]
    given = Assessed(Assessment.Verdict.WATCH, _REASONS, tuple(each.key for each in moved))
    return Came([assess_signals(by, TOPIC, given)])


SCENES = (
    Scene(
        Sentence(
            "辦公室收錄兩季的虛構著作並計算",
            "The Office takes in made-up works of two quarters, and counts them",
        ),
        OFFICE,
        Action.KEEP_SNAPSHOT,
        lambda: FIRST_DAY,
        WorksSnapshot.objects.filter(series=SERIES).exists,
        _keep,
    ),
    Scene(
        Sentence("收錄虛構的專利表與貿易表", "Made-up tables of patents and of trade are taken in"),
        OFFICE,
        Action.KEEP_SNAPSHOT,
        lambda: FIRST_DAY,
        KeptTable.objects.filter(source=SOURCE).exists,
        _keep_tables,
    ),
    Scene(
        Sentence("評估後量子密碼保護技術的訊號", "The signals of post-quantum cryptography are assessed"),
        OFFICE,
        Action.ASSESS_SIGNALS,
        lambda: FIRST_DAY,
        Assessment.objects.filter(topic=TOPIC).exists,
        _assess,
    ),
)
