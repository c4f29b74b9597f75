"""Rules across entries; one rule one file one code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import ModuleType

from living_strategy.content.graph import Graph
from living_strategy.diagnostics import Diagnostic
from living_strategy.rules import (
    ageing_accessibility_statement,
    alias_reference,
    ambiguous_municipality,
    colour_corrected,
    completed_with_open_milestones,
    cycle,
    date_in_future,
    duplicate_alias,
    duplicate_part_id,
    duplicate_reference,
    expired_accessibility_statement,
    fixed_severity,
    impossible_sum,
    milestone_outside_period,
    missing_accessibility_statement,
    missing_as_of,
    missing_contact,
    missing_design_file,
    missing_responsible,
    missing_source,
    orphan,
    page_path_collision,
    reserved_address,
    retired_reference,
    reversed_dates,
    source_without_origin,
    status_without_reason,
    unknown_code,
    unknown_framework_goal,
    unknown_mention,
    unknown_municipality,
    unknown_reference,
    unknown_template,
    value_outside_unit,
    value_without_source,
    values_out_of_order,
    wrong_kind_of_reference,
)
from living_strategy.rules.context import CheckContext

Check = Callable[[Graph, CheckContext], Iterator[Diagnostic]]

CHECKS: tuple[ModuleType, ...] = (
    ageing_accessibility_statement,
    alias_reference,
    ambiguous_municipality,
    colour_corrected,
    completed_with_open_milestones,
    cycle,
    date_in_future,
    duplicate_alias,
    duplicate_part_id,
    duplicate_reference,
    expired_accessibility_statement,
    fixed_severity,
    impossible_sum,
    milestone_outside_period,
    missing_accessibility_statement,
    missing_as_of,
    missing_contact,
    missing_design_file,
    missing_responsible,
    missing_source,
    orphan,
    page_path_collision,
    reserved_address,
    retired_reference,
    reversed_dates,
    source_without_origin,
    status_without_reason,
    unknown_code,
    unknown_framework_goal,
    unknown_mention,
    unknown_municipality,
    unknown_reference,
    unknown_template,
    value_outside_unit,
    value_without_source,
    values_out_of_order,
    wrong_kind_of_reference,
)

__all__ = ["CHECKS", "Check", "CheckContext"]
