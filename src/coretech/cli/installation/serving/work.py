"""``coretech work``: the background jobs alone, beside a server started with ``--no-jobs``."""

import asyncio
import sys

import typer

from coretech.cli.installation.doors import command
from coretech.cli.installation.ready import ready
from coretech.cli.speech import say
from coretech.jobs.worker import until_signalled
from coretech.kit.sentence import Sentence

app = command()

_WORKING = Sentence("背景工作執行中；按 Ctrl-C 停止。", "Working; Ctrl-C stops it.")


@app.command()
def work(ctx: typer.Context) -> None:
    """執行背景工作，直到停止 / Carry out the background jobs until stopped."""
    ready()
    asyncio.run(until_signalled(lambda: _started(str(ctx.obj))))


def _started(language: str) -> None:
    say(_WORKING.say(language))
    sys.stdout.flush()
