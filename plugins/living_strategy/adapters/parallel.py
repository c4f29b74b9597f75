"""Renders many Markdown texts in two processes, because it is the costly step of a first build."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from living_strategy.rendering.bodies import render_all

# Below this many texts, starting a process costs more than it saves.
WORTHWHILE = 150


def render_in_two(texts: list[str]) -> list[str]:
    """Render the texts in order: one half here, the other in a second process."""
    if len(texts) < WORTHWHILE or (os.cpu_count() or 1) < 2:
        return render_all(texts)
    middle = len(texts) // 2
    # Where there is fork it is quick, and this process has no threads that hold locks here;
    # elsewhere the platform's own way is used.
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else None)
    try:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            second = pool.submit(render_all, texts[middle:])
            first = render_all(texts[:middle])
            return first + second.result()
    except (BrokenProcessPool, OSError):
        return render_all(texts)
