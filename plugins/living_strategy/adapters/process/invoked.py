"""The name of our command as the reader must type it where the program was started."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from living_strategy.language import PROGRAM


def command_name() -> str:
    """Return the bare name where the shell finds this very program by it. Otherwise return the path
    of the script, as in a clone (`.venv/bin/living-strategy`), or the call of the package by
    Python.
    """
    script = shutil.which(PROGRAM, path=str(Path(sys.executable).parent))
    if script is None:
        return f"{Path(sys.executable).name} -m living_strategy"
    on_path = shutil.which(PROGRAM)
    if on_path and os.path.samefile(on_path, script):
        return PROGRAM
    try:
        relative = os.path.relpath(script)
    except (OSError, ValueError):  # The folder is gone, or the script is on another drive.
        relative = script
    inside = not relative.startswith(os.pardir) and os.path.dirname(relative)
    return shlex.quote(relative if inside else script)
