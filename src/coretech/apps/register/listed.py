"""What the list says of a technology: the newest version announced, unless that version ended the item."""

from coretech.apps.cases.listed import Listed
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.standing import ENDING, standing_rows
from coretech.apps.technologies.models import Technology


def newest_version(technology: Technology) -> ItemVersion | None:
    """The version announced last, as corrected, whether or not its day has come; None where there never was one."""
    versions = standing_rows().filter(item__technology=technology)
    return versions.select_related("item", "authority", "sector").order_by("-valid_from", "-version").first()


def listed_as(technology: Technology) -> Listed | None:
    """The item as announced last; None for what never was on the list, or has ended."""
    newest = newest_version(technology)
    if newest is None or newest.change in ENDING:
        return None
    return Listed(
        number=newest.item.number,
        name_zh=newest.name_zh,
        name_en=newest.name_en,
        scope_zh=newest.scope_zh,
        scope_en=newest.scope_en,
        authority=newest.authority,
        sector=newest.sector,
    )
