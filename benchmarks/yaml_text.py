"""YAML as an editor writes it: keys in order, dates and accented letters plain."""

from __future__ import annotations

from typing import Any

import yaml

TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _Dumper(yaml.CSafeDumper):
    """A dumper that leaves `2024-03-01` unquoted, as YAML 1.2 allows."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write equal values out in full instead of as anchors."""
        return True


_Dumper.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != TIMESTAMP]
    for first, pairs in yaml.CSafeDumper.yaml_implicit_resolvers.items()
}


def dump(value: object) -> str:
    """Write YAML text with dates unquoted."""
    return _dump(value, _Dumper)


def dump_quoted(value: object) -> str:
    """Write YAML text with dates quoted, for readers that would make timestamps of them."""
    return _dump(value, yaml.CSafeDumper)


def _dump(value: object, dumper: type[yaml.CSafeDumper]) -> str:
    return yaml.dump(value, Dumper=dumper, sort_keys=False, allow_unicode=True, width=10_000)
