"""The inventory: who keeps it, its rounds and reviews, what was looked through and found, and what holders ask for."""

from coretech.apps.inventory.models.candidate import Candidate
from coretech.apps.inventory.models.find import (
    Find,
    FindBatch,
    FindCandidate,
    FindJudgement,
    Readiness,
    UnchangedFind,
)
from coretech.apps.inventory.models.keeper import Keeper
from coretech.apps.inventory.models.portfolio import (
    Portfolio,
    PortfolioIntake,
    PortfolioReader,
    PortfolioRow,
    TrainingLeave,
)
from coretech.apps.inventory.models.request import Request
from coretech.apps.inventory.models.round import Round, RoundReview
from coretech.apps.inventory.models.terms import TermModel

__all__ = [
    "Candidate",
    "Find",
    "FindBatch",
    "FindCandidate",
    "FindJudgement",
    "Keeper",
    "Portfolio",
    "PortfolioIntake",
    "PortfolioReader",
    "PortfolioRow",
    "Readiness",
    "Request",
    "Round",
    "RoundReview",
    "TermModel",
    "TrainingLeave",
    "UnchangedFind",
]
