"""Links by which somebody sets a password: made, sent by mail, and found again by what they open."""

import datetime as dt

from coretech.apps.accounts.letters import link_letter
from coretech.apps.accounts.models import Account, PasswordLink
from coretech.apps.audit.links import LONGEST_SECRET, hash_of, secret_of
from coretech.apps.audit.models import Act
from coretech.apps.audit.notices import post
from coretech.kit.clock import TAIPEI
from coretech.kit.refusal import not_found

LIFE = dt.timedelta(days=7)
"""How long a link can be used."""


def make_link(account: Account, at: dt.datetime) -> PasswordLink:
    """A new link of the account, whose row is locked; the ones before it open nothing any more."""
    newest = account.password_links.order_by("-number").first()
    link = PasswordLink(
        account=account, number=newest.number + 1 if newest else 1, made_at=at, expires_at=at + LIFE
    )
    link.token_sha256 = hash_of(secret_of(opened_by(link)))
    link.save()
    return link


def send_link(act: Act, link: PasswordLink) -> None:
    """Owe the account the mail with the link."""
    post(act, [link_letter(link.account, opened_by(link), link.expires_at)])


def opened_by(link: PasswordLink) -> str:
    """What a link's secret is made from; the moment keeps a number that is used again from opening it."""
    return f"account/{link.account_id}/password/{link.number}/{link.made_at.astimezone(TAIPEI).isoformat()}"


def live_link(secret: str, at: dt.datetime) -> PasswordLink:
    """The link of this secret, while it can be used.

    Raises:
        Refused: (HTTP 404) in the same words, whatever keeps the link from being used.
    """
    rows = PasswordLink.objects.select_related("account").filter(account__is_active=True)
    found = rows.filter(token_sha256=hash_of(secret)).first() if len(secret) <= LONGEST_SECRET else None
    if found is None or not _is_live(found, at):
        raise not_found(
            "此連結無法使用：可能已用過、已逾7日，或已寄出新的連結。請看最新的一封信，或洽系統管理者。",
            "This link cannot be used: it may have been used, be older than 7 days, or a newer one was sent. "
            "Look for the newest mail, or ask an administrator.",
        )
    return found


def end_links(account: Account, at: dt.datetime) -> bool:
    """Let no link of the account be used any more; says whether one still could have been."""
    waiting = account.password_links.filter(used_at=None, expires_at__gt=at)
    return bool(waiting.update(expires_at=at))


def _is_live(link: PasswordLink, at: dt.datetime) -> bool:
    newer = PasswordLink.objects.filter(account_id=link.account_id, number__gt=link.number)
    return link.used_at is None and at < link.expires_at and not newer.exists()
