"""How many examples a property is tried on: few in every run, always the same ones, and many others
at night, with `--hypothesis-profile=many`.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings

FEW, MANY = 50, 1_000
# Nothing is timed, nor what makes the examples: a machine with other work would fail it.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def register() -> None:
    """Name both rounds to Hypothesis; few is what counts unless another one is asked for."""
    settings.register_profile("few", _UNTIMED, max_examples=FEW, derandomize=True)
    settings.register_profile("many", _UNTIMED, max_examples=MANY, derandomize=False, database=None)
    settings.load_profile("few")


def examples(few: int) -> settings:
    """As many in every run, and as many times more at night as for any other property."""
    return settings(max_examples=few * settings.default.max_examples // FEW)
