"""The programs behind the form on the site: fetched from npm by one command, at one version each.

They lie below `.cache/` and are published from there, if they are what their hashes say.
"""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from living_strategy.adapters.storage.database import FOLDER as CACHE
from living_strategy.form_site import CMS, PROGRAMS, YAML
from living_strategy.forms.web.backend import is_other_host
from living_strategy.language import Language
from living_strategy.publication import Publication

_FOLDER = f"{CACHE}/form"
_PATIENCE = 300


@dataclass(frozen=True, slots=True)
class _Program:
    """A file of a package on npm, by its SHA-256."""

    package: str
    path: str
    digest: str


_DECAP, _JS_YAML = "decap-cms@3.16.3", "js-yaml@4.3.2"
_PROGRAMS: Mapping[str, _Program] = {
    CMS: _Program(
        _DECAP,
        "package/dist/decap-cms.js",
        "7c1efd6b616b4786e279aeef194dd21649a72058d3bc8d1f78901b574610dfb8",
    ),
    "decap-cms.LICENSE.txt": _Program(
        _DECAP,
        "package/dist/decap-cms.js.LICENSE.txt",
        "c6ce115db01da234282652ca162b96f71507dac9ab85e6994a4eb3aed3155779",
    ),
    YAML: _Program(
        _JS_YAML,
        "package/dist/js-yaml.min.js",
        "32391560601990bb6e0daabd8106a35a6a539de088532413931a70a4cb4f4769",
    ),
    "js-yaml.LICENSE.txt": _Program(
        _JS_YAML,
        "package/LICENSE",
        "a07bc24468b9654ce76a547d47a2db282d07733b715db4c73a98bd63961f9550",
    ),
}


class FormProgramError(Exception):
    """The programs could not be fetched. Its text is a message id, and `reason` what was said."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason

    def message(self, language: Language) -> str:
        """Return what went wrong, in the reader's language."""
        return language.text(str(self)).format(reason=self.reason)


def kept_programs(root: Path) -> dict[str, bytes]:
    """Return the programs that are there and are what they should be, by their names."""
    programs: dict[str, bytes] = {}
    for name in PROGRAMS:
        try:
            content = (root / _FOLDER / name).read_bytes()
        except OSError:
            continue
        if _digest(content) == _PROGRAMS[name].digest:
            programs[name] = content
    return programs


def fetch_programs(root: Path) -> None:
    """Fetch the programs that are not there, all of them or none.

    Raises:
        FormProgramError: there is no npm, it failed, or a file is another one than it should be.
        OSError: the folder cannot be written to.
    """
    missing = {name: _PROGRAMS[name] for name in PROGRAMS if name not in kept_programs(root)}
    packages = {program.package for program in missing.values()}
    files = {package: _unpacked(_packed(package)) for package in sorted(packages)}
    contents = {name: files[file.package].get(file.path, b"") for name, file in missing.items()}
    for name, content in contents.items():
        if _digest(content) != _PROGRAMS[name].digest:
            raise FormProgramError(_WRONG, name)
    folder = root / _FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)


def form_notice(publication: Publication) -> str:
    """Return why a site has no form although it should; empty where all is well."""
    language, settings = publication.language, publication.settings
    if settings.form is None or publication.has_form or publication.has_errors:
        return ""
    repository = publication.form.repository
    if is_other_host(repository, settings.form):
        return language.text(
            "The site has no form for proposals: strategy.yml says “host: {host}” under “form:”, "
            "and the repository is at {address}."
        ).format(host=settings.form.host.value, address=repository)
    if publication.form.backend(settings, language) is None:
        return language.text(
            "The site has no form for proposals, because the address of the repository is not "
            "known. Give it as repo_url in mkdocs.yml, or with --repo-url."
        )
    return language.text(
        "The site has no form for proposals, because its programs have not been fetched. Type "
        "“{command}” first; it needs npm."
    ).format(command=language.command("forms"))


def _packed(package: str) -> bytes:
    """Return a package as npm has it, from whatever registry it is told to use."""
    npm = shutil.which("npm")
    if npm is None:
        raise FormProgramError(_NO_NPM)
    with tempfile.TemporaryDirectory() as folder:
        command = (npm, "pack", package, "--json", "--ignore-scripts", "--loglevel=error")
        try:
            done = subprocess.run(  # noqa: S603 - npm with our own arguments
                command, cwd=folder, capture_output=True, check=False, timeout=_PATIENCE
            )
            if done.returncode == 0:
                name = json.loads(done.stdout)[0]["filename"]
                return (Path(folder) / Path(name).name).read_bytes()
        except (OSError, subprocess.TimeoutExpired, ValueError, LookupError, TypeError) as error:
            raise FormProgramError(_FAILED, str(error)) from None
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise FormProgramError(_FAILED, said[0] if said else str(done.returncode))


def _unpacked(package: bytes) -> dict[str, bytes]:
    wanted = {program.path for program in _PROGRAMS.values()}
    files: dict[str, bytes] = {}
    try:
        with tarfile.open(fileobj=io.BytesIO(package), mode="r:gz") as archive:
            for member in archive:
                if (
                    member.name in wanted
                    and member.isfile()
                    and (file := archive.extractfile(member))
                ):
                    files[member.name] = file.read()
    except (tarfile.TarError, OSError, EOFError) as error:
        raise FormProgramError(_FAILED, str(error)) from None
    return files


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _(message: str) -> str:
    """Mark a message that is translated where it is shown."""
    return message


_NO_NPM = _(
    "There is no npm here, and the programs behind the form come from it. Install Node.js, or "
    "build the site without the form."
)
_FAILED = _("npm could not fetch the programs behind the form: {reason}")
_WRONG = _("“{reason}” is not the file it should be, so nothing was kept. Try once more.")
