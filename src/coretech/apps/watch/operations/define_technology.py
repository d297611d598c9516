"""Saying what belongs to a technology, in a new version; what was counted by an earlier one stays as it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.locks import hold
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import operation
from coretech.apps.audit.record import record
from coretech.apps.register.models import RegisterItem
from coretech.apps.watch.access import allow_defining
from coretech.apps.watch.counts.defining import sound_ways
from coretech.apps.watch.models import Definition, WatchedTechnology
from coretech.apps.watch.queries import find_technology, newest_definition, ways_of
from coretech.kit.refusal import bad_input, wrong_state

LONGEST_WHY = 300
LONGEST = {"zh": 120, "en": 200}
_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{1,39}")


@dataclass(frozen=True, slots=True)
class NewTechnology:
    """The names of a technology that is not watched yet; ``item`` is the number of the register item it watches."""

    zh: str
    en: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Defined:
    """What belongs, a term a line of its kind; ``seen`` is the version that was looked at, 0 for none."""

    ways: Mapping[str, Sequence[str]]
    why: str
    seen: int


def check(by: Acting) -> None:
    """Whether this person says what belongs to a technology."""
    allow_defining(by)


@operation
def define_technology(by: Acting, code: str, defined: Defined, new: NewTechnology | None = None) -> Act:
    """Write the next version; ``new`` makes a technology of that name first."""
    check(by)
    hold("watch")
    ways = sound_ways(defined.ways)
    technology = find_technology(code) if new is None else _made(code, new)
    if defined.seen != technology.newest:
        raise wrong_state(
            "您開啟後定義已有新版，請重新開啟再改。", "It was defined anew meanwhile; open it again."
        )
    if technology.newest and ways == dict(ways_of(newest_definition(technology))):
        raise bad_input("why", "和現行版本相同，沒有更動。", "It is the same as the version that counts.")
    if not 0 < len(defined.why.strip()) <= LONGEST_WHY:
        raise bad_input(
            "why", f"請說明更動的理由（{LONGEST_WHY}字以內）。", f"Say why, in {LONGEST_WHY} characters."
        )
    technology.newest += 1
    technology.save(update_fields=["newest"])
    definition = Definition.objects.create(
        technology=technology,
        number=technology.newest,
        why=defined.why.strip(),
        by_id=by.person_id,
        at=by.at,
        **ways,
    )
    public = {"code": code, "number": definition.number}
    return record(
        by, "watch.defined", technology.subject, public=public, rows=[definition], why=definition.why
    )


def _made(code: str, new: NewTechnology) -> WatchedTechnology:
    if not _CODE.fullmatch(code) or WatchedTechnology.objects.filter(code=code).exists():
        raise bad_input(
            "code",
            "代碼請用大寫英數字與連字號（2至40字），且不得重複。",
            "A code has 2 to 40 capital letters, digits and hyphens, and no other technology has it.",
        )
    for name, longest in LONGEST.items():
        value: str = getattr(new, name)
        if not 0 < len(value.strip()) <= longest:
            raise bad_input(
                name, f"請填寫，最多{longest}字。", f"Fill this in, at most {longest} characters."
            )
    origin = _origin(new.item)
    names = {"zh": new.zh.strip(), "en": new.en.strip()}
    return WatchedTechnology.objects.create(code=code, origin=origin, item=new.item, **names)


def _origin(item: int | None) -> WatchedTechnology.Origin:
    """Whose technology it is; an item of the register is watched by one technology alone."""
    if item is None:
        return WatchedTechnology.Origin.OWN
    if not RegisterItem.objects.filter(number=item).exists():
        raise bad_input("item", f"清單沒有第{item}項。", f"There is no item {item} on the list.")
    if WatchedTechnology.objects.filter(item=item).exists():
        raise bad_input("item", f"第{item}項已有觀測定義。", f"Item {item} is watched already.")
    return WatchedTechnology.Origin.REGISTER
