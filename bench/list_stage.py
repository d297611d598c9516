"""A register of 150 items with 10 versions each; every version is printed as a line of JSON.

Run as a program with ``CORETECH_HOME`` set.
"""

import json
import os
import sys
from importlib import import_module

ITEMS, VERSIONS = 150, 10

_FILL = (
    (
        "INSERT INTO technologies_technology (id, sector_id, label_zh, label_en) "
        "SELECT 1000 + n, (SELECT id FROM technologies_sector ORDER BY id OFFSET n %% 5 LIMIT 1), '技術' || n, "
        "'Technology ' || n FROM generate_series(23, %(items)s) n"
    ),
    (
        "INSERT INTO register_registeritem (id, number, technology_id) "
        "SELECT 1000 + n, n, 1000 + n FROM generate_series(23, %(items)s) n"
    ),
    (
        "INSERT INTO register_announcement (id, edition, document_number, decided_on, announced_on, effective_on, "
        "recorded_at, source) SELECT 1000 + v, v, 'No. ' || v, day, day, day, day, '' "
        "FROM generate_series(2, %(versions)s) v, LATERAL (SELECT '2023-12-05'::date + 20 * (v - 1) AS day) d"
    ),
    (
        "INSERT INTO register_itemversion (id, item_id, version, change, name_zh, name_announced, damaged, name_en, "
        "name_source, scope_zh, scope_en, authority_id, sector_id, announcement_id, corrects_id, corrected_because, "
        "correction_source, valid_from, recorded_at) "
        "SELECT 100000 + v * 1000 + i.number, i.id, v, CASE v WHEN 1 THEN 'added' ELSE 'renamed' END, "
        "'關鍵製程與設備整合之設計技術第' || i.number || '項之' || v, "
        "'關鍵製程與設備整合之設計技術第' || i.number || '項之' || v, "
        "false, 'Design of critical process and equipment integration ' || i.number || '.' || v, '', '', '', "
        "(SELECT id FROM people_agency ORDER BY id OFFSET i.number %% 5 LIMIT 1), t.sector_id, "
        "(SELECT id FROM register_announcement WHERE edition = v), NULL, '', '', day, day "
        "FROM generate_series(1, %(versions)s) v, register_registeritem i "
        "JOIN technologies_technology t ON t.id = i.technology_id, "
        "LATERAL (SELECT '2023-12-05'::date + 20 * (v - 1) AS day) d WHERE v > 1 OR i.number > 22 ORDER BY v, i.number"
    ),
    "VACUUM ANALYZE",
)
_ALL = (
    "SELECT i.number, v.version, v.change, v.name_zh, v.name_announced, v.name_en, n.zh, n.en, s.zh, s.en, "
    "v.valid_from::text, v.recorded_at::text FROM register_itemversion v "
    "JOIN register_registeritem i ON i.id = v.item_id JOIN technologies_sector s ON s.id = v.sector_id, "
    "LATERAL (SELECT zh, en FROM people_agencyname a WHERE a.agency_id = v.authority_id "
    "ORDER BY valid_from DESC NULLS LAST LIMIT 1) n ORDER BY i.number, v.version"
)


def main() -> int:
    """Fill the register, then print it."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "coretech.config.settings"
    import_module("django").setup()
    import_module("coretech.cli.installation.ready").ready()
    with import_module("django.db").connection.cursor() as cursor:
        for statement in _FILL:
            cursor.execute(statement, {"items": ITEMS, "versions": VERSIONS})
        cursor.execute(_ALL)
        for row in cursor.fetchall():
            sys.stdout.write(f"{json.dumps(row, ensure_ascii=False)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
