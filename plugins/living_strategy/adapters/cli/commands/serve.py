"""`serve`: show the site in a browser while somebody writes, without MkDocs."""

from __future__ import annotations

import threading

import click

from living_strategy.adapters.cli.command import Definition
from living_strategy.adapters.cli.findings import show_findings
from living_strategy.adapters.cli.output import write
from living_strategy.adapters.cli.session import CannotStart, Session
from living_strategy.adapters.plain.preview import Preview, server
from living_strategy.language import Language

HERE = "127.0.0.1"


def define(language: Language) -> Definition:
    """Define the command in a language."""
    text = language.text
    return Definition(
        serve,
        text("Open the address that it says. Pages follow your changes; Ctrl+C ends it."),
        (
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65535),
                default=8000,
                show_default=True,
                metavar=text("NUMBER"),
                help=text("Where the browser finds it; 0 takes any that is free."),
            ),
        ),
    )


def serve(session: Session, port: int) -> None:
    """Serve until interrupted."""
    language, root = session.language, session.root
    preview = Preview(root, lambda: session.today)
    show_findings(preview.publication.diagnostics, language, root, "text")
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
