"""What follows for an item: the duties that other laws tie to it, by what brings them about, on a day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coretech.apps.register.models import ItemVersion
from coretech.apps.register.queries import first_valid_from, history, in_effect_versions, newest_of
from coretech.kit.refusal import bad_input
from coretech.kit.sentence import Sentence
from coretech.readers.obligations import Actor, Checked, Duty, Tie, Verb, bundled

ACTORS: Mapping[Actor, Sentence] = {
    Actor.COMPANY: Sentence("持有技術的公司", "A company that holds it"),
    Actor.EMPLOYEE: Sentence("員工", "An employee"),
    Actor.UNIVERSITY: Sentence("大學", "A university"),
    Actor.INSTITUTE: Sentence("研究機構", "A research institute"),
    Actor.AGENCY: Sentence("政府機關", "A government agency"),
    Actor.EXPERT: Sentence("參與審查的專家", "An expert who takes part"),
    Actor.INVESTOR: Sentence("外國投資人", "A foreign investor"),
}
TIES: Mapping[Tie, Sentence] = {
    Tie.LISTED: Sentence("因列入清單", "Because it is on the list"),
    Tie.FUNDED: Sentence("政府委託、補助或出資時", "Where the state funds it"),
    Tie.OTHER_LIST: Sentence("依其他清單，請另外查對", "By other lists, to be checked apart"),
    Tie.ALWAYS: Sentence("不論是否列入清單", "Whether or not it is on the list"),
}
VERBS: Mapping[Verb, Sentence] = {
    Verb.FORBIDS: Sentence("禁止", "Must not"),
    Verb.REQUIRES: Sentence("應做", "Must do"),
    Verb.PUNISHES: Sentence("罰則", "Penalty"),
    Verb.ALLOWS: Sentence("可以", "May do"),
    Verb.EXPLAINS: Sentence("說明", "What it means"),
}
CHECKED: Mapping[Checked, Sentence] = {
    Checked.BUNDLED: Sentence(
        "條文已與本系統所據文件核對", "Article checked in a document this system rests on"
    ),
    Checked.PUBLIC: Sentence(
        "依所列公開資料，未與官方文件核對", "Read in the public text named, not in an official copy"
    ),
    Checked.NO: Sentence("未核對；請查現行條文", "Not checked; look it up in the text in force"),
}
NO_ADVICE = Sentence(
    "這是資訊，不是法律意見；以現行法律條文為準。",
    "This is information, no legal advice; the laws in force prevail.",
)
NOT_BEFORE = Sentence(
    "最早自列入清單之日；法律本身的施行日未載於所據資料",
    "not before the item was listed; the sources at hand give no day for the law itself",
)
NOT_KNOWN = Sentence("施行日未載於所據資料", "the sources at hand give no day of effect")


@dataclass(frozen=True, slots=True)
class Followed:
    """A duty as it stands for one item; ``since`` is None where no day is known or no item is meant."""

    duty: Duty
    since: dt.date | None

    @property
    def unsure(self) -> Sentence | None:
        """What is not known of the day, where the law's own is not."""
        if self.duty.start is not None:
            return None
        return NOT_KNOWN if self.since is None else NOT_BEFORE


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows for an item, or, with none, for whatever may be listed; in groups by what brings it about."""

    version: ItemVersion | None
    listed: bool
    actor: Actor | None
    groups: tuple[tuple[Tie, tuple[Followed, ...]], ...]

    @property
    def count(self) -> int:
        """How many duties there are."""
        return sum(len(duties) for _, duties in self.groups)


def actor_named(name: str) -> Actor | None:
    """The actor asked for, None for all of them.

    Raises:
        Refused: (HTTP 422) where there is no such actor.
    """
    if not name:
        return None
    if name not in set(Actor):
        listed = "、".join(Actor)
        raise bad_input(
            "actor", f"沒有「{name}」；可以是：{listed}。", f"There is no {name!r}; it is one of: {listed}."
        )
    return Actor(name)


def follows_for(number: int, day: dt.date, actor: Actor | None = None) -> Follows:
    """The duties for an item of the list (HTTP 404 where there never was one of this number)."""
    versions = history(number)
    current = in_effect_versions(versions, day)
    version = current or newest_of(versions)
    return _follows(day, actor, version, listed=current is not None)


def follows_in_general(day: dt.date, actor: Actor | None = None) -> Follows:
    """The duties for any technology that comes to be listed."""
    return _follows(day, actor, None, listed=True)


def _follows(day: dt.date, actor: Actor | None, version: ItemVersion | None, *, listed: bool) -> Follows:
    since = first_valid_from(version) if version is not None else None
    meant = [each for each in bundled() if each.holds_on(day) and (actor is None or actor in each.actors)]
    if not listed:
        meant = [each for each in meant if each.tie in {Tie.OTHER_LIST, Tie.ALWAYS}]
    return Follows(version, listed, actor, tuple(_grouped(meant, since)))


def _grouped(
    duties: Iterable[Duty], listed_since: dt.date | None
) -> Iterable[tuple[Tie, tuple[Followed, ...]]]:
    told = list(duties)
    for tie in TIES:
        found = tuple(Followed(each, _since(each, listed_since)) for each in told if each.tie is tie)
        if found:
            yield tie, found


def _since(duty: Duty, listed_since: dt.date | None) -> dt.date | None:
    """Since when it is on somebody for this item: the later of the law's day and the item's.

    A law whose day is not known is no older for an item than the item itself.
    """
    if duty.tie not in {Tie.LISTED, Tie.FUNDED}:
        return duty.start
    days = [day for day in (duty.start, listed_since) if day is not None]
    return max(days, default=None)
