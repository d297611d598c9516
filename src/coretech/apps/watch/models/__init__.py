"""The rows of the watch: definitions, snapshots, runs and what they found."""

from coretech.apps.watch.models.assessments import Assessment, AssessmentCandidate
from coretech.apps.watch.models.definitions import Definition, Relevance, WatchedTechnology
from coretech.apps.watch.models.results import Counted, CountryFigure
from coretech.apps.watch.models.scans import ScanEntry
from coretech.apps.watch.models.snapshots import Run, WorksSnapshot
from coretech.apps.watch.models.tables import KeptTable, TechnologyCodes

__all__ = [
    "Assessment",
    "AssessmentCandidate",
    "Counted",
    "CountryFigure",
    "Definition",
    "KeptTable",
    "Relevance",
    "Run",
    "ScanEntry",
    "TechnologyCodes",
    "WatchedTechnology",
    "WorksSnapshot",
]
