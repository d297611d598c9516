"""Announcements, items and their versions, what follows them, and who is told."""

from coretech.apps.register.models.duties import AnnualReview, LegislatureReport
from coretech.apps.register.models.entries import Announcement, ItemVersion, Lineage, RegisterItem
from coretech.apps.register.models.notes import Scan, ScopeNote
from coretech.apps.register.models.subscriptions import Delivery, Webhook

__all__ = [
    "Announcement",
    "AnnualReview",
    "Delivery",
    "ItemVersion",
    "LegislatureReport",
    "Lineage",
    "RegisterItem",
    "Scan",
    "ScopeNote",
    "Webhook",
]
