"""What stands in the menu, for whom, and which entry the reader is in."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix

from coretech.kit.sentence import Sentence
from coretech.web.shell.addresses import address_of
from coretech.web.shell.language import ENGLISH
from coretech.web.shell.words import say

PUBLIC = {
    "register": Sentence("清單", "List"),
    "changes": Sentence("變更", "Changes"),
    "drafts": Sentence("預告", "Pre-announcements"),
    "plans": Sentence("計畫", "Plans"),
    "dashboard": Sentence("概況", "Dashboard"),
    "supplies": Sentence("物資", "Supplies"),
    "controls": Sentence("管制", "Controls"),
    "lists": Sentence("各國清單", "Foreign lists"),
    "watch": Sentence("觀測", "Watch"),
    "law": Sentence("法規", "Law"),
}
SIGNED_IN = {
    "work": Sentence("我的工作", "My work"),
    "cases": Sentence("案件", "Cases"),
    "meetings": Sentence("會議", "Meetings"),
    "bodies": Sentence("組成", "Who sits"),
}
ADMINISTERING = {"accounts": Sentence("帳號", "Accounts")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu, in the names the service navigation component uses."""

    text: str
    href: str
    current: bool
    active: bool


def entries(request: HttpRequest, *, signed_in: bool, administrator: bool = False) -> list[Entry]:
    """The menu of this reader; pages that do not exist yet are left out."""
    names = PUBLIC | (SIGNED_IN if signed_in else {}) | (ADMINISTERING if administrator else {})
    found = {address: say(words) for name, words in names.items() if (address := page_address(name))}
    within = max((address for address in found if _holds(address, request.path)), key=len, default=None)
    return [
        Entry(text, address, current=address == request.path, active=address == within)
        for address, text in found.items()
    ]


def page_address(name: str) -> str | None:
    """The address of a page, or None where there is no such page."""
    try:
        return address_of(name)
    except NoReverseMatch:
        return None


def _holds(address: str, path: str) -> bool:
    """Whether the path is this page or one below it; the root of a language holds only itself."""
    root = get_script_prefix()
    return path == address or (address not in {root, root + ENGLISH} and path.startswith(address))


def front_page() -> str:
    """The address of the front page in the language of the page being drawn."""
    return page_address("home") or page_address("register") or "/"
