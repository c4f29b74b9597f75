"""The commands, in the order of work; one command one file."""

from __future__ import annotations

from living_strategy.adapters.cli.command import Command
from living_strategy.adapters.cli.translatable import N_

COMMANDS: tuple[Command, ...] = (
    Command("start", N_("Begin a strategy of your own."), "start"),
    Command("check", N_("Find mistakes in the strategy."), "check"),
    Command("build", N_("Write the pages and the open data into a folder."), "build"),
    Command("serve", N_("Show the site while you write."), "serve"),
    Command("status", N_("Say what is late or not looked at, and whom to ask."), "status"),
    Command("list", N_("List the entries of the strategy."), "listing"),
    Command("show", N_("Show one entry with all its links."), "show"),
    Command("changes", N_("Tell what has changed in the strategy."), "changes"),
    Command("review", N_("Tell what a proposal changes for readers."), "review"),
    Command("report", N_("Report what happened in a period."), "report"),
    Command("new", N_("Begin a new entry."), "new"),
    Command("set", N_("Set fields of an entry to other values."), "setting"),
    Command(
        "from-issue", N_("Take over a status that somebody has reported in an issue."), "from_issue"
    ),
    Command("issue-forms", N_("Write the forms in which readers propose changes."), "issue_forms"),
    Command("rename", N_("Give an entry another id."), "rename"),
    Command("retire", N_("Take an entry out of the strategy; its page stays."), "retire"),
    Command("upstream", N_("Follow a national strategy in a version of your choice."), "upstream"),
    Command("adopt", N_("Say what the council has decided about a national goal."), "adopt"),
    Command("collect", N_("Fetch what local strategies say about this one."), "collect"),
    Command("export", N_("Write the content as a workbook to edit in."), "exporting"),
    Command("import", N_("Take over what was changed in a workbook."), "importing"),
    Command("format", N_("Write the content in its one form."), "formatting"),
    Command("forms", N_("Fetch the programs behind the form on the site."), "form_site"),
    Command("explain", N_("Explain a finding."), "explain"),
    Command("upgrade", N_("Take a later version of the program."), "upgrade"),
    Command("catalogue", N_("Write the words of the site, to be translated."), "catalogue"),
    Command("schema", N_("Write the fields of a kind as JSON Schema (draft 2020-12)."), "schema"),
)
