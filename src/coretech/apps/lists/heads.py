"""What the head of a list must tell before a version is taken in, each field by itself."""

import re

from coretech.apps.lists.models import ListVersion
from coretech.kit.refusal import bad_input
from coretech.readers.lists.heading import DATED, LONGEST
from coretech.readers.lists.records import Head

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_TAKEN = frozenset({"import", "compare", "crosswalk"})
"""Names of pages beside those of the lists."""
_NEEDED = (
    "list",
    "code",
    "country",
    "issuer_zh",
    "issuer_en",
    "title_zh",
    "title_en",
    "dated",
    "source_name",
)
_MOST = 32_767


def require_head(head: Head) -> None:
    """Require that a head tells what a version needs, in the form it needs (HTTP 422 at the first that does not)."""
    for name in _NEEDED:
        if not getattr(head, name).strip():
            raise bad_input(name, "請填寫；檔案裡沒有這一項。", "Fill this in; the file does not tell it.")
    for name, longest in LONGEST.items():
        if len(getattr(head, name)) > longest:
            raise bad_input(name, f"最多{longest}字。", f"At most {longest} characters.")
    _require_codes(head)
    _require_forms(head)
    if not head.effects or set(head.effects) - set(ListVersion.EFFECTS):
        raise bad_input("effects", "請至少選一種效果。", "Choose one effect at least.")
    if head.stated_count is not None and not 0 <= head.stated_count <= _MOST:
        raise bad_input("stated_count", f"0到{_MOST}。", f"From 0 to {_MOST}.")


def _require_codes(head: Head) -> None:
    for name in ("list", "code"):
        code = getattr(head, name)
        if not _CODE.fullmatch(code) or code in _TAKEN:
            raise bad_input(
                name,
                "代碼請用英數字、連字號與底線，且不可為import、compare、crosswalk。",
                "Letters, digits, hyphens and underscores; neither import nor compare nor crosswalk.",
            )


def _require_forms(head: Head) -> None:
    if not DATED.fullmatch(head.dated):
        raise bad_input("dated", "請寫成2024-02-12、2024-02或2024。", "Write 2024-02-12, 2024-02 or 2024.")
    if not _COUNTRY.fullmatch(head.country):
        raise bad_input("country", "請填兩個大寫字母的國碼，例如US。", "Two capital letters, such as US.")
    if head.source_url and not head.source_url.startswith(("https://", "http://")):
        raise bad_input("source_url", "請以http://或https://開頭。", "Begin with http:// or https://.")
