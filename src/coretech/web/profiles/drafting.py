"""Writing the next version of a profile: a list of its sections, a page for each, check your answers, publish."""

from collections.abc import Mapping

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import refusal_of
from coretech.apps.people.models import Agency
from coretech.apps.profiles.access import allow_beginning
from coretech.apps.profiles.models import Profile, ProfileDraft
from coretech.apps.profiles.operations.discard_draft import discard_draft
from coretech.apps.profiles.operations.draft_profile import NewProfile, draft_profile
from coretech.apps.profiles.operations.publish_profile import check, publish_profile
from coretech.apps.profiles.queries import begun_from, draft_of, kept_profile, newest_of
from coretech.engines.profiles.comparing import changes
from coretech.engines.profiles.content import Content, digest_of, empty
from coretech.engines.profiles.sections import BY_KEY, SECTIONS
from coretech.kit.refusal import not_found
from coretech.kit.sentence import Sentence
from coretech.web.acting import acting, once
from coretech.web.profiles.rows_form import RowsForm
from coretech.web.profiles.words import columns_of, rows_of, told
from coretech.web.sending import attempt, done, draw
from coretech.web.shell.parts import Task
from coretech.web.shell.words import both, say

WRITTEN = Sentence("已寫入草稿。", "The draft is written.")
PUBLISHED = Sentence("新版已發布。", "The new version is published.")
DISCARDED = Sentence("草稿已刪除；已發布的版本不變。", "The draft is gone; what is published stays.")
FILLED, EMPTY = Sentence("已填", "Filled in"), Sentence("未填", "Empty")


class NewForm(forms.Form):
    """The names of a new profile and who keeps it."""

    slug = forms.CharField(
        label=both("網址代碼", "Code in the address"),
        help_text=both(
            "小寫英數字與連字號，例如 ic-14nm", "Lower-case letters, digits, hyphens, such as ic-14nm"
        ),
        max_length=40,
    )
    zh = forms.CharField(label=both("名稱（中文）", "Name (Chinese)"), max_length=120)
    en = forms.CharField(label=both("名稱（英文）", "Name (English)"), max_length=200)
    authority = forms.ChoiceField(label=both("主管機關", "Authority"))

    def offer(self, agencies: Mapping[str, str]) -> None:
        """The agencies to choose from."""
        self.fields["authority"].choices = list(agencies.items())  # type: ignore[attr-defined]  # a choice field has choices


class PublishForm(forms.Form):
    """What a reader is told of the new version."""

    why = forms.CharField(
        label=both("這一版改了什麼、依據什麼", "What changed in this version, and on what ground"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def profile_new(request: HttpRequest) -> HttpResponse:
    """Begin a profile there is not yet. For officers of agencies."""
    by = acting(request)
    allow_beginning(by)
    form = NewForm(request.POST or None)
    agencies = Agency.objects.filter(code__in=by.standing.agencies).prefetch_related("names")
    form.offer({each.code: say(each.name_on(by.today)) for each in agencies})

    def run() -> Act:
        told = form.cleaned_data
        new = NewProfile(told["zh"], told["en"], told["authority"])
        return draft_profile(by, told["slug"], empty(), new=new)

    if form.is_bound and attempt(form, run) is not None:
        return done(request, WRITTEN, "profile_draft", form.cleaned_data["slug"])
    return draw(request, "profiles/new.jinja", {"form": form}, form)


@require_safe
def profile_draft(request: HttpRequest, profile_slug: str) -> HttpResponse:
    """The list of sections with what is filled in. For the authority's officers."""
    by = acting(request)
    profile = kept_profile(by, profile_slug)
    draft = draft_of(profile)
    content = begun_from(profile) if draft is None else draft.content
    context = {
        "profile": profile,
        "draft": draft,
        "newest": newest_of(profile),
        "tasks": [
            Task(
                each.title,
                FILLED if content[each.key] else EMPTY,
                reverse("profile_section", args=[profile.slug, each.key]),
                "green" if content[each.key] else "grey",
                each.hint,
            )
            for each in SECTIONS
        ],
        "closed": refusal_of(check, by, profile),
        "digest": _digest(draft),
    }
    return draw(request, "profiles/draft.jinja", context)


@require_http_methods(["GET", "HEAD", "POST"])
def profile_section(request: HttpRequest, profile_slug: str, profile_section: str) -> HttpResponse:
    """One section's rows. For the authority's officers; the first writing begins a draft from the newest version."""
    by = acting(request)
    profile = kept_profile(by, profile_slug)
    section = BY_KEY.get(profile_section)
    if section is None:
        raise not_found("沒有這個部分。", "There is no such section.")
    draft = draft_of(profile)
    content: Content = begun_from(profile) if draft is None else draft.content
    form = RowsForm(section, content[section.key], request.POST if request.method == "POST" else None)
    seen = request.POST.get("seen", "")

    def run() -> Act:
        return draft_profile(by, profile.slug, {**content, section.key: form.rows}, seen)

    if form.is_bound and attempt(form, run) is not None:
        if request.POST.get("more"):
            return redirect("profile_section", profile.slug, section.key)
        return done(request, WRITTEN, "profile_draft", profile.slug)
    context = {"profile": profile, "section": section, "form": form, "seen": seen or _digest(draft)}
    return draw(request, "profiles/section.jinja", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
def profile_check(request: HttpRequest, profile_slug: str) -> HttpResponse:
    """Check the draft against what is published, and publish it. For the authority's officers."""
    by = acting(request)
    profile = kept_profile(by, profile_slug)
    draft = draft_of(profile)
    form = PublishForm(request.POST or None)
    seen = request.POST.get("seen", "")
    if (
        form.is_bound
        and attempt(form, lambda: publish_profile(by, profile.slug, seen, form.cleaned_data["why"]))
        is not None
    ):
        return done(request, PUBLISHED, "profile", profile.slug)
    if draft is None:
        return redirect("profile_draft", profile.slug)
    context = {
        "profile": profile,
        "form": form,
        "seen": seen or _digest(draft),
        "told": told(draft.content),
        "differ": _differ(profile, draft),
        "closed": refusal_of(check, by, profile),
    }
    return draw(request, "profiles/check.jinja", context, form)


@require_POST
def profile_discard(request: HttpRequest, profile_slug: str) -> HttpResponse:
    """Give up the draft. For the authority's officers."""
    by = acting(request)
    profile = kept_profile(by, profile_slug)
    once(lambda: discard_draft(by, profile.slug, request.POST.get("seen", "")))
    return done(request, DISCARDED, "profile" if newest_of(profile) else "profile_draft", profile.slug)


def _digest(draft: ProfileDraft | None) -> str:
    return "" if draft is None else digest_of(draft.content)


def _differ(profile: Profile, draft: ProfileDraft) -> list[tuple[object, ...]]:
    return [
        (
            each.section,
            columns_of(each.section),
            rows_of(each.section, each.came),
            rows_of(each.section, each.went),
        )
        for each in changes(begun_from(profile), draft.content)
    ]
