"""Closing an account and opening it again, making an administrator and unmaking one: each with its reason."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from coretech.apps.accounts.operations.close_account import close_account
from coretech.apps.accounts.operations.make_administrator import make_administrator
from coretech.apps.accounts.operations.reopen_account import reopen_account
from coretech.apps.accounts.operations.send_password_link import send_password_link
from coretech.apps.accounts.operations.unmake_administrator import unmake_administrator
from coretech.apps.audit.models import Act
from coretech.apps.audit.rehearsal import rehearsed
from coretech.apps.bodies.directory import find_account
from coretech.kit.sentence import Sentence
from coretech.web.accounts.forms import WhyForm
from coretech.web.accounts.words import trail
from coretech.web.acting import acting, once
from coretech.web.bodies.answers import Dialogue, Shown, hold_dialogue
from coretech.web.sending import done

_SENT = Sentence(
    "新的連結已寄出；先前的連結不再有效。", "A new link is on its way; earlier ones open nothing any more."
)


@dataclass(frozen=True, slots=True)
class Step:
    """A step on an account: what it is called, what it means, how it is done, and what is said then."""

    title: Sentence
    lead: Sentence
    run: Callable[..., Act]
    said: Sentence


CLOSING = Step(
    Sentence("停用帳號", "Close the account"),
    Sentence(
        "停用後立即登出、權杖失效、不再收到通知。職務、席位與先前的紀錄都保留；日後可以重新開通。",
        "The account is signed out at once, its tokens stop, and no more notices go to it. "
        "Posts, seats and what was done stay on record, and the account can be opened again.",
    ),
    close_account,
    Sentence("帳號已停用。", "The account is closed."),
)
REOPENING = Step(
    Sentence("重新開通帳號", "Open the account again"),
    Sentence(
        "以原來的密碼與第二道驗證登入；權杖須重新建立。",
        "It signs in with the password and second factor it had; tokens must be made anew.",
    ),
    reopen_account,
    Sentence("帳號已重新開通。", "The account is open again."),
)
MAKING = Step(
    Sentence("設為系統管理者", "Make an administrator"),
    Sentence(
        "系統管理者可以開立與停用帳號、登錄職務；不因此能閱覽案件。",
        "An administrator opens and closes accounts and enters postings; that opens no case.",
    ),
    make_administrator,
    Sentence("已設為系統管理者。", "The account is an administrator's now."),
)
UNMAKING = Step(
    Sentence("取消系統管理者", "No longer an administrator"),
    Sentence(
        "帳號仍可登入，只保留職務與席位給予的權限。",
        "The account still signs in, with what its posts and seats allow and nothing more.",
    ),
    unmake_administrator,
    Sentence("已取消系統管理者。", "The account is no administrator's any more."),
)


def page_of(step: Step) -> Callable[..., HttpResponse]:
    """The page of a step."""

    @require_http_methods(["GET", "HEAD", "POST"])
    def page(request: HttpRequest, account_id: int) -> HttpResponse:
        by = acting(request)
        account = find_account(by, account_id)
        form = WhyForm(request.POST or None, initial={"seen": account.lock})

        def write() -> Act:
            return step.run(by, account.pk, form.cleaned_data["why"], form.cleaned_data["seen"])

        name = account.username
        dialogue: Dialogue[Act] = Dialogue(
            body=None,
            title=Sentence(f"{step.title.zh}：{name}", f"{step.title.en}: {name}"),
            foresee=lambda: rehearsed(write),
            show=lambda _: Shown(
                [(Sentence("帳號", "Account"), name), (Sentence("理由", "Why"), form.cleaned_data["why"])]
            ),
            write=write,
            done=lambda _: done(request, step.said, "accounts_shown", account.pk),
            lead=step.lead,
            trail=trail(),
        )
        return hold_dialogue(request, form, dialogue)

    return page


account_close = page_of(CLOSING)
account_reopen = page_of(REOPENING)
administrator_make = page_of(MAKING)
administrator_unmake = page_of(UNMAKING)


@require_POST
def account_link(request: HttpRequest, account_id: int) -> HttpResponse:
    """Send a new link to set a password."""
    by = acting(request)
    once(lambda: send_password_link(by, account_id))
    return done(request, _SENT, "accounts_shown", account_id)
