"""What a catalogue says about the entries of the strategies above its own: who decided what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from living_strategy.model.adoption import Adoption


@dataclass(frozen=True, slots=True)
class PublishedAdoptions:
    """What is decided about the entries of one strategy above.

    `upstream` is the short name that it has here, and `title` what readers call it. `version` is
    what is pinned, `sha256` of which file, `address` where that was fetched and `site` the root of
    its pages; they are empty where nothing is pinned. `records` are by the ids of the entries in
    that version; an entry without one has not been treated.
    """

    upstream: str
    title: str
    version: str = ""
    sha256: str = ""
    address: str = ""
    site: str = ""
    records: Mapping[str, Adoption] = field(default_factory=dict)

    def wire(self) -> dict[str, Any]:
        """Return it as it stands in the file."""
        pin = {
            "version": self.version,
            "sha256": self.sha256,
            "address": self.address,
            "site": self.site,
        }
        return {
            "upstream": self.upstream,
            "title": self.title,
            **{key: value for key, value in pin.items() if value},
            "records": [
                {"id": entry_id, **adoption.model_dump(mode="json", exclude_defaults=True)}
                for entry_id, adoption in sorted(self.records.items())
            ],
        }
