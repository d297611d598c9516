"""The list as files, the changes between two days as files, and calls of one's own machine."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Query, Router, Status

from coretech.api.acts import WRITTEN, Done, written
from coretech.api.auth import PUBLIC, acting
from coretech.api.files import binary
from coretech.api.register import AsOf, KnownAt
from coretech.api.schemas import AddressNumber, Code, Day, Given, Line, Moment, Shown
from coretech.apps.audit.keys import keys_needed
from coretech.apps.register.exporting import changes_between, description, history_file, list_file
from coretech.apps.register.following import secret_of, webhooks_of
from coretech.apps.register.models import Delivery, Webhook
from coretech.apps.register.operations import end_following, follow_register
from coretech.engines.webhooks import new_secret
from coretech.readers.register_files import delta
from coretech.readers.register_files.formats import (
    CHANGES,
    DCAT,
    EXPORTS,
    FORMATS,
    Format,
    no_such_format,
    write,
)

router = Router(auth=PUBLIC, tags=["register"])
webhooks = Router(tags=["register"])

_OBJECT = {"schema": {"type": "object"}}


def _described(forms: Iterable[Format]) -> dict[int, Any]:
    """How an answer is described that is a file of one of these formats; JSON is an object of its own form."""
    told = [FORMATS[form].media_type for form in forms]
    content = binary(*told)["content"] | {each: _OBJECT for each in told if each.endswith("json")}
    return {HTTPStatus.OK.value: {"description": "The file, under its own media type.", "content": content}}


EXPORTED, CHANGED = _described(Format), _described(map(Format, CHANGES))
ExportForm = Annotated[Code, Field(json_schema_extra={"enum": [*EXPORTS]})]
ChangesForm = Annotated[Code, Field(json_schema_extra={"enum": [*CHANGES]})]


class AddressGiven(Given):
    """Where to call after each announcement: an https address that the Internet reaches."""

    address: Line


class CallShown(Shown):
    """A call that an announcement owes: it arrived, waits for its next try, or was given up after five."""

    edition: int
    tries: int
    delivered_at: Moment | None
    next_try_at: Moment | None
    problem: str


class WebhookShown(Shown):
    """An address that is called, or was, with its calls, newest first."""

    id: int
    address: str
    made_at: Moment
    ended_at: Moment | None
    calls: list[CallShown]


class WebhookMade(Done):
    """The act, and the secret that signs the calls: shown this once, null where the same request came before."""

    secret: str | None


@router.get(
    "/export/{data_form}", summary="清單檔案 / The list as a file", openapi_extra={"responses": EXPORTED}
)
def export_register(
    request: HttpRequest,
    data_form: ExportForm,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    history: Annotated[bool, Query(description="Every version instead of the list of a day.")] = False,  # noqa: FBT002 - the query names it
) -> HttpResponse:
    """The list of a day or every version there has been, as known on a day; ``dcat`` describes the dataset."""
    today = acting(request).today
    if data_form == DCAT:
        return _handed(description(today), Format.JSONLD)
    if data_form not in EXPORTS:
        raise no_such_format(EXPORTS)
    file = history_file(known_at) if history else list_file(as_of or today, known_at)
    return _handed(write(file, Format(data_form)), Format(data_form))


@router.get(
    "/changes/{changes_form}", summary="變更檔 / The changes as a file", openapi_extra={"responses": CHANGED}
)
def export_changes(
    request: HttpRequest,  # noqa: ARG001 - the framework gives it by name
    changes_form: ChangesForm,
    before: Annotated[Day, Query(..., alias="from")],
    after: Annotated[Day, Query(..., alias="to")],
) -> HttpResponse:
    """What has to be done to the list of one day to have that of another."""
    if changes_form not in CHANGES:
        raise no_such_format(CHANGES)
    found = changes_between(before, after)
    content = delta.write_csv(found) if changes_form == Format.CSV else delta.write_json(found)
    return _handed(content, Format(changes_form))


@webhooks.get("", response=list[WebhookShown], url_name="webhooks", summary="通知網址 / Addresses called")
def list_webhooks(request: HttpRequest) -> list[WebhookShown]:
    """The caller's own addresses, newest first, and how the calls went."""
    by = acting(request)
    follow_register.allowed(by)
    return [
        WebhookShown(
            id=webhook.pk,
            address=webhook.address,
            made_at=webhook.made_at,
            ended_at=webhook.ended_at,
            calls=list(map(_call, webhook.deliveries.all())),
        )
        for webhook in webhooks_of(by)
    ]


@webhooks.post("", response=dict.fromkeys(WRITTEN, WebhookMade), summary="登錄通知網址 / Follow the register")
def follow(request: HttpRequest, given: AddressGiven) -> Status[WebhookMade]:
    """Call an address after each announcement from now on, signed as Standard Webhooks says."""
    secret, place = new_secret(), reverse("api:webhooks")
    done = written(request, lambda by: follow_register.follow_register(by, given.address, secret), place)
    webhook = Webhook.objects.get(pk=int(done.value.act.subject.split("/")[1]))
    with keys_needed():
        fresh = secret_of(webhook) == secret
    shown = WebhookMade(**done.value.model_dump(), secret=secret if fresh else None)
    return Status(done.status_code, shown)


@webhooks.post("/{webhook_id}/end", response=WRITTEN, summary="停用通知網址 / End the calls")
def end_webhook(request: HttpRequest, webhook_id: AddressNumber) -> Status[Done]:
    """End the calls to one of the caller's addresses."""
    place = reverse("api:webhooks")
    return written(request, lambda by: end_following.end_following(by, webhook_id), place)


def _call(call: Delivery) -> CallShown:
    return CallShown(
        edition=call.announcement.edition,
        tries=call.tries,
        delivered_at=call.delivered_at,
        next_try_at=call.next_try_at,
        problem=call.problem,
    )


def _handed(content: bytes, form: Format) -> HttpResponse:
    return HttpResponse(content, content_type=FORMATS[form].content_type)
