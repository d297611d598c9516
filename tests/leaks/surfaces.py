"""Everything a reader can ask for: pages, operations of the API, and commands, each with every row of the world."""

from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus

import typer.main
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import LocalePrefixPattern
from typer.core import TyperCommand, TyperGroup

from coretech.api import api
from coretech.apps.bodies.models import Body
from coretech.apps.cases.facts import PARTS
from coretech.apps.cases.models import Attachment, Comment, Consultation, Grant
from coretech.apps.meetings.models import Item, Meeting
from coretech.cli import COMMANDS
from tests.leaks.planting import World

Values = Mapping[str, Sequence[object]]
SIGNING_IN = ("account_", "mfa_", "openid_", "socialaccount_", "demo")
STREAMS = ("meeting_events", "screen_events")
"""Streams that never end; what they send is the board that `meeting_board` and `screen_board` draw."""

_NOT_READING = {"serve", "work", "init", "doctor", "demo", "law"}


def values_of(world: World) -> Values:
    """Every row that a parameter may name; of rows like one another a few."""
    cases = [case.reference for case in world.cases]
    meetings = list(Meeting.objects.values_list("pk", flat=True))
    bodies = [*Body.objects.exclude(kind="panel"), *Body.objects.filter(kind="panel", agency__code="nstc")]
    return {
        "reference": cases,
        "meeting_id": meetings,
        "item_id": list(Item.objects.values_list("pk", flat=True)),
        "attachment_id": [Attachment.objects.filter(case=case).latest("pk").pk for case in world.cases],
        "comment_id": list(Comment.objects.values_list("pk", flat=True)),
        "consultation_id": list(
            Consultation.objects.filter(case=world.cases[1]).values_list("pk", flat=True)
        ),
        "draft_id": [each.pk for each in world.cases[0].pre_announcements.all()],
        "pre_announcement_id": [each.pk for each in world.cases[0].pre_announcements.all()],
        "grant_id": [Grant.objects.filter(case=world.cases[1]).latest("pk").pk],
        "candidate_id": [case.candidate_id for case in world.cases],
        "body_id": [body.pk for body in bodies],
        "panel_id": [body.pk for body in bodies if body.kind == "panel"],
        "name": [name for name in PARTS if name in {"functions", "characteristics"}],
        "form": ["csv", "ods", "odt", "pdf"],
        "key": [world.meeting.screen_key],
        "number": [12],
        "no": [12],
        "version": [1],
        "year": [2025],
    }


def pages(values: Values) -> Iterator[str]:
    """The address of every page with every row; pages about rows this world has none of are left out."""
    (root,) = [each for each in get_resolver().url_patterns if isinstance(each.pattern, LocalePrefixPattern)]
    assert isinstance(root, URLResolver)
    for name, taken in _names(root):
        if name.startswith(SIGNING_IN) or name in STREAMS or not set(taken) <= values.keys():
            continue
        for chosen in _rows(taken, values):
            yield reverse(name, kwargs=dict(zip(taken, chosen, strict=True)))


def operations(values: Values) -> Iterator[tuple[str, str]]:
    """Every reading operation of the API, and those that hand something out."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        taken = [part[1:-1] for part in path.split("/") if part.startswith("{")]
        method = "get" if "get" in methods else "post" if path.endswith("/opening") else ""
        if not method or not set(taken) <= values.keys():
            continue
        for chosen in _rows(taken, values):
            yield method, path.format(**dict(zip(taken, chosen, strict=True)))


def commands(values: Values) -> Iterator[tuple[str, ...]]:
    """Every command that reads, with every row that it may be asked about."""
    for name in sorted(COMMANDS.keys() - _NOT_READING):
        module = __import__(COMMANDS[name][0], fromlist=["app"])
        yield from _leaves((name,), typer.main.get_command(module.app), values)


def _leaves(path: tuple[str, ...], command: object, values: Values) -> Iterator[tuple[str, ...]]:
    if isinstance(command, TyperGroup):
        for name, each in command.commands.items():
            yield from _leaves((*path, name), each, values)
        return
    assert isinstance(command, TyperCommand)
    names = {each.name for each in command.params}
    needed = [each.name or "" for each in command.params if each.required]
    known = [_ARGUMENTS.get(name, name) for name in needed]
    if "account" not in names or "once" in names or not set(known) <= values.keys():
        return
    for chosen in _rows(known, values):
        yield (*path, *map(str, chosen))


_ARGUMENTS = {
    "meeting": "meeting_id",
    "item": "item_id",
    "body": "body_id",
    "panel": "panel_id",
    "candidate": "candidate_id",
    "consultation": "consultation_id",
    "part": "name",
}
"""What the arguments of commands are called in addresses."""


def _names(resolver: URLResolver, taken: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in resolver.url_patterns:
        own = (*taken, *each.pattern.regex.groupindex)
        if isinstance(each, URLPattern):
            yield each.name or "", own
        else:
            yield from _names(each, own)


def _rows(taken: Sequence[str], values: Values) -> Iterator[tuple[object, ...]]:
    """Every value of each parameter at least once, beside the others' in turn."""
    longest = max((len(values[name]) for name in taken), default=1)
    for place in range(longest):
        yield tuple(values[name][(place + place // len(values[name])) % len(values[name])] for name in taken)


def content_of(client: Client, where: str, method: str = "get") -> bytes:
    """All that is answered.

    Raises:
        AssertionError: where the server failed, for a page that breaks tells nothing of leaks.
    """
    response = getattr(client, method)(where)
    streamed = response.streaming
    assert response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, f"{where} failed"
    return b"".join(response.streaming_content if streamed else [response.content])
