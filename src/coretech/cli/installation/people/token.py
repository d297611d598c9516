"""``coretech token``: tokens that let a program act for an account."""

from typing import Annotated

import typer

from coretech.apps.accounts.models import ApiToken
from coretech.apps.accounts.operations.create_token import create_token, new_secret
from coretech.apps.accounts.operations.revoke_token import revoke_token
from coretech.apps.accounts.queries import account_named, tokens_of
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.rulings import allow
from coretech.cli.installation.doors import group, reads, writes
from coretech.cli.installation.told import Told, act_told, moment, table
from coretech.kit.sentence import Sentence
from coretech.law.access import Action

app = group("API 權杖：建立、列出、撤銷", "API tokens: create, list, revoke")

_SHOWN_ONCE = Sentence("權杖只顯示這一次，請立即收存。", "The token is shown this once; keep it now.")
_REVOKED, _LIVE = Sentence("已撤銷", "revoked"), Sentence("有效", "live")


@writes(app, "create")
def create(
    by: Acting,
    label: Annotated[str, typer.Option(help="名稱，供辨認 / a name to know it by")],
    days: Annotated[int, typer.Option(help="效期日數 / for how many days")] = 90,
) -> Told:
    """建立權杖；內容只印出這一次 / Create a token; it is printed this once."""
    secret = new_secret()
    act = create_token(by, secret, label, days)
    done = act_told(act, more={"token": secret})
    return Told(done.data, lambda _: [secret], _SHOWN_ONCE)


@reads(app, "list")
def list_tokens(by: Acting) -> Told:
    """列出自己的權杖 / List one's own tokens."""
    allow(by, Action.MANAGE_OWN_TOKENS)
    account = account_named(by.username)
    tokens = [] if account is None else list(tokens_of(account))

    def lines(language: str) -> list[str]:
        rows = [
            (token.pk, token.expires_at.date(), _state(token).say(language), token.label) for token in tokens
        ]
        return table(rows)

    return Told([_data(token) for token in tokens], lines)


@writes(app, "revoke")
def revoke(
    by: Acting,
    token: Annotated[int, typer.Argument(metavar="TOKEN", help="編號（見 token list） / its number")],
) -> Act:
    """立即撤銷權杖 / End a token at once."""
    return revoke_token(by, token)


def _state(token: ApiToken) -> Sentence:
    return _LIVE if token.revoked_at is None else _REVOKED


def _data(token: ApiToken) -> dict[str, object]:
    revoked = token.revoked_at
    return {
        "id": token.pk,
        "label": token.label,
        "created_at": moment(token.created_at),
        "expires_at": moment(token.expires_at),
        "revoked_at": None if revoked is None else moment(revoked),
    }
