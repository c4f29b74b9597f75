"""Words of Decap CMS that its own Norwegian lacks, by their keys: those that our form can show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from living_strategy.language import Language


def words(language: Language) -> dict[str, Any]:
    """Return the words as the program has them: nested by the parts of their keys. `%{…}` is for
    the program to fill.
    """
    return _nested(_WORDS, language)


def sending_words(language: Language) -> dict[str, Any]:
    """Return the words, in that form, where saving is sending for review, too."""
    return _nested(_SENDING, language)


def trial_words(language: Language) -> dict[str, Any]:
    """Return the words, in that form, of a trial: the first page has a button, and asks for no
    login.
    """
    return {"auth": {"login": language.text("Try the form")}}


def _nested(messages: Mapping[str, str], language: Language) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for path, message in messages.items():
        *folders, name = path.split(".")
        inner = nested
        for folder in folders:
            inner = inner.setdefault(folder, {})
        inner[name] = language.text(message).replace("{{", "%{").replace("}}", "}")
    return nested


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


_WORDS = {
    "collection.sidebar.allCollections": _("All lists"),
    "collection.sidebar.searchIn": _("Search in"),
    "collection.collectionTop.viewAsList": _("Show as a list"),
    "collection.collectionTop.viewAsGrid": _("Show as cards"),
    "collection.collectionTop.searchResults": _("Results for “{{searchTerm}}”"),
    "collection.collectionTop.searchResultsInCollection": _(
        "Results for “{{searchTerm}}” in {{collection}}"
    ),
    "collection.collectionTop.filterBy": _("Filter by"),
    "collection.collectionTop.groupBy": _("Group by"),
    "collection.entries.unpublishedHeader": _("Entries not published yet"),
    "editor.editorControl.field.widgetLabel": _("Field: {{widgetLabel}}"),
    "editor.editorControlPane.widget.invalidPath": _("“{{path}}” is no valid path"),
    "editor.editorControlPane.widget.pathExists": _("The path “{{path}}” is taken"),
    "editor.editorInterface.togglePreview": _("Show or hide the preview"),
    "editor.editorInterface.toggleScrollSync": _("Scroll both sides together"),
    "editor.editorInterface.toggleNotes": _("Show or hide remarks"),
    "editor.editorToolbar.deployButtonLabel": _("Show on the site"),
    "editor.editorNotesPane.title": _("Remarks"),
    "editor.editorNotesPane.emptyState": _("No remarks yet."),
    "editor.editorNotesPane.addNote": _("Add a remark"),
    "editor.editorNotesPane.addPlaceholder": _("Write a remark …"),
    "editor.editorNotesPane.editPlaceholder": _("Change the remark …"),
    "editor.editorNotesPane.save": _("Save"),
    "editor.editorNotesPane.cancel": _("Cancel"),
    "editor.editorNotesPane.edit": _("Change"),
    "editor.editorNotesPane.delete": _("Delete"),
    "editor.editorNotesPane.resolve": _("Mark as settled"),
    "editor.editorNotesPane.unresolve": _("Open again"),
    "editor.editorNotesPane.confirmDelete": _("Do you want to delete this remark?"),
    "editor.editorNotesPane.shortcut": _("Ctrl and Enter add the remark."),
    "editor.editorToolbar.statusInfoTooltipDraft": _(
        "The proposal is a draft. Set the status to “In review” when it is ready to be read."
    ),
    "editor.editorToolbar.statusInfoTooltipInReview": _(
        "The proposal is being read. You need not do more, but may still change it."
    ),
    "editor.editorWidgets.list.add": _("Add {{item}}"),
    "editor.editorWidgets.list.addType": _("Add {{item}}"),
    "editor.editorWidgets.object.expand": _("Unfold"),
    "editor.editorWidgets.object.collapse": _("Fold"),
    # The program has the names of months in English alone.
    "workflow.workflow.dateFormat": _("YYYY-MM-DD"),
    "ui.settingsDropdown.account": _("Your account"),
    "ui.toast.noteAdded": _("The remark is added"),
    "ui.toast.onFailToAddNote": _("The remark was not added: {{details}}"),
    "ui.toast.noteUpdated": _("The remark is changed"),
    "ui.toast.onFailToUpdateNote": _("The remark was not changed: {{details}}"),
    "ui.toast.noteDeleted": _("The remark is deleted"),
    "ui.toast.onFailToDeleteNote": _("The remark was not deleted: {{details}}"),
    "ui.toast.noteResolved": _("The remark is settled"),
    "ui.toast.noteReopened": _("The remark is open again"),
    "ui.toast.onFailToToggleNote": _("The remark was not changed: {{details}}"),
    "ui.toast.onLoggedOut": _("You have been logged out. Keep a copy of your text, and log in."),
    "ui.toast.onBackendDown": _("The place of the repository does not answer. See {{details}}."),
}
_SENDING = {
    "editor.editorToolbar.save": _("Send for review"),
    "editor.editorToolbar.saving": _("Sending …"),
    "ui.toast.entrySaved": _("Sent for review"),
}
