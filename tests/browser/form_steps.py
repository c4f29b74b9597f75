"""What an editor does in the form on the site, and a site with a form to do it on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from playwright.sync_api import Locator, Page

from living_strategy.adapters.form_programs import fetch_programs
from tests.integration.site_support import REPOSITORY, program, write_texts
from tests.integration.small_strategy import FILES
from tests.repositories import git

KEPT = ".cache/living-strategy/form"
FORM = "form:\n  host: github\n  login: https://login.example.org/auth\n"
# What the program keeps of those who have logged in.
LOGIN = 'localStorage.setItem("decap-cms-user", JSON.stringify({backendName: "github", token: "x"}))'
BODY = "\nBygger på [[digihjelpen|et eldre prosjekt]].\n"
MORE = {
    "measures/kurs.md": "---\ntitle: Kurs\ngoals: [innbyggernes-ferdigheter]\nstatus: planned\n"
    "responsible: [ks]\nas_of: 2024\nsources: [{title: Strategien, publisher: KS}]\n---\n",
}


def strategy(folder: Path) -> Path:
    """A strategy with a form, in its canonical form, on the branch main of a repository."""
    write_texts(folder, {**FILES, **MORE})
    settings = folder / "strategy/strategy.yml"
    settings.write_text(settings.read_text("utf-8").replace("areas:", f"{FORM}areas:"), "utf-8")
    program(folder, "format")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Begynn")
    give_programs(folder)
    return folder


def give_programs(folder: Path) -> None:
    """Put the programs behind the form where the site takes them from; npm is asked only once."""
    fetch_programs(REPOSITORY)
    shutil.copytree(REPOSITORY / KEPT, folder / KEPT, dirs_exist_ok=True)


def send_to(site: Path, backend: dict[str, str], origin: str) -> None:
    """Let the form on a site send its proposals elsewhere."""
    config = site / "admin/config.yml"
    told = json.loads(config.read_text("utf-8"))
    config.write_text(json.dumps(told | {"backend": backend}), "utf-8")
    page = site / "admin/index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("connect-src &#x27;self&#x27;", f"connect-src 'self' {origin}"))


class Editor:
    """Somebody at the form, whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, target: Locator) -> None:
        """Click, and count it."""
        target.click()
        self.clicks += 1

    def open(self, address: str) -> None:
        """Open an entry, or a new one, and wait until it is there."""
        self.page.goto(address)
        self.page.get_by_text("Lagre", exact=True).or_(
            self.page.get_by_role("button", name="Lagre", exact=True)
        ).first.wait_for()

    def field(self, label: str) -> Locator:
        """The input that belongs to a label."""
        return self.page.get_by_label(label, exact=False).first

    def write(self, name: str, text: str) -> None:
        """Click into a field, and write."""
        field = self.page.locator(f"[id^='{name}-field']").first
        self.click(field)
        field.fill(text)

    def choose(self, name: str, word: str) -> None:
        """Click into a choice, type its word, and take it."""
        field = self.page.locator(f"input[id^='{name}-field'], [id^='{name}-field'] input").first
        self.click(field)
        field.press_sequentially(word)
        field.press("Enter")

    def save(self) -> None:
        """Save, and wait until it is done."""
        self.click(self.page.get_by_role("button", name="Lagre", exact=True))
        self.page.get_by_text("Oppføring lagret", exact=False).first.wait_for()
