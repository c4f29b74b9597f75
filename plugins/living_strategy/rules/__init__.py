"""Rules across entries: one rule one file, with its code, words, examples and check."""

from __future__ import annotations

from living_strategy.rules import (
    ageing_accessibility_statement,
    alias_reference,
    ambiguous_municipality,
    broken_link,
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
    missing_heading,
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
    unknown_indicator,
    unknown_mention,
    unknown_municipality,
    unknown_reference,
    unknown_template,
    value_outside_unit,
    value_without_source,
    values_out_of_order,
    wrong_kind_of_reference,
)
from living_strategy.rules.code import Code
from living_strategy.rules.context import CheckContext
from living_strategy.rules.reading import READING
from living_strategy.rules.rule import Check, Rule

# In alphabetical order, so that a new one has one place.
RULES: tuple[Rule, ...] = (
    ageing_accessibility_statement.RULE,
    alias_reference.RULE,
    ambiguous_municipality.RULE,
    broken_link.RULE,
    colour_corrected.RULE,
    completed_with_open_milestones.RULE,
    cycle.RULE,
    date_in_future.RULE,
    duplicate_alias.RULE,
    duplicate_part_id.RULE,
    duplicate_reference.RULE,
    expired_accessibility_statement.RULE,
    fixed_severity.RULE,
    impossible_sum.RULE,
    milestone_outside_period.RULE,
    missing_accessibility_statement.RULE,
    missing_as_of.RULE,
    missing_contact.RULE,
    missing_design_file.RULE,
    missing_heading.RULE,
    missing_responsible.RULE,
    missing_source.RULE,
    orphan.RULE,
    page_path_collision.RULE,
    reserved_address.RULE,
    retired_reference.RULE,
    reversed_dates.RULE,
    source_without_origin.RULE,
    status_without_reason.RULE,
    unknown_code.RULE,
    unknown_framework_goal.RULE,
    unknown_indicator.RULE,
    unknown_mention.RULE,
    unknown_municipality.RULE,
    unknown_reference.RULE,
    unknown_template.RULE,
    value_outside_unit.RULE,
    value_without_source.RULE,
    values_out_of_order.RULE,
    wrong_kind_of_reference.RULE,
)

# Every diagnostic code by its name; a code is never renamed.
CODES: dict[str, Code] = {code.name: code for code in (*READING, *(rule.code for rule in RULES))}

__all__ = ["CODES", "RULES", "Check", "CheckContext", "Code", "Rule"]
