"""Who sends a request: the account of a token or of a session, with today's standing."""

from collections.abc import Sequence
from typing import NoReturn

from django.conf import settings
from django.http import HttpRequest
from ninja.security import APIKeyCookie, HttpBearer
from ninja.security.base import SecuritySchema

from coretech.api.once import once_key
from coretech.apps.accounts.models import Account
from coretech.apps.accounts.queries import account_of_token
from coretech.apps.audit.acting import Acting
from coretech.apps.audit.clock import now
from coretech.apps.bodies.standing import acting_for
from coretech.kit.refusal import Refused
from coretech.kit.sentence import Sentence

LONGEST_TOKEN = 200


class Token(HttpBearer):
    """A token made with `coretech token create` or on the account's page, sent as a bearer token (RFC 6750)."""

    def authenticate(self, request: HttpRequest, token: str) -> Acting:
        """The token's account; a token that does not hold is refused even where a session would do."""
        at = now()
        account = account_of_token(token, at) if token.isascii() and len(token) <= LONGEST_TOKEN else None
        if account is None:
            _refuse_token()
        return acting_for(account, at, once_key(request, account))


class Session(APIKeyCookie):
    """The session of the pages; what writes must carry the CSRF token in the header X-CSRFToken."""

    param_name = settings.SESSION_COOKIE_NAME

    def _get_key(self, request: HttpRequest) -> str | None:
        """Ask for the CSRF token only where there is a session it could protect."""
        return super()._get_key(request) if request.user.is_authenticated else None

    def authenticate(self, request: HttpRequest, key: str | None) -> Acting | None:
        """The session's account, where somebody is signed in."""
        account = request.user
        if key is None or not isinstance(account, Account):
            return None
        return acting_for(account, now(), once_key(request, account))


class Anyone:
    """The public: for operations that ask for no account. The description shows it as no scheme at all."""

    openapi_security_schema = SecuritySchema("none")

    def __call__(self, request: HttpRequest) -> Acting:
        """Nobody in particular."""
        return acting_for(None, now(), once_key(request, None))


SIGNED_IN = (Token(), Session())
PUBLIC: Sequence[object] = (*SIGNED_IN, Anyone())


def acting(request: HttpRequest) -> Acting:
    """Whoever acts, as authentication found it; an operation without it has been put together wrongly."""
    by = getattr(request, "auth", None)
    if not isinstance(by, Acting):
        message = f"{request.path} was reached without authentication"
        raise TypeError(message)
    return by


def signed_in(request: HttpRequest) -> bool:
    """Whether an account stands behind the request; asks the database for nothing."""
    by = getattr(request, "auth", None)
    return isinstance(by, Acting) and by.account_id is not None


def _refuse_token() -> NoReturn:
    sentence = Sentence(
        "權杖無效、已到期或已撤銷；請重新建立。", "The token is unknown, expired or revoked; make a new one."
    )
    raise Refused(sentence, status=401)
