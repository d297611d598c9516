"""What people are told of their details and postings by mail."""

from coretech.apps.accounts.letters import told_letter
from coretech.apps.accounts.models import Account
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import post
from coretech.apps.people.models import Posting
from coretech.kit.roc import said
from coretech.kit.sentence import Sentence

WORK = "/work/"
KINDS = {
    Posting.Kind.OFFICER: Sentence("承辦人", "officer"),
    Posting.Kind.ANNOUNCER: Sentence("公告承辦人", "announcer"),
    Posting.Kind.CONTROLLER: Sentence("計畫管考承辦人", "plan controller"),
    Posting.Kind.HEAD: Sentence("核章主管", "signing head"),
}


def tell_posted(act: Act, posting: Posting) -> None:
    """Tell somebody with an account of a new posting."""
    agency, kind = posting.agency.name_on(posting.start), KINDS[Posting.Kind(posting.kind)]
    start = said(posting.start)
    until = None if posting.end is None else said(posting.end)
    subject = Sentence(
        f"您自{start.zh}起擔任{agency.zh}{kind.zh}", f"You are {kind.en} of {agency.en} from {start.en}"
    )
    told = Sentence(
        f"{subject.zh}{f'，至{until.zh}為止' if until else ''}。登入後，「我的工作」列出等您辦理的事項。",
        f"{subject.en}{f', until {until.en}' if until else ''}. Sign in: “My work” lists what waits for you.",
    )
    _tell(act, posting.person.account, subject, told)


def tell_ended(act: Act, posting: Posting) -> None:
    """Tell somebody with an account that a posting ends."""
    if posting.end is None:
        return
    agency, kind = posting.agency.name_on(posting.end), KINDS[Posting.Kind(posting.kind)]
    last = said(posting.end)
    subject = Sentence(
        f"您擔任{agency.zh}{kind.zh}至{last.zh}為止",
        f"You are {kind.en} of {agency.en} until {last.en}",
    )
    told = Sentence(
        f"{subject.zh}。先前辦理的事項都留在紀錄上。", f"{subject.en}. What you did stays on record."
    )
    _tell(act, posting.person.account, subject, told)


def _tell(act: Act, account: Account | None, subject: Sentence, told: Sentence) -> None:
    if account is not None and account.is_active:
        post(act, [told_letter(account, subject, told, WORK)])
