-- A register of %(items)s items with %(versions)s versions each, a hundred days apart; the last version of each item
-- corrects its %(corrected)s-th.

INSERT INTO technologies_technology (id, sector_id, label_zh, label_en)
SELECT 1000 + n, (SELECT min(id) FROM technologies_sector), '技術' || n, 'Technology ' || n
FROM generate_series(1, %(items)s) n;

INSERT INTO register_registeritem (id, number, technology_id)
SELECT 1000 + n, 1000 + n, 1000 + n FROM generate_series(1, %(items)s) n;

INSERT INTO register_announcement
    (id, edition, document_number, decided_on, announced_on, effective_on, recorded_at, source)
SELECT 1000 + v, 1000 + v, 'No. ' || v, day, day, day, day, ''
FROM generate_series(1, %(versions)s) v, LATERAL (SELECT %(first)s::date + 100 * (v - 1) AS day) d;

INSERT INTO register_itemversion
    (id, item_id, version, change, name_zh, name_announced, damaged, name_en, name_source, scope_zh, scope_en,
     authority_id, sector_id, announcement_id, corrects_id, corrected_because, correction_source, valid_from,
     recorded_at)
SELECT
    1000000 + v * 100000 + n, 1000 + n, v, CASE v WHEN 1 THEN 'added' ELSE 'renamed' END,
    '技術' || n || '之' || v, '技術' || n || '之' || v, false, 'Technology ' || n || '.' || v, '', '', '',
    (SELECT min(id) FROM people_agency), (SELECT min(id) FROM technologies_sector), 1000 + v,
    CASE v WHEN %(versions)s THEN 1000000 + %(corrected)s * 100000 + n END, '', '',
    %(first)s::date + 100 * (CASE v WHEN %(versions)s THEN %(corrected)s ELSE v END - 1),
    %(first)s::date + 100 * (v - 1)
FROM generate_series(1, %(versions)s) v, generate_series(1, %(items)s) n
ORDER BY v, n;
