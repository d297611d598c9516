"""Language tags as a list's items use them (BCP 47), in one spelling; Chinese is told by its script."""

import re

TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SCRIPT, _REGION = 4, 2
_CHINESE = {
    **dict.fromkeys(("zh", "zh-TW", "zh-HK", "zh-MO", "zh-Hant-TW", "zh-Hant-HK"), "zh-Hant"),
    **dict.fromkeys(("zh-CN", "zh-SG", "zh-Hans-CN", "zh-Hans-SG"), "zh-Hans"),
}


def tag_of(text: str) -> str:
    """The tag in its usual spelling, such as ``zh-Hant`` or ``ko``; empty for what is no tag."""
    if TAG.fullmatch(text) is None:
        return ""
    first, *rest = text.split("-")
    tag = "-".join([first.lower(), *map(_part, rest)])
    return _CHINESE.get(tag, tag)


def _part(part: str) -> str:
    if len(part) == _SCRIPT and part.isalpha():
        return part.title()
    return part.upper() if len(part) == _REGION else part.lower()
