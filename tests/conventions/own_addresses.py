"""What `test_urls` is told of single addresses: what each needs of its own, and which are open to the public."""

from tests.factories import (
    crosswalk_factories,
    evaluation_factories,
    finds_factories,
    lists_factories,
    motion_factories,
    profiles_factories,
    scope_factories,
    signals_factories,
    watch_factories,
)

OWN: dict[str, dict[str, object]] = {
    "law_calculator": {"name": "quorum"},
    "scan_report_file": {"year": 2025, "report_form": "odt"},
    "register_follows_file": {"follows_form": "odt"},
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

OPEN: frozenset[str] = frozenset(
    {
        *("scope_check", "obligations", "register_follows", "register_follows_file"),
        *("controls", "controls_matrix", "controls_chip", "controls_chip_chart", "controls_ask"),
        *("profiles", "profile", "profile_version", "profile_compare", "profile_readiness_chart"),
        *("lists", "list_version", "list_item", "list_compare", "list_compare_csv", "list_export"),
        *("crosswalk", "mapping", "crosswalk_matrix", "crosswalk_coverage", "crosswalk_coverage_chart"),
        *("crosswalk_export", "register_elsewhere"),
        *("watch", "watch_alerts", "watch_compare", "watch_country", "watch_technology", "watch_reading"),
        *("watch_definition", "watch_snapshots", "watch_run"),
        *("watch_shares_chart", "watch_years_chart", "watch_countries_csv"),
        *("watch_technologies", "watch_country_chart", "watch_country_csv"),
        *("watch_tables", "watch_table", "watch_patents", "watch_patents_chart", "watch_offices_chart"),
        *("watch_patents_csv", "watch_trade", "watch_trade_chart", "watch_partners_chart", "watch_trade_csv"),
    }
)
"""Public pages about lists, controls and scope, beside those that `test_urls` names."""
WAYS_IN = {
    *("account_login", "account_logout", "account_inactive", "account_signup"),
    *("account_reset_password", "account_reset_password_done"),
    *("account_reset_password_from_key", "account_reset_password_from_key_done"),
    *("socialaccount_login_cancelled", "socialaccount_login_error"),
    *("openid_connect_login", "openid_connect_callback"),
}
"""How one signs in, which nobody can ask for a sign-in; `tests/web` tests what they do."""


def worlds() -> dict[str, object]:
    """One of everything of lists, controls and scope that has an address."""
    return {
        **crosswalk_factories.world(),
        **finds_factories.world(),
        **lists_factories.world(),
        **profiles_factories.world(),
        **scope_factories.world(),
        **signals_factories.world(),
        **watch_factories.world(),
    }
