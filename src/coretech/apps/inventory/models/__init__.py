"""The inventory: who keeps it, its rounds and reviews, the candidates found, and what holders ask for."""

from coretech.apps.inventory.models.candidate import Candidate
from coretech.apps.inventory.models.keeper import Keeper
from coretech.apps.inventory.models.request import Request
from coretech.apps.inventory.models.round import Round, RoundReview

__all__ = ["Candidate", "Keeper", "Request", "Round", "RoundReview"]
