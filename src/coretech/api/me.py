"""Whoever asks: the account, and what its seats and posts amount to today."""

import datetime as dt

from django.http import HttpRequest
from ninja import Router

from coretech.api.auth import acting
from coretech.api.schemas import Named, Shown
from coretech.law.access import Role, role_name

router = Router(tags=["me"])


class MeShown(Shown):
    """The account's standing on the day; ``panels`` are the agencies whose panels it sits on."""

    account: str
    today: dt.date
    roles: list[Named]
    agencies: list[str]
    panels: list[str]
    agreement_signed: bool


@router.get("", response=MeShown, url_name="me", summary="我 / Me")
def show_me(request: HttpRequest) -> MeShown:
    """The account behind the token or session, with today's roles, agencies and agreement."""
    by = acting(request)
    standing = by.standing
    return MeShown(
        account=by.username,
        today=by.today,
        roles=[Named.under(role.value, role_name(role)) for role in Role if role in standing.roles],
        agencies=sorted(standing.agencies),
        panels=sorted(standing.panels),
        agreement_signed=standing.agreement_signed,
    )
