"""The single sign-on that the sign-in page offers, where one is configured."""

from dataclasses import dataclass

from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Offer:
    """An identity system by its name, and the address that leads to it."""

    name: str
    href: str


def single_sign_on(request: HttpRequest) -> list[Offer]:
    """The identity systems of this installation; where the reader was going is kept."""
    onward = {"next": request.GET["next"]} if "next" in request.GET else {}
    providers = get_adapter(request).list_providers(request)
    return [
        Offer(provider.name, provider.get_login_url(request, process="login", **onward))
        for provider in providers
    ]
