"""A stored version as the readers write and read it, and what differs between the two."""

import hashlib
import json
from dataclasses import asdict

from coretech.apps.lists.models import ListVersion
from coretech.apps.lists.queries import items_of
from coretech.readers.lists.records import Entry, Head, ListFile


def as_file(version: ListVersion) -> ListFile:
    """The version with its list and all its items."""
    items = items_of(version)
    codes = {each.pk: each.code for each in items}
    entries = tuple(
        Entry(
            code=each.code,
            parent="" if each.parent_id is None else codes[each.parent_id],
            names=each.names,
            translated=tuple(each.translated),
            description=each.description,
        )
        for each in items
    )
    return ListFile(head_of(version), entries)


def head_of(version: ListVersion) -> Head:
    """The version and its list."""
    of = version.list
    return Head(
        list=of.code,
        country=of.country,
        issuer_zh=of.issuer_zh,
        issuer_en=of.issuer_en,
        title_zh=of.title_zh,
        title_en=of.title_en,
        code=version.code,
        dated=version.dated,
        legal_basis_zh=version.legal_basis_zh,
        legal_basis_en=version.legal_basis_en,
        effects=tuple(version.effects),
        complete=version.complete,
        stated_count=version.stated_count,
        note_zh=version.note_zh,
        note_en=version.note_en,
        source_url=version.source_url,
        source_name=version.source_name,
    )


def digest_of(file: ListFile) -> str:
    """SHA-256 over all that a list says, whatever file it came in."""
    told = {
        "head": asdict(file.head),
        "entries": [
            [each.code, each.parent, dict(each.names), list(each.translated), dict(each.description)]
            for each in file.entries
        ],
    }
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
