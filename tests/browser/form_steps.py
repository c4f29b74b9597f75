"""What an editor does in the form on the site, and a strategy with a form to do it on."""

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
# Pages of municipalities would take most of the time.
SETTINGS = """\
use: {municipalities: off}
form:
  host: github
  login: https://login.example.org/auth
areas:
"""
# What the program keeps of those who have logged in.
LOGIN = """() => localStorage.setItem(
  "decap-cms-user", JSON.stringify({ backendName: "github", token: "x" }))"""
SOURCE = "sources: [{title: Strategien, publisher: KS}]"
MORE = {
    "goals/apenhet.md": "---\ntitle: Kommunen er åpen\narea: digital-kompetanse\n"
    f"standing: proposed\nas_of: 2024\n{SOURCE}\n---\n\nAlle ser hva som skjer.\n",
    "measures/kurs.md": "---\ntitle: Kurs\ngoals: [innbyggernes-ferdigheter]\nstatus: planned\n"
    f"responsible: [ks]\naudience: [resident]\nas_of: 2024\n{SOURCE}\n---\n\nSe [[veiledning]].\n",
    **{
        f"measures/{name}.md": f"---\ntitle: {title}\ngoals: [apenhet]\nstatus: planned\n"
        f"responsible: [ks]\naudience: [resident]\nas_of: 2024\n{SOURCE}\n---\n"
        for name, title in (
            ("arkiv", "Arkiv"),
            ("arkiv-i-skyen", "Arkiv i skyen"),
            ("kalender", "Kalender"),
        )
    },
}


def strategy(folder: Path) -> Path:
    """A strategy with a form, in its canonical form, on the branch main of a repository."""
    write_texts(folder, {**FILES, **MORE})
    settings = folder / "strategy/strategy.yml"
    settings.write_text(settings.read_text("utf-8").replace("areas:\n", SETTINGS), "utf-8")
    program(folder, "format")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=Begynn")
    give_programs(folder)
    return folder


def give_programs(folder: Path) -> None:
    """Put the programs behind the form where a site takes them from; npm is asked only once."""
    fetch_programs(REPOSITORY)
    shutil.copytree(REPOSITORY / KEPT, folder / KEPT, dirs_exist_ok=True)


def send_to(site: Path, backend: dict[str, str], origin: str) -> None:
    """Let the form on a site send its proposals elsewhere."""
    config = site / "admin/config.yml"
    told = json.loads(config.read_text("utf-8"))
    config.write_text(json.dumps(told | {"backend": backend}), "utf-8")
    page = site / "admin/index.html"
    text = page.read_text("utf-8")
    assert "; object-src" in text
    page.write_text(text.replace("; object-src", f" {origin}; object-src"), "utf-8")


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
        """Follow a link to an entry or a new one, and wait until it is there. Nothing is kept of
        what was on the page before.
        """
        self.page.goto("about:blank")
        self.page.goto(address)
        self.clicks += 1
        self.button("Lagre").wait_for()

    def report(self, address: str) -> None:
        """Go from the page of an entry, which is already open, to the report of a new status, and
        wait until it can be written.
        """
        self.page.goto(address)
        if self.page.locator("details.ls-report").count():
            self.click(self.page.locator(".ls-report summary"))
        self.click(self.page.locator(".ls-report a").first)
        self.reporting()

    def reporting(self) -> None:
        """Wait until a report can be written, with the keyboard in its first field."""
        self.button("Send til godkjenning").wait_for()
        self.page.wait_for_function("document.activeElement?.id.startsWith('status-field')")

    def button(self, name: str) -> Locator:
        """The button with these words."""
        return self.page.get_by_role("button", name=name, exact=True).first

    def field(self, name: str) -> Locator:
        """The first input of a field."""
        return self.page.locator(f"[id^='{name}-field']").first

    def inner(self, name: str, part: str) -> Locator:
        """The input of a field in the part that was added last."""
        return self.page.locator(f"[id^='{part}-field'] [id^='{name}-field']").last

    def take(self, word: str) -> None:
        """Type the beginning of a word where the keyboard is, and take it."""
        self.page.keyboard.type(word)
        self.page.keyboard.press("Enter")

    def write(self, name: str, text: str) -> None:
        """Click into a field, and write."""
        self.click(self.field(name))
        self.field(name).fill(text)

    def choose(self, name: str, word: str) -> None:
        """Click into a choice, type the beginning of a word, and take it."""
        self.click(self.field(name))
        self.field(name).press_sequentially(word)
        self.field(name).press("Enter")

    def save(self) -> None:
        """Save, and wait until it is done."""
        self.click(self.button("Lagre"))
        self.page.get_by_text("Endringer lagret").first.wait_for()

    def send(self) -> None:
        """Ask for a review, and wait until that is done."""
        self.click(self.button("Status: Kladd"))
        self.click(self.page.get_by_role("menuitem", name="Til godkjenning"))
        self.button("Status: Til godkjenning").wait_for()

    def save_and_send(self) -> None:
        """Send a report, and wait until it is to be reviewed."""
        self.click(self.button("Send til godkjenning"))
        self.page.get_by_text("Sendt til godkjenning").first.wait_for()
        self.button("Status: Til godkjenning").wait_for()

    def refused(self) -> str:
        """Try to save, and return what the form says."""
        self.click(self.button("Lagre"))
        said = self.page.get_by_text("Kunne ikke lagre").first
        said.wait_for()
        return said.inner_text()
