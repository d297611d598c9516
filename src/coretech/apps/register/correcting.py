"""What a correction of an entry would say, what of it is new, and whether it is as the announcement was printed.

A correction puts right a clerical error of this register. What the Executive Yuan announced changes by an
announcement alone, so the printed announcement is the yardstick.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from coretech.apps.people.models import Agency
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.printed import is_printed
from coretech.apps.register.scanning import newest_scan
from coretech.apps.register.standing import place_of, standing
from coretech.apps.technologies.models import Sector
from coretech.kit.refusal import bad_input

LONGEST = {"name_zh": 200, "name_announced": 200, "name_en": 300, "name_source": 300}
LONGEST_SCOPE = 5000
TEXTS = (*LONGEST, "scope_zh", "scope_en")
PRINTED = ("name_announced", "scope_zh", "authority", "sector", "valid_from")
"""What an announcement prints; the rest of an entry is this register's own."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What an entry should have said, and why; what is None stays as it is.

    ``sector`` and ``authority`` are codes. ``seen`` is the number of the item's newest version that the writer saw.
    """

    reason: str
    source: str
    name_zh: str | None = None
    name_announced: str | None = None
    damaged: bool | None = None
    name_en: str | None = None
    name_source: str | None = None
    scope_zh: str | None = None
    scope_en: str | None = None
    sector: str | None = None
    authority: str | None = None
    valid_from: dt.date | None = None
    seen: int | None = None


Said = str | bool | dt.date | Sector | Agency


@dataclass(frozen=True, slots=True)
class Corrected:
    """One field of an entry: as it stands, and as corrected."""

    field: str
    before: Said
    after: Said


def corrections(version: ItemVersion, given: Correction) -> list[Corrected]:
    """What the correction would change, field by field.

    Raises:
        Refused: (HTTP 422) for a text that is too long or missing, and for a code of no sector or agency.
    """
    after: dict[str, Said] = {name: text for name in TEXTS if (text := _text(name, given)) is not None}
    if given.damaged is not None:
        after["damaged"] = given.damaged
    if given.valid_from is not None:
        after["valid_from"] = given.valid_from
    if given.sector is not None:
        after["sector"] = _sector(given.sector)
    if given.authority is not None:
        after["authority"] = _authority(given.authority)
    found = [Corrected(name, getattr(version, name), value) for name, value in after.items()]
    return [each for each in found if each.before != each.after]


def require_as_announced(version: ItemVersion, changed: Mapping[str, Said]) -> None:
    """Refuse (HTTP 422) a correction that would change what was announced."""
    announced = str(changed.get("name_announced", version.name_announced))
    name = str(changed.get("name_zh", version.name_zh))
    damaged = bool(changed.get("damaged", version.damaged))
    if not damaged and name != announced:
        raise bad_input(
            "name_zh",
            f"公告印出的名稱是「{announced}」；更正不能改變公告的內容，要改名稱請提變更案。",
            f"The announcement prints “{announced}”. A correction does not change what was announced; propose a "
            "change to rename the item.",
        )
    if damaged and not str(changed.get("name_source", version.name_source)).strip():
        raise bad_input(
            "name_source",
            "名稱印得有缺損，請填寫完整名稱的依據。",
            "The name is printed damaged; say where the whole name comes from.",
        )
    _require_on_the_scan(version, changed)


def require_in_order(version: ItemVersion, day: dt.date, number: int) -> None:
    """Refuse (HTTP 422) a correction that would take another place among the item's versions than what it corrects."""
    if day < version.announcement.announced_on:
        announced = version.announcement.announced_on.isoformat()
        raise bad_input(
            "valid_from",
            f"生效日不得早於公告日（{announced}）。",
            f"It cannot take effect before it was announced ({announced}).",
        )
    stood = standing(version.item.versions.all())
    place = stood.index(version)
    before, after = stood[:place][-1:], stood[place + 1 :][:1]
    if any(place_of(each) > (day, number) for each in before) or any(
        place_of(each) < (day, number) for each in after
    ):
        raise bad_input(
            "valid_from",
            "更正不能改變版次的先後；請查對前後兩版的生效日。",
            "A correction cannot change the order of the versions. Check the days of the ones before and after it.",
        )


def _require_on_the_scan(version: ItemVersion, changed: Mapping[str, Said]) -> None:
    """What an announcement prints is put right by its scan: there must be one, and the name must stand on it."""
    printed = [name for name in PRINTED if name in changed]
    if not printed:
        return
    scan = newest_scan(version.announcement)
    if scan is None:
        raise bad_input(
            printed[0],
            "這一欄是公告所印的內容；請先登錄公告的掃描檔，再依掃描檔更正。",
            "The announcement prints this. File its scan first, and correct the entry by it.",
        )
    announced = str(changed.get("name_announced", version.name_announced))
    if announced != version.name_announced and not is_printed(scan, version, announced):
        raise bad_input(
            "name_announced",
            f"公告的掃描檔印的不是「{announced}」；更正不能改變公告的內容。",
            f"The scan of the announcement does not print “{announced}”. A correction does not change what was "
            "announced.",
        )


def _text(name: str, given: Correction) -> str | None:
    text: str | None = getattr(given, name)
    if text is None:
        return None
    plain = text.replace("\r\n", "\n").strip()
    longest = LONGEST.get(name, LONGEST_SCOPE)
    if len(plain) > longest:
        raise bad_input(name, f"請在{longest}字以內。", f"Write {longest} characters at most.")
    if not plain and name in {"name_zh", "name_announced", "name_en"}:
        raise bad_input(name, "請填寫名稱。", "Give the name.")
    return plain


def _sector(code: str) -> Sector:
    found = Sector.objects.filter(code=code).first()
    if found is None:
        raise bad_input("sector", f"沒有代碼為「{code}」的領域。", f"There is no sector “{code}”.")
    return found


def _authority(code: str) -> Agency:
    found = Agency.objects.prefetch_related("names").filter(code=code).first()
    if found is None:
        raise bad_input("authority", f"沒有代碼為「{code}」的機關。", f"There is no agency “{code}”.")
    return found
