"""A group of settings that belong together."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Settings below one key; a key that is not known is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
