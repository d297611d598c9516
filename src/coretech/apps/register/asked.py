"""Which item of the list somebody means: from a number to its technology and authority, and back."""

import datetime as dt

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import history, in_effect_versions, in_force
from coretech.kit.refusal import not_found


def listed_item(number: int, day: dt.date) -> ItemVersion:
    """The item as the list of a day has it.

    Raises:
        Refused: (HTTP 404) where the item is not on that list.
    """
    version = in_effect_versions(history(number), day)
    if version is None:
        raise not_found(f"第{number}項不在現行清單上。", f"Item {number} is not on the list today.")
    return version


def listed_technologies(day: dt.date) -> dict[int, ItemVersion]:
    """The list of a day by the id of each technology."""
    return {version.item.technology_id: version for version in in_force(day)}
