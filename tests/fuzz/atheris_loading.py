"""Feeds the loader with texts that atheris grows by coverage: `make fuzz`.

Runs for FUZZ_SECONDS (600). A crash is written to a file `crash-*`, and the exit code is not 0.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "plugins")]


def main() -> None:
    """Fuzz until the time is up."""
    # Not installed where only tests run; it has to see the imports that it instruments.
    atheris = importlib.import_module("atheris")

    with atheris.instrument_imports(include=["living_strategy"]):
        from living_strategy.content.markdown.prose import scan
        from living_strategy.content.reading import split_front_matter
        from living_strategy.content.yaml.yaml_reader import control_character, read_yaml
        from living_strategy.inspection import inspect_strategy
    from tests.factories import TODAY, valid_files, write_files

    folder = Path(tempfile.mkdtemp(prefix="living-strategy-fuzz-"))
    write_files(folder, {})
    paths = sorted(valid_files())

    def one_input(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        path = paths[provider.ConsumeIntInRange(0, len(paths) - 1)]
        raw = provider.ConsumeBytes(provider.remaining_bytes())
        text = raw.decode("utf-8", "replace")
        if not control_character(text):
            read_yaml(text, positions=True)
        scan(text)
        split_front_matter("a.md", text, required=False)
        (folder / path).write_bytes(raw)
        inspect_strategy(folder, TODAY)
        (folder / path).write_text(str(valid_files()[path]), encoding="utf-8")

    seeds = folder / "seeds"
    seeds.mkdir()
    # The provider takes numbers from the end of its data and text from the beginning.
    for number, path in enumerate(paths):
        (seeds / str(number)).write_bytes((folder / path).read_bytes() + bytes([number]))
    seconds = os.environ.get("FUZZ_SECONDS", "600")
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", *sys.argv[1:], str(seeds)],
        one_input,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
