"""``coretech serve``: the pages, the API and the background jobs."""

from typing import Annotated

import typer

from coretech.cli.installation.doors import command
from coretech.cli.installation.options import Host, Port
from coretech.cli.installation.serving.serving import serve_on

app = command()


@app.command()
def serve(
    host: Host = "127.0.0.1",
    port: Port = 8000,
    *,
    no_jobs: Annotated[
        bool, typer.Option("--no-jobs", help="不執行背景工作 / without the background jobs")
    ] = False,
) -> None:
    """開啟網站：網頁、API 與背景工作 / Serve the pages, the API and the background jobs."""
    serve_on(host, port, jobs=not no_jobs)
