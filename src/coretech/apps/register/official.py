"""What a version of an item says officially: the part of an act's leaf that a proof of the item is made from."""

from coretech.apps.register.models import ItemVersion


def as_public(version: ItemVersion) -> dict[str, object]:
    """The version as every act that enters one lists it under ``items``; the English name has no legal force."""
    announcement, corrected = version.announcement, version.corrects
    return {
        "no": version.item.number,
        "version": version.version,
        "change": version.change,
        "corrects": None if corrected is None else corrected.version,
        "name": version.name_zh,
        "name_announced": version.name_announced,
        "damaged": version.damaged,
        "scope": version.scope_zh,
        "authority": version.authority.code,
        "sector": version.sector.code,
        "valid_from": version.valid_from.isoformat(),
        "edition": announcement.edition,
        "document_number": announcement.document_number,
        "announced_on": announcement.announced_on.isoformat(),
    }
