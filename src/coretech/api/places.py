"""Where the API shows what an act is about."""

from django.urls import reverse

PLACES = {
    "account": ("show_account", "account_id"),
    "agency": ("show_agency_people", "agency_code"),
    "amendment": ("show_amendment", "amendment_id"),
    "announcement": ("show_announcement", "edition"),
    "assessment": ("show_assessment", "assessment_id"),
    "candidate": ("show_candidate", "candidate_id"),
    "case": ("show_case", "reference"),
    "issue": ("show_issue", "issue_id"),
    "evaluation": ("show_evaluation", "evaluation_id"),
    "find": ("show_find", "find_id"),
    "finding": ("show_finding", "finding_id"),
    "list": ("show_list", "list_code"),
    "item": ("show_item", "item_id"),
    "meeting": ("show_meeting", "meeting_id"),
    "panel": ("show_panel", "panel_id"),
    "portfolio": ("show_portfolio", "portfolio_id"),
    "pre-announcement": ("show_pre_announcement", "pre_announcement_id"),
    "profile": ("show_profile_draft", "profile_slug"),
    "round": ("show_round", "round_id"),
    "sheet": ("show_sheet", "sheet_id"),
    "watch": ("show_watch_definition", "watch_code"),
    "watch-run": ("show_watch_run", "watch_run"),
}


def place_of(subject: str) -> str:
    """The address of a subject such as ``case/2025-0001``; what concerns oneself stands at ``/me``."""
    noun, _, name = subject.partition("/")
    if noun not in PLACES:
        return reverse("api:me")
    view, parameter = PLACES[noun]
    return reverse(f"api:{view}", kwargs={parameter: name})
