"""A build ends at once: nothing is collected when all memory goes with the process."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
class Ring:
    def __init__(self):
        self.ring = self
    def __del__(self):
        print("collected")

from living_strategy.adapters.mkdocs.plugin import LivingStrategyPlugin
ring = Ring()
LivingStrategyPlugin().on_startup(command="build", dirty=False)
print("ready")
"""


def test_end_is_quick() -> None:
    """What is left then is not looked through."""
    result = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, encoding="utf-8", check=True
    )

    assert result.stdout.split() == ["ready"]
