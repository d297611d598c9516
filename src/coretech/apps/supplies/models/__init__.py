"""Critical supplies."""

from coretech.apps.supplies.models.alerts import Alert
from coretech.apps.supplies.models.commodities import Commodity, CoverStandard, Reporter, Watcher
from coretech.apps.supplies.models.intakes import Intake
from coretech.apps.supplies.models.returns import Batch, ImportOrigin, SupplyReturn

__all__ = [
    "Alert",
    "Batch",
    "Commodity",
    "CoverStandard",
    "ImportOrigin",
    "Intake",
    "Reporter",
    "SupplyReturn",
    "Watcher",
]
