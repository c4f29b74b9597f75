"""Codes for a language that does not come with the program: its catalogue of translations."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

LANGUAGES = (
    Code(
        "unknown-language",
        Severity.ERROR,
        fixed=True,
        message="There is no language with the code “{value}”.",
        hint="Write nb, nn or en, or the code of another language, such as sv or fi, that the strategy has a catalogue for.",
        meaning="A language is written with its code (BCP 47): two or three small letters. Dates and numbers are written as the language does (Unicode CLDR).",
        wrong="language: xx",
        right="language: sv",
    ),
    Code(
        "missing-catalogue",
        Severity.ERROR,
        fixed=True,
        message="The words of the site in this language are missing: there is no file {file}.",
        hint="Make it with {commands}, and translate what is in it.",
        meaning="The program speaks bokmål, nynorsk and English. For another language the strategy has a catalogue: a gettext file (.po) with the words of the site.",
        wrong="language: sv    # without strategy/languages/sv.po",
        right="language: sv    # with strategy/languages/sv.po",
    ),
    Code(
        "unreadable-catalogue",
        Severity.ERROR,
        fixed=True,
        message="The catalogue of translations cannot be read here: {value}",
        messages={
            "plural-forms": "The line Plural-Forms of the catalogue of translations cannot be understood: {value}"
        },
        hint="Compare with the lines above and below: each message has msgid and msgstr, in quotation marks.",
        hints={
            "plural-forms": 'Write it as for the language in the manual of gettext, such as "Plural-Forms: nplurals=2; plural=(n != 1);\\n".'
        },
        meaning="A catalogue is a gettext file in UTF-8. Programs such as Poedit write it, and so does the program itself.",
        wrong='msgid "Goals"\nmsgstr "Mål',
        right='msgid "Goals"\nmsgstr "Mål"',
    ),
    Code(
        "bad-translation",
        Severity.WARNING,
        message="The translation has other placeholders than the English words: “{value}”.",
        messages={
            "markup": "The translation has HTML, which would be shown as it stands: “{value}”.",
            "plurals": "The translation has not all the plural forms of the language: “{value}”.",
            "address": "The translation cannot be part of an address: “{value}”.",
            "same-address": "The address “{value}” is that of something else already.",
        },
        hint="Write the same names in braces as in “{message}”. Until then the English words are used.",
        hints={
            "markup": "Take the HTML out. Until then the English words are used.",
            "plurals": "Write msgstr[0], msgstr[1] and so on, as many as nplurals in the head of the file. Until then the English words are used.",
            "address": "Use lower-case letters a to z, digits and single hyphens only. Until then the English word is used.",
            "same-address": "Choose another word for “{message}”. Until then the English word is used.",
        },
        meaning="Names in braces stand for what is filled in, such as a number or a name. A translation has the same ones as the English words, wherever they stand in the sentence.",
        wrong='msgid "{count} goals"\nmsgstr "{antal} mål"',
        right='msgid "{count} goals"\nmsgstr "{count} mål"',
    ),
    Code(
        "untranslated",
        Severity.INFO,
        message="{count} of {total} texts have no translation and are in English. Readers of the site may meet {readers} of them.",
        hint="Translate those for readers first: they stand first in the file.",
        meaning="What a catalogue has no words for is shown in English. The other texts are met by those who write the strategy: messages of checks, help for commands and forms.",
        wrong='msgid "Goals"\nmsgstr ""',
        right='msgid "Goals"\nmsgstr "Mål"',
    ),
)
