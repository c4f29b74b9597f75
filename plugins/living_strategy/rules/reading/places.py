"""Codes for a strategy's own register of places: a table of municipalities, counties and the like."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

PLACES = (
    Code(
        "unreadable-places",
        Severity.ERROR,
        fixed=True,
        message="The register of places is missing: there is no file {file}.",
        messages={
            "empty": "The register of places has no lines.",
            "delimiter": "The register of places has no semicolons between its columns, but this: {character}",
            "column": "The register of places lacks a column: {columns}.",
            "twice": "The register of places has two columns of one name.",
        },
        hint="Write the path of the table below strategy/, such as places: registers/places.csv, or take the line out.",
        hints={
            "empty": "Begin with the line number;name;kind;parent;valid_from;valid_to;successors, and write a place on each line below it.",
            "delimiter": "Save the table with semicolons as separators.",
            "column": "The first line must name the columns number, name and kind, and may name parent, valid_from, valid_to and successors.",
            "twice": "Give each column a name of its own.",
        },
        meaning="A strategy may have a register of places of its own: a table with semicolons between the columns, the names of the columns in the first line, and a place on each of the others. It takes the place of the municipalities and counties of Norway.",
        wrong="number,name,kind",
        right="number;name;kind",
    ),
    Code(
        "bad-place",
        Severity.ERROR,
        fixed=True,
        message="The place lacks something: “{field}” is empty.",
        messages={
            "cells": "The line has more than {count} columns.",
            "reversed": "The number ends on {value}, before it begins.",
            "far": "The date {value} is too far away.",
            "in-use": "{value} has successors, but no last day.",
            "circle": "{value} cannot come after {number}: it was not in use any more by then.",
            "within": "{number} cannot lie in {value}, which lies in {number}.",
        },
        hint="Every place has a number, a name and a kind.",
        hints={
            "cells": "Take out the semicolon that is too many, or write the text with quotation marks around it.",
            "reversed": "Check valid_from and valid_to.",
            "far": "Write a year between 1800 and 2100.",
            "in-use": "Write in valid_to when the number went out of use, or take the successors out.",
            "circle": "Check the numbers in successors, and the dates of both places.",
            "within": "Check the numbers in parent. A county need not lie in anything.",
        },
        meaning="A place in a register of one's own has a number, a name and a kind: municipality, county or another word. Successors belong to a number that is not in use any more.",
        wrong="1281;;municipality",
        right="1281;Lund;municipality",
    ),
    Code(
        "duplicate-place",
        Severity.ERROR,
        fixed=True,
        message="The number {value} stands in line {line} too, for the same time.",
        hint="Take one of the two out, or write with valid_from and valid_to which was first.",
        meaning="A number is that of one place at a time. It may be given to another one later.",
        wrong="1281;Lund;municipality;;;\n1281;Malmö;municipality;;;",
        right="1281;Lund;municipality;;;\n1280;Malmö;municipality;;;",
    ),
    Code(
        "unknown-place",
        Severity.ERROR,
        fixed=True,
        message="The register has no place with the number {value}.",
        hint="Write the number of a place that has a line of its own.",
        hint_near="Did you mean {near}?",
        meaning="The columns parent and successors name other lines of the table by their numbers. Several successors have spaces between them.",
        wrong="1281;Lund;municipality;99",
        right="12;Skåne län;county;\n1281;Lund;municipality;12",
    ),
)
