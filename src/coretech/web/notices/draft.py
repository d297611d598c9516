"""One pre-announcement: what would change, comments and their dispositions, and the form for a new one."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coretech.apps.audit.rulings import refusal_of
from coretech.apps.cases.models import PreAnnouncement
from coretech.apps.cases.operations import comment
from coretech.apps.cases.queries import answered_comments, find_draft
from coretech.apps.register.lineage import proposals
from coretech.kit.refusal import Refused
from coretech.web.acting import acting, once
from coretech.web.notices.forms import CommentForm
from coretech.web.notices.tags import DISPOSITIONS, comments_tag
from coretech.web.shell.form_errors import add_refusal
from coretech.web.shell.words import tr


@never_cache  # each drawing of the form has a key of its own; a kept copy would send a second comment under the first
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, draft_id: int) -> HttpResponse:
    """The draft with its comment form; a comment sent leads to the thanks page. Public."""
    published = find_draft(draft_id)
    if request.method != "POST":
        return _page(request, published, CommentForm())
    form = CommentForm(request.POST)
    if form.is_valid() and _sent(request, published, form):
        messages.success(request, tr("您的意見已送出。", "Your comment has been sent."))
        return redirect("draft_thanks", published.pk)
    return _page(request, published, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@require_safe
def thanks(request: HttpRequest, draft_id: int) -> HttpResponse:
    """What happens with a comment once it is sent. Public."""
    return render(request, "notices/thanks.jinja", {"draft": find_draft(draft_id)})


def _sent(request: HttpRequest, published: PreAnnouncement, form: CommentForm) -> bool:
    """Hand the comment in; bad input goes back into the form, any other refusal goes on."""
    try:
        once(lambda: comment.comment(acting(request), published.pk, **form.cleaned_data))
    except Refused as refusal:
        if refusal.status != HTTPStatus.UNPROCESSABLE_ENTITY:
            raise
        add_refusal(form, refusal)
        return False
    return True


def _page(
    request: HttpRequest, published: PreAnnouncement, form: CommentForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    by = acting(request)
    context = {
        "draft": published,
        "standing": comments_tag(published, by.today),
        "proposals": proposals(published.cases.all()),
        "answered": [(each, DISPOSITIONS[each.disposition]) for each in answered_comments(published)],
        "closed": refusal_of(comment.check, by, published),
        "form": form,
        "key": by.once,
    }
    return render(request, "notices/draft.jinja", context, status=status)
