"""The register beside other states' lists: as a side of a crosswalk, and for one item who else lists it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from coretech.apps.audit.clock import now
from coretech.apps.lists.corpus import item_address
from coretech.apps.lists.crosswalk import REGISTER
from coretech.apps.lists.mappings import Judged, judged, of_technologies
from coretech.apps.lists.models import Mapping as Row
from coretech.apps.lists.queries import Standing, standing_versions
from coretech.apps.lists.relations import HOLDING, WORDS
from coretech.apps.lists.sides import TECHNOLOGY, Entry, Key, Side, version_side
from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import history, in_force, newest_of
from coretech.apps.register.related import Related
from coretech.engines.controls.loading import bundled
from coretech.engines.controls.regimes import Item, Regime, Vintage
from coretech.kit.clock import TAIPEI
from coretech.kit.sentence import Sentence
from coretech.readers.register_files.records import Match, Relation

OWN_REGIME = "tw-nckt"
"""The regime of controls whose items are the register's, by their numbers."""
_TITLE = Sentence("國家核心關鍵技術清單", "The list of national core key technologies")


def side_of(code: str, day: dt.date) -> Side:
    """A side by its code: ``register`` for the list of a day, else a version of a list.

    Raises:
        Refused: (HTTP 404) where there is none.
    """
    return register_side(day) if code == REGISTER else version_side(code)


def register_side(day: dt.date) -> Side:
    """The list of a day; its areas are the sectors."""
    found = in_force(day)
    return Side(
        code=REGISTER,
        title=Sentence(f"{_TITLE.zh}（{day}現行）", f"{_TITLE.en} (in force on {day})"),
        entries=tuple(_entry(each) for each in found),
        areas={each.sector.code: each.sector.name for each in found},
        address="/register/",
        source=found[0].announcement.source if found else "",
        dated=day.isoformat(),
    )


def _entry(version: ItemVersion) -> Entry:
    number = version.item.number
    return Entry(
        key=Key(TECHNOLOGY, version.item.technology_id),
        code=str(number),
        name=version.name,
        names={"zh-Hant": version.name_zh, "en": version.name_en},
        area=version.sector.code,
        address=f"/register/{number}/",
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of another list that an item stands to, and where that list's version stands."""

    mapping: Judged
    standing: Standing

    @property
    def country(self) -> str:
        """Whose list it is."""
        return self.standing.version.list.country

    @property
    def name(self) -> Sentence:
        """What the other list calls it."""
        return self.mapping.mapping.left.name

    @property
    def address(self) -> str:
        """Where it stands among the lists."""
        return item_address(self.standing.code, self.mapping.mapping.left.code)


def listed_elsewhere(number: int) -> list[Listed]:
    """Every item of another list mapped to an item, by country; those that hold first within each.

    Raises:
        Refused: (HTTP 404) where the list never had such an item.
    """
    technology = newest_of(history(number)).item.technology_id
    found = of_technologies([technology])
    versions = {each.mapping.left.version_id for each in found}
    stands = {each.version.pk: each for each in standing_versions(Q(pk__in=versions))} if versions else {}
    listed = [Listed(each, stands[each.mapping.left.version_id]) for each in found]
    return sorted(listed, key=lambda each: each.country)


@dataclass(frozen=True, slots=True)
class Control:
    """A paragraph of export or technology control that speaks of the same kinds of things."""

    regime: Regime
    item: Item
    vintage: Vintage


def controls_on(number: int, day: dt.date) -> list[Control]:
    """The control items in force that share a kind with an item of ours; none where nothing tells its kinds."""
    regimes = bundled()
    own = (each for regime in regimes if regime.id == OWN_REGIME for each in regime.items)
    kinds = {kind for each in own if each.id == str(number) for kind in each.kinds}
    return [
        Control(regime, item, vintage)
        for regime in regimes
        if regime.id != OWN_REGIME
        for item in regime.items
        if kinds & item.kinds and (vintage := item.on(day)) is not None
    ]


def foreign_items(number: int) -> Iterator[Related]:
    """For an item's page: what it was judged to stand to, and the page that tells what follows."""
    holding = [each for each in listed_elsewhere(number) if each.mapping.holds]
    for each in holding:
        version = each.standing.version
        word, title = WORDS[each.mapping.relation].word, version.list.title
        country, dated = each.country, version.dated
        yield Related(
            Sentence(
                f"{country} {title.zh}（{dated}）：{each.name.zh}（{word.zh}）",
                f"{country} {title.en} ({dated}): {each.name.en} ({word.en})",
            ),
            reverse("mapping", args=[each.mapping.mapping.pk]),
        )
    if holding or controls_on(number, now().astimezone(TAIPEI).date()):
        words = Sentence("誰也列了這一項、效果為何", "Who else lists this, and what follows")
        yield Related(words, reverse("register_elsewhere", args=[number]))


def judged_abroad() -> Mapping[int, list[Match]]:
    """For the register's files: the relations that hold, by the number of the item, with the addresses they lead to."""
    base = str(settings.CORETECH_ADDRESS).rstrip("/")
    rows = Row.objects.filter(technology__isnull=False, judgements__judgement__in=HOLDING).distinct()
    found: dict[int, list[Match]] = {}
    numbers = _numbers() if rows else {}
    for each in judged(rows):
        if each.holds:
            turned = Judged(each.mapping, each.judgement, turned=True)
            item = each.mapping.left
            target = base + item_address(item.version.code, item.code)
            for number in numbers.get(each.mapping.technology_id or 0, ()):
                found.setdefault(number, []).append(Match(Relation(turned.relation), target))
    return found


def _numbers() -> Mapping[int, list[int]]:
    """The numbers under which a technology ever stood on the list."""
    found: dict[int, list[int]] = {}
    for technology, number in ItemVersion.objects.values_list("item__technology", "item__number").distinct():
        found.setdefault(technology, []).append(number)
    return found
