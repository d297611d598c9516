"""What somebody says should be on the list, read into the rows it names."""

from dataclasses import dataclass

from coretech.apps.cases.affected import Entry
from coretech.apps.people.models import Agency
from coretech.apps.technologies.models import Sector, Technology
from coretech.kit.refusal import bad_input

_LONGEST_ZH = 200
_LONGEST_EN = 300
_LONGEST_SCOPE = 5000


@dataclass(frozen=True, slots=True)
class Named:
    """One result as a form gives it: codes for sector and authority."""

    name_zh: str
    name_en: str
    sector: str
    authority: str
    scope_zh: str = ""
    scope_en: str = ""


def read(named: Named, technology: Technology | None = None, place: int = 0) -> Entry:
    """The row it makes.

    Raises:
        Refused: (HTTP 422) at the field that is empty, too long or unknown; with ``place``, at the field of that name
            and number, such as ``name_zh_2``.
    """
    suffix = f"_{place}" if place else ""
    _refuse_bad(named, suffix)
    sector = Sector.objects.filter(code=named.sector).first()
    if sector is None:
        raise bad_input(f"sector{suffix}", "請由所列領域中選擇。", "Choose a sector from the list.")
    authority = Agency.objects.filter(code=named.authority).first()
    if authority is None:
        raise bad_input(
            f"authority{suffix}", "請由所列機關中選擇主管機關。", "Choose the authority from the list."
        )
    return Entry(
        name_zh=named.name_zh.strip(),
        name_en=named.name_en.strip(),
        sector=sector,
        authority=authority,
        scope_zh=named.scope_zh.strip(),
        scope_en=named.scope_en.strip(),
        technology=technology,
    )


def _refuse_bad(named: Named, suffix: str) -> None:
    if not 0 < len(named.name_zh.strip()) <= _LONGEST_ZH:
        raise bad_input(
            f"name_zh{suffix}",
            f"請填寫中文名稱（{_LONGEST_ZH}字以內）。",
            f"Give the Chinese name, {_LONGEST_ZH} characters at most.",
        )
    if not 0 < len(named.name_en.strip()) <= _LONGEST_EN:
        raise bad_input(
            f"name_en{suffix}",
            f"請填寫英文名稱（{_LONGEST_EN}字元以內）。",
            f"Give the English name, {_LONGEST_EN} characters at most.",
        )
    for field, text in (("scope_zh", named.scope_zh), ("scope_en", named.scope_en)):
        if len(text) > _LONGEST_SCOPE:
            raise bad_input(
                f"{field}{suffix}",
                f"範疇請在{_LONGEST_SCOPE}字以內。",
                f"Keep the scope within {_LONGEST_SCOPE} characters.",
            )
