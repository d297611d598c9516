-- name: plan
SELECT e.id, e.key, e.kind, e.code, e.title, e.lead, e.parent_id, e."order",
       (SELECT count(*) FROM plans_workitem w WHERE w.parent_id = e.id),
       (SELECT count(*) FROM plans_target t WHERE t.parent_id = e.id),
       s.light, s.own_light, s.not_yet, s.under_way, s.done, s.late, s.overdue, s.unknown
FROM plans_planversion v JOIN plans_plan p ON p.id = v.plan_id JOIN plans_element e ON e.version_id = v.id
LEFT JOIN reports_measurestanding s ON s.element_key = e.key AND s.agency_id IS NULL AND s.period_id = (
    SELECT id FROM reports_reportingperiod WHERE plan_id = p.id AND state = 'published'
    ORDER BY year DESC, quarter DESC LIMIT 1)
WHERE p.slug = 'stage-1' ORDER BY e."order";

-- name: dashboard
WITH newest AS (
    SELECT DISTINCT ON (plan_id) plan_id, id FROM reports_reportingperiod WHERE state = 'published'
    ORDER BY plan_id, year DESC, quarter DESC)
SELECT n.plan_id, s.light, count(*), count(*) FILTER (WHERE s.out_of_pace > 0 AND s.light <> 'red'),
       count(*) FILTER (WHERE (s.light, s.own_light) IN (('red', 'amber'), ('red', 'green'), ('amber', 'green')))
FROM newest n JOIN reports_measurestanding s ON s.period_id = n.id AND s.agency_id IS NULL
GROUP BY n.plan_id, s.light;
SELECT p.plan_id, count(*) FROM reports_sheet s JOIN reports_reportingperiod p ON p.id = s.period_id
WHERE p.state = 'open' AND p.due_on < current_date AND s.state IN ('open', 'returned', 'submitted') GROUP BY p.plan_id;
SELECT plan_id, count(*) FROM reports_coordinationissue WHERE due_on < current_date AND state <> 'closed'
GROUP BY plan_id;
SELECT e.plan_id, count(*) FROM reports_evaluationfinding f JOIN reports_evaluation e ON e.id = f.evaluation_id
WHERE f.due_on < current_date AND coalesce(
    (SELECT state FROM reports_followup u WHERE u.finding_id = f.id ORDER BY u.id DESC LIMIT 1), 'under_way')
    NOT IN ('done', 'accepted')
GROUP BY e.plan_id;
SELECT s.plan_id, count(*) FROM reports_budgetfigure s JOIN reports_budgetfigure b
ON (b.plan_id, b.element_key, b.year, b.source) = (s.plan_id, s.element_key, s.year, s.source)
WHERE s.stage = 'spent' AND b.stage = 'statutory' AND s.amount < 0.8 * b.amount
  AND s.year = extract(year FROM current_date) - 1912
GROUP BY s.plan_id;
WITH newest AS (
    SELECT DISTINCT ON (plan_id) plan_id, id FROM reports_reportingperiod WHERE state = 'published'
    ORDER BY plan_id, year DESC, quarter DESC)
SELECT s.* FROM newest n JOIN reports_measurestanding s ON s.period_id = n.id AND s.agency_id IS NULL
WHERE s.light = 'red' ORDER BY s.overdue DESC, s.out_of_pace DESC, s.id LIMIT 7;
SELECT v.plan_id, v.title, p.slug FROM plans_planversion v JOIN plans_plan p ON p.id = v.plan_id;
