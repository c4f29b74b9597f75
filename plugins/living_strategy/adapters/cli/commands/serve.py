"""`serve`: show the site in a browser while somebody writes, without MkDocs."""

from __future__ import annotations

import threading

import click

from living_strategy.adapters.cli.commands.check import show_findings
from living_strategy.adapters.cli.options import root_option
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.cli.translatable import N_

HERE = "127.0.0.1"


@click.command(
    "serve",
    help=N_(
        "Show the site while you write.\n\n"
        "Open the address that it says. Pages follow your changes; Ctrl+C ends it."
    ),
)
@root_option
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar=N_("NUMBER"),
    help=N_("Where the browser finds it; 0 takes any that is free."),
)
@click.pass_obj
def command(session: Session, port: int) -> None:
    """Serve until interrupted."""
    from living_strategy.adapters.plain.preview import Preview, server

    language, root = session.language, session.root
    preview = Preview(root, lambda: session.today)
    show_findings(preview.publication.diagnostics, session, root, "text")
    try:
        running = server(preview, (HERE, port))
    except OSError as error:
        message = language.text("Port {port} cannot be used: {reason}. Choose another with --port.")
        raise CannotStart(message.format(port=port, reason=error.strerror)) from None
    stop = threading.Event()
    threading.Thread(target=preview.watch, args=(stop,), daemon=True).start()
    address = f"http://{HERE}:{running.server_address[1]}/"
    write(language.text("The site is at {address}. Ctrl+C ends it.").format(address=address))
    try:
        running.serve_forever()
    finally:
        stop.set()
        running.server_close()
