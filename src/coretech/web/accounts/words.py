"""What the pages on accounts call things."""

from coretech.apps.audit.models import Act
from coretech.apps.bodies.directory import Listed, Only
from coretech.apps.people.models import Agency
from coretech.kit.sentence import Sentence
from coretech.web.shell.navigation import page_address
from coretech.web.shell.parts import Tag

ACCOUNTS = Sentence("帳號", "Accounts")
LANGUAGES = {"zh-hant": Sentence("中文", "Chinese"), "en": Sentence("英文", "English")}
ONLY = {
    Only.ALL: Sentence("全部", "All"),
    Only.NEVER: Sentence("從未登入", "Never signed in"),
    Only.NO_SECOND: Sentence("沒有第二道驗證", "No second factor"),
    Only.NO_POST: Sentence("沒有職務與席位", "No post and no seat"),
    Only.CLOSED: Sentence("已停用", "Closed"),
}
KINDS = {
    Agency.Kind.FUNDING_AGENCY: Sentence("補助、委託或出資機關", "Funding agency"),
    Agency.Kind.PUBLIC_INSTITUTE: Sentence("公立研究機關（構）", "Public research institute"),
    Agency.Kind.OTHER: Sentence("其他機關（構）", "Other body"),
}
ACTS = {
    "accounts.opened": Sentence("開立帳號", "Account opened"),
    "accounts.administrator_created": Sentence("建立系統管理者", "Administrator created"),
    "accounts.link_sent": Sentence("寄出設定密碼的連結", "Link to set a password sent"),
    "accounts.password_set": Sentence("以連結設定密碼", "Password set by link"),
    "accounts.closed": Sentence("停用帳號", "Account closed"),
    "accounts.reopened": Sentence("重新開通", "Account opened again"),
    "accounts.details_changed": Sentence("變更資料", "Details changed"),
    "accounts.administrator_made": Sentence("設為系統管理者", "Made an administrator"),
    "accounts.administrator_unmade": Sentence("取消系統管理者", "No longer an administrator"),
}


def trail() -> list[tuple[Sentence, str]]:
    """The way to a page beneath the list of accounts."""
    return [(ACCOUNTS, page_address("accounts") or "/")]


def state_of(row: Listed) -> Tag:
    """Whether the account can be used, and whether it ever was."""
    if not row.account.is_active:
        return Tag(Sentence("已停用", "Closed"), "red")
    if row.account.last_login is None:
        return Tag(Sentence("從未登入", "Never signed in"), "yellow")
    return Tag(Sentence("使用中", "In use"), "green")


def act_told(act: Act) -> Sentence:
    """What an act did to an account; its kind where it was something else."""
    return ACTS.get(act.kind, Sentence(act.kind, act.kind))
