"""What some addresses need in place of what the world of `test_urls` has under the same name."""

from tests import motion_factories

OWN: dict[str, dict[str, object]] = {
    "law_calculator": {"name": "quorum"},
    "plan_cost": {"plan_slug": "programme-110-113"},
    "plan_cost_chart": {"plan_slug": "programme-110-113"},
    "plan_indicators_export": {"plan_slug": motion_factories.SLUG, "plan_form": "csv"},
    **{
        name: {"plan_slug": motion_factories.SLUG, "element_key": motion_factories.MEASURE}
        for name in (
            *("plan_indicators", "plan_indicators_chart", "plan_indicators_propose", "indicator_new"),
            *("indicator", "indicator_chart", "indicator_define", "indicator_observe", "observation_restate"),
            *("plan_entry_gantt", "link_new", "sheet_part"),
            *("plan_reports", "plan_report", "plan_report_open", "plan_report_board"),
        )
    },
}
"""What some addresses need in place of what the world has under the same name."""
