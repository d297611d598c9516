"""The two doors every command on records goes through: one for reading, one for operations.

A command's function is plain: it is given whoever acts and what was typed, and gives back what to tell, or the
operation's act. The door adds ``--as``, ``--json`` and, for operations, ``--once``.
"""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Concatenate, ParamSpec

import typer

from coretech.apps.audit.acting import Acting
from coretech.apps.audit.models import Act
from coretech.apps.audit.operation import AlreadyDone
from coretech.cli.django import available
from coretech.cli.installation.options import As, AsIfAny, AsJson, Once
from coretech.cli.installation.ready import ready
from coretech.cli.installation.standing import acting_as
from coretech.cli.installation.told import Told, act_told, tell
from coretech.kit.refusal import bad_input

P = ParamSpec("P")
Reading = Callable[Concatenate[Acting, P], Told]
Writing = Callable[Concatenate[Acting, P], Act | Told]
Options = Mapping[str, tuple[object, object]]

_REQUIRED = inspect.Parameter.empty
_READING: Options = {"account": (AsIfAny, None), "json": (AsJson, False)}
_WRITING: Options = {"account": (As, _REQUIRED), "once": (Once, ""), "json": (AsJson, False)}
_WRITING_BY_PUBLIC: Options = {**_WRITING, "account": (AsIfAny, None)}


def group(zh: str, en: str) -> typer.Typer:
    """A command with subcommands."""
    app = command()
    app.info.help, app.info.no_args_is_help = f"{zh} / {en}", True
    return app


def command() -> typer.Typer:
    """A command without subcommands."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


def reads(app: typer.Typer, name: str) -> Callable[[Reading[P]], Reading[P]]:
    """Make a function a subcommand that tells something, to whom it may be told."""

    def register(function: Reading[P]) -> Reading[P]:
        ask: Callable[..., Told] = function

        def run_command(ctx: typer.Context, account: str | None, *, json: bool, **typed: object) -> int:
            with _prepared({**typed, "as": account}):
                return tell(ask(acting_as(account), **typed), str(ctx.obj), json=json)

        app.command(name, help=function.__doc__)(_typed(run_command, ask, _READING))
        return function

    return register


def writes(app: typer.Typer, name: str, *, by_public: bool = False) -> Callable[[Writing[P]], Writing[P]]:
    """Make a function a subcommand that carries out one operation, once per ``--once`` key."""

    def register(function: Writing[P]) -> Writing[P]:
        run: Callable[..., Act | Told] = function

        def run_command(
            ctx: typer.Context, account: str | None, once: str, *, json: bool, **typed: object
        ) -> int:
            with _prepared({**typed, "as": account, "once": once}):
                try:
                    done = run(acting_as(account, once), **typed)
                except AlreadyDone as before:
                    done = act_told(before.act, before.sentence)
                told = done if isinstance(done, Told) else act_told(done)
                return tell(told, str(ctx.obj), json=json)

        options = _WRITING_BY_PUBLIC if by_public else _WRITING
        app.command(name, help=function.__doc__)(_typed(run_command, run, options))
        return function

    return register


@contextmanager
def _prepared(typed: Mapping[str, object]) -> Iterator[None]:
    """With sound text and the database ready; a database that goes away underway is said in a sentence too."""
    _refuse_broken_text(typed)
    ready()
    with available():
        yield


def _refuse_broken_text(typed: Mapping[str, object]) -> None:
    """Refuse bytes that were no UTF-8: Python hands them on as surrogates, and no record can hold them."""
    for name, value in typed.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and any("\ud800" <= character <= "\udfff" for character in text):
                raise bad_input(name, f"{name} 不是 UTF-8 文字。", f"{name} is not UTF-8 text.")


def _typed(
    command: Callable[..., int], function: Callable[..., object], options: Options
) -> Callable[..., int]:
    """Give the command the function's own parameters and the door's, for Typer to read."""
    own = list(inspect.signature(function).parameters.values())[1:]
    added = {"ctx": (typer.Context, _REQUIRED), **options}
    kind = inspect.Parameter.KEYWORD_ONLY
    parameters = [parameter.replace(kind=kind) for parameter in own] + [
        inspect.Parameter(name, kind, default=default, annotation=annotation)
        for name, (annotation, default) in added.items()
    ]
    vars(command)["__signature__"] = inspect.Signature(parameters)
    return command
