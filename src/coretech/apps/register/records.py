"""Every version on record as the plain record that files of the register hold."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from coretech.apps.register.matched import judged_matches
from coretech.apps.register.models import ItemVersion, Lineage, ScopeNote
from coretech.kit.clock import TAIPEI
from coretech.readers.register_files.records import Entry, Note, Ref, plain


def entries(known_at: dt.date | None = None) -> list[Entry]:
    """Every version on record; what belongs to a whole item is told with each of its versions."""
    notes, matches = _notes(known_at), judged_matches()
    ended, began = _lines()
    return [
        replace(
            _entry(row),
            notes=notes.get(row.item.number, ()),
            matches=tuple(sorted(matches.get(row.item.number, ()))),
            continued_by=tuple(sorted(ended.get(row.pk, ()))),
            continues=tuple(sorted(began.get(row.pk, ()))),
        )
        for row in _rows()
    ]


def _rows() -> Iterable[ItemVersion]:
    rows = ItemVersion.objects.select_related(
        "item", "authority", "sector", "announcement", "case", "corrects"
    )
    return rows.prefetch_related("authority__names").order_by("item__number", "version")


def _entry(row: ItemVersion) -> Entry:
    authority, announcement = row.authority.name_on(row.valid_from), row.announcement
    return Entry(
        no=row.item.number,
        version=row.version,
        change=row.change,
        name_zh=plain(row.name_zh),
        name_en=plain(row.name_en),
        name_announced=plain(row.name_announced),
        damaged=row.damaged,
        name_source=plain(row.name_source),
        scope_zh=plain(row.scope_zh),
        scope_en=plain(row.scope_en),
        authority=row.authority.code,
        authority_zh=authority.zh,
        authority_en=authority.en,
        sector=row.sector.code,
        sector_zh=row.sector.zh,
        sector_en=row.sector.en,
        in_force_since=row.valid_from,
        valid_from=row.valid_from,
        recorded_at=row.recorded_at.astimezone(dt.UTC),
        corrects=None if row.corrects is None else row.corrects.version,
        corrected_because=plain(row.corrected_because),
        edition=announcement.edition,
        document_number=plain(announcement.document_number),
        decided_on=announcement.decided_on,
        announced_on=announcement.announced_on,
        effective_on=announcement.effective_on,
        source=plain(announcement.source),
        case="" if row.case is None else row.case.reference,
    )


def _notes(known_at: dt.date | None) -> Mapping[int, tuple[Note, ...]]:
    """The newest note of each topic of each item, where it was not withdrawn."""
    rows = ScopeNote.objects.select_related("item").order_by("pk")
    if known_at is not None:
        rows = rows.filter(noted_at__lte=dt.datetime.combine(known_at, dt.time.max, TAIPEI))
    newest = {(row.item.number, row.topic): row for row in rows}
    found: dict[int, list[Note]] = {}
    for (number, topic), row in newest.items():
        if row.zh or row.en:
            note = Note(plain(topic), plain(row.zh), plain(row.en), plain(row.source))
            found.setdefault(number, []).append(note)
    return {number: tuple(sorted(notes)) for number, notes in found.items()}


def _lines() -> tuple[dict[int, list[Ref]], dict[int, list[Ref]]]:
    """In which versions each ended one goes on, and from which each begun one comes, by row."""
    ended: dict[int, list[Ref]] = {}
    began: dict[int, list[Ref]] = {}
    for line in Lineage.objects.select_related("ended__item", "began__item"):
        ended.setdefault(line.ended_id, []).append(Ref(line.began.item.number, line.began.version))
        began.setdefault(line.began_id, []).append(Ref(line.ended.item.number, line.ended.version))
    return ended, began
