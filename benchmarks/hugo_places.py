"""Municipalities and counties as data of the peer: names, addresses, and where their tiles lie.

The blocks of counties are those of the map on our site, so that both draw the same picture.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from pathlib import Path

REGISTER = Path(__file__).parent.parent / "plugins/living_strategy/content/municipalities.csv"

BLOCKS = {
    "56": (252, 14, 6), "55": (168, 28, 6), "18": (126, 98, 5), "50": (112, 252, 7),
    "15": (0, 294, 6), "34": (140, 364, 7), "46": (14, 392, 6), "33": (112, 490, 4),
    "03": (182, 490, 1), "32": (224, 490, 5), "11": (14, 532, 5), "40": (112, 588, 4),
    "39": (182, 588, 3), "31": (252, 588, 4), "42": (42, 686, 7),
}  # fmt: skip
"""County to the corner of its block and the number of tiles in a row of it."""
TILE = 14
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})


def places() -> dict[str, object]:
    """Return municipalities and counties by number, and the outline of all blocks."""
    lines = [line for line in REGISTER.read_text("utf-8").splitlines() if not line.startswith("#")]
    rows = list(csv.DictReader(lines, delimiter=";"))
    counties = {row["number"]: row for row in rows if len(row["number"]) == 2}
    counties.setdefault("03", {"number": "03", "name": "Oslo", "language_form": ""})
    municipalities = [row for row in rows if len(row["number"]) == 4]
    names = [_short(row) for row in municipalities]
    found: dict[str, object] = {}
    blocks: dict[str, dict[str, object]] = {}
    for number, county in sorted(counties.items()):
        within = sorted(
            (row for row in municipalities if row["number"].startswith(number)), key=_order
        )
        inhabitants = sum(int(row["inhabitants"] or 0) for row in within)
        name = _short(county)
        blocks[number] = _block(number, len(within)) | {
            "number": number, "name": name, "slug": f"{_slug(name)}-fylke", "count": len(within),
            "inhabitants": inhabitants, "language": county["language_form"],
        }  # fmt: skip
        for index, row in enumerate(within):
            short = _short(row)
            slug = _slug(short if names.count(short) == 1 else f"{short} {name}")
            found[row["number"]] = _tile(number, index) | {
                "number": row["number"], "name": row["name"], "slug": slug, "county": number,
                "inhabitants": int(row["inhabitants"] or 0), "language": row["language_form"],
            }  # fmt: skip
    outline = "".join(str(block["outline"]) for block in blocks.values())
    return {"municipalities": found, "counties": blocks, "outline": outline}


def _short(row: dict[str, str]) -> str:
    return row.get("norwegian_name") or row["name"].partition(" - ")[0]


def _order(row: dict[str, str]) -> str:
    """Sort letters as Norwegian does: æ, ø and å are the last."""
    places = str.maketrans({"æ": "{", "ø": "|", "å": "}"})
    return _short(row).lower().translate(places)


def _slug(name: str) -> str:
    text = name.lower().translate(LETTERS)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _tile(county: str, index: int) -> dict[str, object]:
    left, top, columns = BLOCKS[county]
    x, y = left + index % columns * TILE + 1, top + index // columns * TILE + 1
    return {"x": x, "y": y, "tile": f"M{x} {y}h12v12h-12z"}


def _block(county: str, count: int) -> dict[str, object]:
    """Draw the outline: whole rows, and what is in the last one."""
    left, top, columns = BLOCKS[county]
    rows, rest = divmod(count, columns)
    width, last = columns * TILE, rest * TILE
    foot = f"h{last - width}v{TILE}h-{last}z" if rest else f"h-{width}z"
    return {"x": left, "y": top, "outline": f"M{left} {top}h{width}v{rows * TILE}{foot}"}
