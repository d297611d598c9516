"""Lists of technologies: what states published, in versions, and the mapping relations between their items."""

from coretech.apps.lists.models.lists import ListItem, ListStatus, ListVersion, TechnologyList
from coretech.apps.lists.models.mappings import Mapping, MappingJudgement

__all__ = ["ListItem", "ListStatus", "ListVersion", "Mapping", "MappingJudgement", "TechnologyList"]
