"""What some addresses need in place of what the world of `test_urls` has under the same name."""

from tests import evaluation_factories, motion_factories

OWN: dict[str, dict[str, object]] = {
    "law_calculator": {"name": "quorum"},
    "plan_cost": {"plan_slug": "programme-110-113"},
    "plan_cost_chart": {"plan_slug": "programme-110-113"},
    "plan_indicators_export": {"plan_slug": motion_factories.SLUG, "plan_form": "csv"},
    **{
        name: {"plan_slug": evaluation_factories.SLUG, "element_key": evaluation_factories.KEYS[0]}
        for name in (
            *("evaluation_new", "evaluation_score", "plan_year", "plan_year_chart", "plan_year_report"),
            *("plan_revisions", "plan_revision", "plan_revision_new"),
        )
    },
    **{
        name: {"plan_slug": motion_factories.SLUG, "element_key": motion_factories.MEASURE}
        for name in (
            *("plan_indicators", "plan_indicators_chart", "plan_indicators_propose", "indicator_new"),
            *("indicator", "indicator_chart", "indicator_define", "indicator_observe", "observation_restate"),
            *("plan_entry_gantt", "link_new", "sheet_part"),
            *("plan_reports", "plan_report", "plan_report_open", "plan_report_board"),
            *(
                "issue_new",
                "plan_budgets",
                "plan_budgets_chart",
                "plan_budgets_export",
                "plan_budgets_import",
            ),
            *("plan_budget_figures", "budget_record", "budget_restate"),
        )
    },
}
"""What some addresses need in place of what the world has under the same name."""
