"""An editor's side of the language server protocol: what the YAML server says of a file."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any, Self

from tests.browser.validators import module, node_surroundings
from tests.integration.processes import PATIENCE

Message = dict[str, Any]
_CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"documentationFormat": ["plaintext"]}},
        "hover": {"contentFormat": ["plaintext"]},
    },
    "workspace": {"configuration": True},
}


class LanguageServer:
    """The YAML server with the settings of an editor, in a folder, while it is entered. It is asked
    over its standard input and output, and reads nothing but the folder.
    """

    def __init__(self, folder: Path, settings: Message) -> None:
        self._folder, self._settings = folder, settings
        self._said: Queue[Message] = Queue()
        self._asked = 0

    def __enter__(self) -> Self:
        program = module("yaml-language-server") / "bin/yaml-language-server"
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"],
            cwd=self._folder,
            env=node_surroundings(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        root = self._folder.as_uri()
        folders = [{"uri": root, "name": self._folder.name}]
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": folders,
                "capabilities": _CAPABILITIES,
            },
        )
        self._tell("initialized", {})
        return self

    def __exit__(self, *error: object) -> None:
        self._process.terminate()
        self._process.communicate()
        self._reader.join()

    def open(self, path: str, text: str) -> str:
        """Open a file, which need not be on the disk, and return its address."""
        address = (self._folder / path).as_uri()
        document = {"uri": address, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        return address

    def faults(self, address: str) -> list[Message]:
        """Wait until something is marked in a file, and return that."""
        while True:
            message = self._next()
            params = message.get("params", {})
            is_about = message.get("method") == "textDocument/publishDiagnostics"
            if is_about and params["uri"] == address and params["diagnostics"]:
                return list(params["diagnostics"])

    def at(self, question: str, address: str, line: int, character: int) -> Any:
        """Ask what there is at a place in a file, such as `hover`."""
        where = {"line": line, "character": character}
        return self.ask(
            f"textDocument/{question}", {"textDocument": {"uri": address}, "position": where}
        )

    def ask(self, method: str, params: Message) -> Any:
        """Ask, and wait for the answer."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _next(self) -> Message:
        """Return what is said next; what the server asks is answered on the way."""
        message = self._said.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Message) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        sections = [item["section"] for item in message["params"]["items"]]
        return [self._section(section) for section in sections]

    def _section(self, name: str) -> Message:
        start = f"{name}."
        return {
            key.removeprefix(start): value
            for key, value in self._settings.items()
            if key.startswith(start)
        }

    def _tell(self, method: str, params: Message) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Message) -> None:
        assert self._process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _read(self) -> None:
        said = self._process.stdout
        assert said
        while header := said.readline():
            size = int(header.partition(b":")[2])
            while said.readline().strip():
                pass
            self._said.put(json.loads(said.read(size)))
