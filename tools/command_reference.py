"""The page docs/reference/commands.md: every command with its arguments and options, as its own help has them."""

from collections.abc import Iterator
from importlib import import_module
from typing import cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

Command = TyperCommand | TyperGroup

_INTRO = (
    "As `coretech COMMAND --help` tells them, in both languages. `--lang zh` or `--lang en` before or after any"
    " command chooses the language it speaks; `coretech version` prints the version. Exit status: 0 done, 1 refused"
    " or failed, 2 bad input, also where it names nothing there is."
)


def commands() -> Iterator[str]:
    """Every command and its subcommands, by name; those that start apart from their group follow its own."""
    from coretech.cli import APART, COMMANDS  # noqa: PLC0415 - beside the modules it names, which need Django set up

    yield from (_INTRO, "", "| command | 中文 | English |", "| --- | --- | --- |")
    for name, (_, says) in sorted(COMMANDS.items()):
        yield f"| [`coretech {name}`](#coretech-{name}) | {says.zh} | {says.en} |"
    for name, (module, _) in sorted(COMMANDS.items()):
        command = _command(module)
        yield from ("", f"## coretech {name}", *_told(command, f"coretech {name}"))
        own = command.commands if isinstance(command, TyperGroup) else {}
        apart = {word: each for (group, word), each in APART.items() if group == name and word not in own}
        for word, each in sorted(apart.items()):
            yield from ("", f"### coretech {name} {word}", *_told(_command(each), f"coretech {name} {word}"))


def _command(module: str) -> Command:
    return cast("Command", get_command(import_module(module).app))


def _told(command: Command, name: str) -> Iterator[str]:
    """What a command is for, and either what it takes or its subcommands."""
    yield from ("", *_paragraphs(command))
    if not isinstance(command, TyperGroup):
        yield from _taken(command, name)
        return
    for word, each in sorted(command.commands.items()):
        yield from ("", f"### {name} {word}")
        yield from _told(cast("Command", each), f"{name} {word}")


def _paragraphs(command: Command) -> Iterator[str]:
    yield from (line.strip() for line in (command.help or "").splitlines())


def _taken(command: Command, name: str) -> Iterator[str]:
    """How a command is written, and its arguments and options."""
    context = typer.Context(command, info_name=name)
    yield from ("", "```", " ".join([name, *command.collect_usage_pieces(context)]), "```")
    records = [record for each in command.params if (record := each.get_help_record(context))]
    if records:
        yield from ("", "| argument or option | what it is |", "| --- | --- |")
    for written, says in records:
        yield f"| `{_cell(written)}` | {_cell(says)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
