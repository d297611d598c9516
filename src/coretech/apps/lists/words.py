"""What lists are called by: effects, statuses, countries, and the languages of names."""

from coretech.apps.lists.models import ListStatus
from coretech.kit.sentence import Sentence

EFFECTS = {
    "protect": Sentence("保護營業秘密", "protects secrets"),
    "export": Sentence("出口管制", "licenses exports"),
    "investment": Sentence("投資審查", "screens investment"),
    "fund": Sentence("優先資助", "directs funding"),
    "guide": Sentence("政策指引", "guides policy"),
}
"""What standing on a list brings."""

_Status = ListStatus.Status
STATUSES = {
    _Status.DRAFT: Sentence("草案", "Draft"),
    _Status.IN_FORCE: Sentence("施行中", "In force"),
    _Status.REPLACED: Sentence("已被取代", "Replaced"),
}
COLOURS = {_Status.DRAFT: "yellow", _Status.IN_FORCE: "green", _Status.REPLACED: "grey"}

_COUNTRIES = {
    "AU": Sentence("澳洲", "Australia"),
    "CA": Sentence("加拿大", "Canada"),
    "CN": Sentence("中國", "China"),
    "DE": Sentence("德國", "Germany"),
    "EU": Sentence("歐盟", "European Union"),
    "FR": Sentence("法國", "France"),
    "GB": Sentence("英國", "United Kingdom"),
    "IL": Sentence("以色列", "Israel"),
    "IN": Sentence("印度", "India"),
    "IT": Sentence("義大利", "Italy"),
    "JP": Sentence("日本", "Japan"),
    "KR": Sentence("韓國", "Korea"),
    "NL": Sentence("荷蘭", "Netherlands"),
    "NZ": Sentence("紐西蘭", "New Zealand"),
    "SG": Sentence("新加坡", "Singapore"),
    "TW": Sentence("臺灣", "Taiwan"),
    "US": Sentence("美國", "United States"),
}
_LANGUAGES = {
    "zh-Hant": Sentence("正體中文", "Chinese (Traditional)"),
    "zh-Hans": Sentence("簡體中文", "Chinese (Simplified)"),
    "en": Sentence("英文", "English"),
    "ja": Sentence("日文", "Japanese"),
    "ko": Sentence("韓文", "Korean"),
    "nl": Sentence("荷蘭文", "Dutch"),
    "de": Sentence("德文", "German"),
    "fr": Sentence("法文", "French"),
}


def country(code: str) -> Sentence:
    """A country's name; its code where we have none."""
    return _COUNTRIES.get(code, Sentence(code, code))


def language_name(tag: str) -> Sentence:
    """A language's name; its tag where we have none."""
    return _LANGUAGES.get(tag, Sentence(tag, tag))
