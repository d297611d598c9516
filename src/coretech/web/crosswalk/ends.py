"""The two ends of a mapping as a page draws them."""

import datetime as dt
from dataclasses import dataclass

from markupsafe import Markup

from coretech.apps.lists.corpus import item_address
from coretech.apps.lists.mappings import Judged
from coretech.apps.lists.models import ListItem
from coretech.apps.lists.sides import title_of
from coretech.apps.lists.words import country, language_name
from coretech.apps.register.asked import listed_technologies
from coretech.apps.technologies.models import Technology
from coretech.web.crosswalk.words import localized, marked
from coretech.web.shell.words import say, tr


@dataclass(frozen=True, slots=True)
class End:
    """One end: whose list, its names by language with what carried the proposal marked, and where it stands."""

    code: str
    side: str
    whose: str
    name: str
    names: tuple[tuple[str, str, Markup], ...]
    href: str


def ends_of(found: Judged, day: dt.date) -> tuple[End, End]:
    """Both ends, the left first."""
    row = found.mapping
    terms = [(str(left), str(right)) for left, right, _ in row.why.get("terms", ())]
    left = _of_item(row.left, [one for one, _ in terms])
    marks = [other for _, other in terms]
    if row.right is not None:
        return left, _of_item(row.right, marks)
    if row.technology is None:
        message = f"mapping {row.pk} leads nowhere"
        raise ValueError(message)
    return left, _of_technology(row.technology, marks, day)


def _of_item(item: ListItem, marks: list[str]) -> End:
    version = item.version
    return End(
        code=version.code,
        side=say(title_of(version)),
        whose=say(country(version.list.country)),
        name=f"{item.code} {say(item.name)}",
        names=_named(item.names, marks),
        href=localized(item_address(version.code, item.code)),
    )


def _of_technology(technology: Technology, marks: list[str], day: dt.date) -> End:
    """A technology as today's list calls it, or by its working name where it is not on it."""
    version = listed_technologies(day).get(technology.pk)
    name = technology.label if version is None else version.name
    number = "" if version is None else str(version.item.number)
    return End(
        code="register",
        side=tr("國家核心關鍵技術清單", "The list of national core key technologies"),
        whose=tr("我國", "Ours"),
        name=f"{number} {say(name)}".strip(),
        names=_named({"zh-Hant": name.zh, "en": name.en}, marks),
        href=localized(f"/register/{number}/" if number else "/register/"),
    )


def _named(names: dict[str, str], marks: list[str]) -> tuple[tuple[str, str, Markup], ...]:
    return tuple((tag, say(language_name(tag)), marked(name, marks)) for tag, name in names.items() if name)
