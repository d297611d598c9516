"""What the layout needs on every page."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest

from coretech.web.shell.language import LanguageLink, other_language
from coretech.web.shell.navigation import Entry, entries, front_page, page_address
from coretech.web.shell.words import HTML_LANG, language, settled


@dataclass(frozen=True)
class Shell:
    """The frame around a page: who reads it, in which language, and the menu.

    ``bare`` draws the frame without asking who reads it, for when the database may be what failed.
    """

    request: HttpRequest
    bare: bool = False

    @property
    def html_lang(self) -> str:
        """The language tag of the page."""
        return HTML_LANG[language()]

    @cached_property
    def other_language(self) -> LanguageLink:
        """The same page in the other language."""
        return other_language(self.request)

    @property
    def home(self) -> str:
        """The address of the front page."""
        return front_page()

    @cached_property
    def username(self) -> str:
        """The account that is signed in, or nothing."""
        user = None if self.bare else getattr(self.request, "user", None)
        return user.get_username() if user is not None and user.is_authenticated else ""

    @cached_property
    def navigation(self) -> list[Entry]:
        """The menu."""
        signed_in = bool(self.username)
        return entries(
            self.request, signed_in=signed_in, administrator=signed_in and self.request.user.is_superuser
        )

    @property
    def messages(self) -> list[str]:
        """What the last step wants to say, said once."""
        return [] if self.bare else [str(message) for message in get_messages(self.request)]

    @property
    def sign_in(self) -> str | None:
        """The address of the sign-in page."""
        return page_address("account_login")

    @property
    def accessibility(self) -> str | None:
        """The address of the accessibility statement."""
        return page_address("accessibility")

    @property
    def agencies(self) -> str | None:
        """The address of the page of agencies and their names."""
        return page_address("agencies")

    @property
    def log(self) -> str | None:
        """The address of the page of the log and its proofs."""
        return page_address("log")

    @property
    def demo(self) -> bool:
        """Whether this is a demonstration with invented accounts."""
        return bool(getattr(settings, "CORETECH_DEMO", False))


def shell(request: HttpRequest) -> dict[str, object]:
    """The context processor that gives every template its ``shell``, and its words in the language of the page."""
    return {"shell": Shell(request), **settled()}
