-- %(plans)s plans of 40 quarters, each with 125 measures of 40 work items that run for 2 to 16 quarters, 9 on average,
-- as in the programme of six core strategic industries. Each work item has an entry in each quarter of its months;
-- 39 quarters are published and the last one is open, some of its sheets overdue.

CREATE TEMP TABLE agencies AS
SELECT row_number() OVER (ORDER BY a.id) - 1 AS nth, a.id, n.zh
FROM people_agency a JOIN people_agencyname n ON n.agency_id = a.id AND n.valid_until IS NULL
WHERE a.code IN ('nstc', 'moa', 'moda', 'mnd', 'moea', 'mohw', 'moenv', 'moe', 'motc', 'ndc');

CREATE TEMP TABLE plans AS
SELECT 1000 + p AS id, p FROM generate_series(1, %(plans)s) p;

CREATE TEMP TABLE measures AS
SELECT 100000 + p * 1000 + 100 + m AS id, p.id AS plan, p, m, (m + 24) / 25 AS goal,
       'measure-' || (m + 24) / 25 || '-' || (m - 1) %% 25 + 1 AS key, a.id AS agency, a.nth, a.zh
FROM plans p, generate_series(1, 125) m JOIN agencies a ON a.nth = m %% 10;

CREATE TEMP TABLE works AS
SELECT 10000000 + me.p * 10000 + me.m * 40 + w AS nr, me.*, w, 'work-' || me.m || '-' || w AS work,
       1 + (w * 7 + me.m * 3) %% 32 AS begins, 2 + (w * 11 + me.m) %% 15 AS lasts
FROM measures me, generate_series(0, 39) w;

CREATE TEMP TABLE quarters AS
SELECT q, (422 + q) / 4 AS year, (422 + q) %% 4 + 1 AS quarter,
       make_date((422 + q) / 4 + 1911, (422 + q) %% 4 * 3 + 1, 1) AS begins,
       (make_date((422 + q) / 4 + 1911, (422 + q) %% 4 * 3 + 1, 6) + interval '3 months')::date AS opened
FROM generate_series(1, 40) q;

INSERT INTO plans_plan (id, slug, kind) SELECT id, 'stage-' || p, 'programme' FROM plans;

INSERT INTO plans_planversion
    (id, version, title, start, "end", source_name, source_sha256, content_sha256, facts_only, recorded_at, plan_id)
SELECT id, 1, '示範產業推動方案第' || p || '號', 105, 115, 'plan-' || p || '.txt', repeat('0', 64), repeat('0', 64),
       false, '2016-10-01', id
FROM plans;

INSERT INTO plans_element
    (id, key, "order", kind, code, title, line, under, text, category, lead, co, named, scheduled, version_id)
SELECT 100000 + p * 1000 + g, 'goal-' || g, g * 100, 'goal', g::text, '第' || g || '項目標', g * 100, '', '', '',
       '[]', '[]', '[]', true, id
FROM plans, generate_series(1, 5) g;

INSERT INTO plans_element
    (id, key, "order", kind, code, title, line, under, text, category, lead, co, named, scheduled, parent_id,
     version_id)
SELECT id, key, goal * 100 + (m - 1) %% 25 + 1, 'measure', goal || '-' || (m - 1) %% 25 + 1,
       '建置關鍵系統與元件之共用平台及驗證場域第' || m || '案', goal * 100 + m, '', '', '',
       jsonb_build_array(zh), '[]', '[]', true, 100000 + p * 1000 + goal, plan
FROM measures;

INSERT INTO plans_workitem
    (id, key, "order", measure, item_no, item_title, approach_no, approach_title, work_no, text, periods, start,
     "end", date_as_written, lead, co, line, confidence, parent_id, version_id)
SELECT nr, work, m * 40 + w, '', '1', '', '1.1', '', '1.1.' || w, '完成第' || w || '階段之設計、試製與驗證',
       jsonb_build_array(jsonb_build_object('start', to_char(a.begins, 'YYYY-MM'), 'end', to_char(z.begins, 'YYYY-MM'))),
       to_char(a.begins, 'YYYY-MM'), to_char(z.begins, 'YYYY-MM'), '', jsonb_build_array(zh), '[]', m * 40 + w,
       'high', works.id, plan
FROM works JOIN quarters a ON a.q = works.begins JOIN quarters z ON z.q = least(40, works.begins + works.lasts - 1);

INSERT INTO plans_target
    (key, "order", code, measure_code, measure_title, under, agencies, text, yearly, line, confidence, parent_id,
     version_id)
SELECT 'target-' || m || '-' || t, m * 4 + t, m || '.' || t, '', '', '', jsonb_build_array(zh),
       '全程輔導業者 ' || 110 * t || ' 家',
       (SELECT jsonb_agg(jsonb_build_object('year', y, 'status', 'target', 'text', '輔導業者 ' || 10 * t || ' 家'))
        FROM generate_series(105, 115) y),
       m * 4 + t, 'high', id, plan
FROM measures, generate_series(1, 4) t;

INSERT INTO reports_steering (cycle, days, why, recorded_at, controller_id, plan_id)
SELECT 'quarterly', 15, '', '2016-10-01', (SELECT id FROM agencies WHERE nth = 9), id FROM plans;

INSERT INTO reports_indicator (id, key, element_key, target_key, plan_id)
SELECT id, 'target-' || m || '-1', key, 'target-' || m || '-1', plan FROM measures;

INSERT INTO reports_indicatordefinition
    (id, number, name, kind, direction, unit, baseline_note, start, "end", proposed, reason_zh, reason_en,
     recorded_at, indicator_id, version_id)
SELECT id, 1, '輔導業者', 'annual', 'higher', '家', '', 105, 115, false, '', '', '2016-10-01', id, plan FROM measures;

INSERT INTO reports_indicatortarget (definition_id, year, value, comparator, words)
SELECT id, y, 10, 'at_least', '' FROM measures, generate_series(105, 115) y;

INSERT INTO reports_reportingperiod
    (id, year, quarter, opened_on, due_on, state, published_at, plan_id, version_id)
SELECT 100000 + p * 100 + q, year, quarter, opened, opened + 15, CASE q WHEN 40 THEN 'open' ELSE 'published' END,
       CASE WHEN q < 40 THEN opened + 40 END, id, id
FROM plans, quarters;

INSERT INTO reports_sheet (id, state, agency_id, period_id)
SELECT (100000 + p * 100 + q) * 16 + a.nth,
       CASE WHEN q < 40 THEN 'locked' WHEN (p + a.nth) %% 4 = 0 THEN 'open' ELSE 'signed' END, a.id,
       100000 + p * 100 + q
FROM plans, quarters, agencies a;

INSERT INTO reports_observation
    (year, quarter, nature, value, words, given_value, given_unit, why, demonstration, recorded_at, indicator_id,
     period_id)
SELECT year, quarter, 'actual', (q + m) %% 5, '', ((q + m) %% 5)::text, '家', '', true, opened, id,
       100000 + p * 100 + q
FROM measures, quarters WHERE q < 40;

INSERT INTO reports_entry
    (element_key, work_key, standing, done_share, progress, highlights, next_work, risks, own_light, own_reason,
     demonstration, sheet_id)
SELECT key, '', '', NULL, '本季完成系統規格審查，並與三家業者簽訂合作備忘錄；驗證場域整建進度符合預定。',
       '首件國產元件通過驗證。', '下季辦理試製與驗證。', '', CASE WHEN (q + m) %% 9 = 0 THEN 'amber' ELSE 'green' END,
       '', true, (100000 + p * 100 + q) * 16 + nth
FROM measures, quarters WHERE q < 40;

INSERT INTO reports_entry
    (element_key, work_key, standing, done_share, progress, highlights, next_work, risks, own_light, own_reason,
     demonstration, sheet_id)
SELECT key, work,
       CASE WHEN q = works.begins + lasts - 1 THEN 'done' WHEN (w + q) %% 29 = 0 THEN 'late' ELSE 'under_way' END,
       least(100, 100 * (q - works.begins + 1) / lasts), '', '', '', '', '', '', true,
       (100000 + p * 100 + q) * 16 + nth
FROM works JOIN quarters ON q BETWEEN works.begins AND least(39, works.begins + lasts - 1);

INSERT INTO reports_measurestanding
    (period_id, element_key, agency_id, light, own_light, not_yet, under_way, done, late, overdue, unknown, out_of_pace,
     reckoned)
SELECT 100000 + p * 100 + q, key, share.agency,
       CASE WHEN (p + m + q) %% 17 = 0 THEN 'red' WHEN (p + m + q) %% 7 = 0 THEN 'amber'
            WHEN (p + m + q) %% 23 = 0 THEN 'grey' ELSE 'green' END,
       CASE WHEN (q + m) %% 9 = 0 THEN 'amber' ELSE 'green' END,
       40 - q, 9, q - 1, 0, CASE WHEN (p + m + q) %% 17 = 0 THEN 3 ELSE 0 END, 0,
       CASE WHEN (p + m + q) %% 17 = 0 OR (p + m + q) %% 7 = 0 THEN 1 ELSE 0 END,
       jsonb_build_object(
           'schedule', jsonb_build_array(jsonb_build_object(
               'light', 'green', 'rule', 'overdue', 'why', jsonb_build_object(
                   'zh', '已知進度的 40 項中，逾期 0 項、應開始而未開始 0 項；逾期達 20%% 者為紅燈。',
                   'en', 'Of 40 work items with a known standing 0 are overdue and 0 are late to begin.'))),
           'indicators', jsonb_build_object('target-' || m || '-1', jsonb_build_object(
               'definition', 1, 'progress', '0.41', 'expected', '0.52', 'expected_end', '2027-03-31',
               'steps', '[]'::jsonb,
               'light', CASE WHEN (p + m + q) %% 17 = 0 THEN 'red' WHEN (p + m + q) %% 7 = 0 THEN 'amber'
                             ELSE 'green' END,
               'rule', 'pace', 'why', jsonb_build_object(
                   'zh', '完成至今應有的 79%%，不低於 70%%。',
                   'en', '79%% of what is due by now is there, at least 70%%.'))))
FROM measures, quarters, LATERAL (VALUES (NULL::bigint), (measures.agency)) AS share (agency) WHERE q < 40;

INSERT INTO reports_budgetfigure
    (element_key, year, stage, source, amount, document, why, demonstration, recorded_at, agency_id, plan_id)
SELECT 'goal-' || g, y, stage, 'general',
       CASE WHEN stage = 'spent' THEN 1000 * (60 + (p + g + y) %% 41) ELSE 100000 END, '預算書', '', true,
       '2016-10-01', NULL, id
FROM plans, generate_series(1, 5) g, generate_series(105, 115) y,
     (VALUES ('requested'), ('statutory'), ('spent')) AS stages (stage);

INSERT INTO reports_coordinationissue
    (element_key, kind, title, text, state, due_on, decision, raised_at, owner_id, plan_id, raised_by_id)
SELECT 'measure-1-1', 'cross_agency', '驗證場域用地須跨機關協調之' || i, '', CASE WHEN i < 4 THEN 'closed' ELSE 'in_hand' END,
       current_date - 10 * i, '', '2026-01-01', a.id, plans.id, a.id
FROM plans, generate_series(1, 5) i JOIN agencies a ON a.nth = i;

INSERT INTO reports_evaluation (id, kind, year, due_on, state, document_no, reported_on, plan_id, version_id)
SELECT id, 'mid_term', 110, '2022-03-31', 'reported', '院臺科字第1號', '2022-04-30', id, id FROM plans;

INSERT INTO reports_evaluationfinding (number, element_key, text, recommendation, due_on, at, agency_id, evaluation_id)
SELECT i, 'measure-1-' || i, '共用平台使用率偏低。', '請提出推廣計畫。', '2022-12-31', '2022-04-01', a.id, plans.id
FROM plans, generate_series(1, 5) i JOIN agencies a ON a.nth = i;

INSERT INTO reports_followup (state, text, at, finding_id)
SELECT CASE WHEN f.number < 4 THEN 'accepted' ELSE 'under_way' END, '已辦理。', '2022-06-01', f.id
FROM reports_evaluationfinding f;
