"""Registers as they come: items renamed, moved, corrected, removed and back, with texts that files stumble over."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from coretech.readers.register_files.days import known, list_on
from coretech.readers.register_files.records import (
    About,
    Entry,
    Match,
    Note,
    Ref,
    RegisterFile,
    Relation,
    plain,
)

BASE = "https://register.example"
DAYS = st.dates(dt.date(2023, 1, 1), dt.date(2026, 12, 31))
SECTORS = {"space": ("太空", "Space"), "defence": ("國防科技", "Defence technology")}
AWKWARD = (
    "=1+1",
    "＝SUM(A1:A9)",
    "'=cmd|'/c calc'!A1",
    "  @SUM(1)",
    "-2\n+3",
    'say "no", or: nothing',
    "two  spaces, a\ttab \n\n and lines ",
    "衛星👩‍🚀🛰",
    "\u202eright\u202c שלום مرحبا",
    "<b>&amp;</b> \\ \"\"\" ''' \\u0041 ]]>",
    "名" * 400,
    "\ufeffmarked",
    "e\u0301 \u00a0 \u2028 \x85",
)
TEXTS = st.one_of(
    st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
).map(plain)
NAMES = TEXTS.filter(bool)
MOMENTS = st.datetimes(dt.datetime(2023, 1, 1), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))  # noqa: DTZ001 - the strategy adds the zone
REFS = st.builds(Ref, st.integers(1, 99), st.integers(1, 9))
MATCHES = st.lists(
    st.builds(Match, st.sampled_from(Relation), st.sampled_from(["https://a.example/x#1", "urn:x:2"])),
    unique_by=lambda match: match.target,
).map(lambda found: tuple(sorted(found)))
CHANGES = st.sampled_from(["renamed", "moved", "rescoped", "removed", "added"])


def few(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3, unique=True).map(lambda found: tuple(sorted(found)))


@st.composite
def entries(draw: st.DrawFn) -> tuple[Entry, ...]:
    pool = draw(st.lists(NAMES, min_size=3, max_size=6))
    names, texts = st.sampled_from(pool), st.sampled_from(["", *pool])
    announcements: list[dict[str, Any]] = [
        {
            "edition": edition,
            "document_number": draw(texts),
            "decided_on": draw(DAYS),
            "announced_on": draw(DAYS),
            "effective_on": draw(DAYS),
            "source": draw(texts),
        }
        for edition in (1, 2)
    ]
    notes = few(st.builds(Note, texts, names, texts, texts))
    made: list[Entry] = []
    for no in draw(st.lists(st.integers(1, 300), max_size=3, unique=True)):
        shared: dict[str, Any] = {"no": no, "notes": draw(notes), "matches": draw(MATCHES)}
        for version in range(1, draw(st.integers(1, 4)) + 1):
            sector = draw(st.sampled_from(sorted(SECTORS)))
            earlier = [each for each in made if each.no == no]
            corrected = draw(st.none() | st.sampled_from(earlier)) if earlier else None
            made.append(
                Entry(
                    **shared,
                    **draw(st.sampled_from(announcements)),
                    version=version,
                    change=_change(draw, version, corrected),
                    name_zh=draw(names),
                    name_en=draw(texts),
                    name_announced=draw(names),
                    damaged=draw(st.booleans()),
                    name_source=draw(texts),
                    scope_zh=draw(texts),
                    scope_en=draw(texts),
                    authority=draw(st.sampled_from(["nstc", "mnd"])),
                    authority_zh=draw(names),
                    authority_en=draw(texts),
                    sector=sector,
                    sector_zh=SECTORS[sector][0],
                    sector_en=SECTORS[sector][1],
                    in_force_since=dt.date(2023, 12, 5),
                    valid_from=draw(DAYS),
                    recorded_at=draw(MOMENTS),
                    corrects=None if corrected is None else corrected.version,
                    corrected_because=draw(texts),
                    case=draw(st.sampled_from(["", "2025-0001"])),
                    continues=draw(few(REFS)),
                    continued_by=draw(few(REFS)),
                )
            )
    return tuple(sorted(made, key=lambda each: each.ref))


def _change(draw: st.DrawFn, version: int, corrected: Entry | None) -> str:
    if version == 1:
        return "added"
    return draw(CHANGES) if corrected is None else corrected.change


@st.composite
def histories(draw: st.DrawFn) -> RegisterFile:
    about = About(base=BASE, known_at=draw(st.none() | DAYS), edition=draw(st.none() | st.integers(1, 9)))
    return RegisterFile(about, known(draw(entries()), None))


@st.composite
def lists(draw: st.DrawFn) -> RegisterFile:
    as_of = draw(DAYS)
    about = About(
        base=BASE,
        as_of=as_of,
        known_at=draw(st.none() | DAYS),
        edition=draw(st.none() | st.integers(1, 9)),
        part=draw(TEXTS),
    )
    return RegisterFile(about, list_on(draw(entries()), as_of))


def standing_reference(versions: Sequence[Entry], as_of: dt.date) -> Entry | None:
    """The slow way to say which version tells a day, written down as the definition has it."""
    best = None
    for each in versions:
        if any(other.corrects == each.version for other in versions) or each.valid_from > as_of:
            continue
        if best is None or (each.valid_from, each.version) > (best.valid_from, best.version):
            best = each
    return None if best is None or best.change in {"split", "merged", "removed"} else best


def sample() -> RegisterFile:
    """A small history in which everything occurs: a damaged name, a renaming, a correction, a split, notes, matches."""
    first = Entry(
        no=11,
        version=1,
        change="added",
        name_zh="衛星姿態控制技術",
        name_en="Satellite attitude control",
        name_announced="衛星姿控技術",
        damaged=True,
        name_source="a briefing",
        authority="nstc",
        authority_zh="國家科學及技術委員會",
        authority_en="National Science and Technology Council",
        sector="space",
        sector_zh="太空",
        sector_en="Space",
        in_force_since=dt.date(2023, 12, 5),
        valid_from=dt.date(2023, 12, 5),
        recorded_at=dt.datetime(2023, 12, 5, 1, tzinfo=dt.UTC),
        edition=1,
        decided_on=dt.date(2023, 11, 14),
        announced_on=dt.date(2023, 12, 5),
        effective_on=dt.date(2023, 12, 5),
        notes=(Note("範圍", "含軟體", "software too", "a letter"),),
        matches=(Match(Relation.CLOSE, "https://lists.example/eu#7"),),
    )
    later = replace(
        first,
        edition=2,
        document_number="院字第2號",
        announced_on=dt.date(2025, 9, 1),
        effective_on=dt.date(2025, 9, 1),
        valid_from=dt.date(2025, 9, 1),
        recorded_at=dt.datetime(2025, 9, 1, 2, tzinfo=dt.UTC),
        case="2025-0001",
    )
    made = (
        first,
        replace(later, version=2, change="renamed", name_zh="衛星姿態控制與指向技術", damaged=False, name_source=""),
        replace(later, version=3, change="renamed", name_zh="衛星姿態控制及指向技術", damaged=False,
                name_source="", corrects=2, corrected_because="a slip"),
        replace(later, no=12, version=1, name_zh="量子", name_en="Quantum", damaged=False, continues=(Ref(11, 3),),
                notes=(), matches=()),
    )  # fmt: skip
    return RegisterFile(About(base=BASE, edition=2), known(made, None))
