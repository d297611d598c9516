"""Signals, assessments and entries of the scan log, through the project's own operations."""

from collections.abc import Callable
from functools import partial

from coretech.apps.inventory.models import Candidate
from coretech.apps.inventory.operations.record_candidate import Found
from coretech.apps.watch.models import Assessment, ScanEntry
from coretech.apps.watch.operations.assess_signals import Assessed, assess_signals
from coretech.apps.watch.operations.log_scan import Looked, log_scan
from coretech.apps.watch.operations.propose_assessed import propose_assessed
from coretech.apps.watch.signals.gathering import stream
from coretech.apps.watch.signals.signal import Kind, Signal
from coretech.apps.watch.signals.topics import find_topic
from tests import factories
from tests.apps.refusing import refused
from tests.factories import crosswalk_factories as crosswalk

OFFICE, OFFICER = "office", "agency-nstc"
TOPIC = "item-21"
"""The register's post-quantum cryptography, which the made-up list of the crosswalk's factories names as well."""
REASONS = "外國清單持續列入，國內已有晶片可用。"
LOOKED = Looked(
    "abroad",
    factories.DAY,
    "Federal Register\nIACR ePrint",
    topic=TOPIC,
    found="新的標準草案",
    links=("https://example.org/draft",),
)


def moved() -> None:
    """A foreign list in two versions, an item of which was judged to stand to item 21."""
    crosswalk.lists()
    crosswalk.accepted()


def told(username: str = OFFICE, topic: str = TOPIC) -> list[Signal]:
    """The signals of a technology as somebody sees them."""
    return stream(factories.acting(username), find_topic(topic))


def kinds(username: str = OFFICE, topic: str = TOPIC) -> list[Kind]:
    """Their kinds, the newest first."""
    return [each.kind for each in told(username, topic)]


def assessed(
    verdict: str = "propose", topic: str = TOPIC, seen: int = 0, username: str = OFFICER
) -> Assessment:
    """An assessment that rests on every signal that may be cited."""
    keys = tuple(each.key for each in told(username, topic) if each.shared)
    act = assess_signals(factories.acting(username), topic, Assessed(verdict, REASONS, keys, seen=seen))
    return Assessment.objects.get(pk=int(act.subject.split("/")[1]))


def proposed(assessment: Assessment) -> Candidate:
    """The candidate made of an assessment."""
    found = Found("nstc", "identify", "輕量後量子密碼", "Light-weight PQC", "cyber-security", "nstc", REASONS)
    propose_assessed(factories.acting(OFFICER), assessment.pk, found)
    assessment.refresh_from_db()
    candidate: Candidate = assessment.proposed.candidate
    return candidate


def logged(given: Looked = LOOKED) -> ScanEntry:
    """An entry of the scan log."""
    act = log_scan(factories.acting(OFFICE), given)
    return ScanEntry.objects.get(pk=int(act.subject.split("/")[1]))


def status_of(run: Callable[..., object], *args: object) -> int:
    """With which status a call is refused; the log must not have grown."""
    return refused(partial(run, *args)).status


def world() -> dict[str, object]:
    """One of everything that has an address."""
    logged()
    return {
        "signal_topic": TOPIC,
        "assessment_id": assessed().pk,
        "scans_form": "csv",
        "quarter": 2,
    }


def api_world() -> dict[str, object]:
    """The same, as the API's addresses name it."""
    pages = world()
    return {
        "signal_topic": pages["signal_topic"],
        "assessment_id": pages["assessment_id"],
        "scan_year": 2025,
        "quarter": pages["quarter"],
        "scan_report_form": "odt",
    }
