"""Codes for a history that is not there, or not whole: what has changed cannot be told then."""

from living_strategy.diagnostics import Severity
from living_strategy.rules.code import Code

HISTORY = (
    Code(
        "history-missing",
        Severity.INFO,
        message="The site cannot say what has changed: the strategy has no history here.",
        messages={
            "git": "The site cannot say what has changed: git, which keeps the history, is not installed here.",
            "repository": "The site cannot say what has changed: the folder of the strategy is in no git repository.",
            "commit": "The site cannot say what has changed: nothing has been committed to the repository yet.",
            "untracked": "The site cannot say what has changed: the strategy has not been committed to the repository that its folder is in.",
        },
        hint="Keep the strategy in a git repository: each change that is published is then shown with its day.",
        hints={
            "git": "Install git on the machine that makes the site.",
            "commit": "Commit the files of the strategy.",
            "untracked": "Commit the files of the strategy, or give it a repository of its own.",
        },
        meaning="What has changed, and when, is read from the history that git keeps. The rest of the site is the same without one.",
        wrong="(the strategy as a folder of files)",
        right="(the strategy as a git repository)",
    ),
    Code(
        "history-shallow",
        Severity.WARNING,
        message="Only the last part of the history was fetched: earlier changes are not shown.",
        hint="Fetch the whole history: git fetch --unshallow",
        hints={
            "github": "Write fetch-depth: 0 below “with:” at actions/checkout in the workflow.",
            "gitlab": "Write GIT_DEPTH: 0 below “variables:” in .gitlab-ci.yml.",
            "azure": "Write fetchDepth: 0 at the checkout step of the pipeline.",
            "bitbucket": "Write depth: full below “clone:” in bitbucket-pipelines.yml.",
        },
        meaning="Pipelines often fetch only the newest state of a repository. The site then shows changes since the first day that is there, and does not know which entries are new.",
        wrong="- uses: actions/checkout@v6",
        right="- uses: actions/checkout@v6\n  with:\n    fetch-depth: 0",
    ),
    Code(
        "history-incomplete",
        Severity.WARNING,
        message="A part of the history is missing or damaged, so that changes are not shown.",
        messages={
            "partial": "Old versions were left out when the repository was fetched, so that changes are not shown.",
            "damaged": "A part of the history is missing or damaged, so that changes are not shown. Git says: {message}",
        },
        hint="Fetch the repository anew.",
        hints={
            "partial": "Take the line “filter:” out of the pipeline, or fetch what is missing: git fetch --refetch --no-filter",
        },
        meaning="To tell what has changed, the earlier versions of all files are needed. They are not fetched one by one while the site is made.",
        wrong="git clone --filter=blob:none …",
        right="git clone …",
    ),
    Code(
        "history-untrusted",
        Severity.WARNING,
        message="Changes are not shown: the folder belongs to another user, and git reads no history there.",
        hint="If you trust what is in the folder, tell git so: {command}",
        meaning="Git does not read repositories that belong to somebody else unless it is told to. In containers the files often belong to another user than the one who makes the site.",
        wrong="(a pipeline whose files belong to another user)",
        right="git config --global --add safe.directory /builds/strategy",
    ),
    Code(
        "unknown-revision",
        Severity.WARNING,
        message="The repository has no tag or commit “{revision}”.",
        hint="Write the name of a tag or commit that is in the repository, or take the line out.",
        meaning="The text that was adopted is found in the history by this name. Without it the site cannot show what is different today.",
        wrong="adopted: [{body: kommunestyret, date: 2025-06-18, ref: vedtatt-2052}]",
        right="adopted: [{body: kommunestyret, date: 2025-06-18, ref: vedtatt-2025}]",
    ),
    Code(
        "moving-revision",
        Severity.WARNING,
        message="“{revision}” leads to another text after each change, but what was adopted stays as it was.",
        hint="Write the tag or commit that was adopted. If it is the newest text, give it a tag with the command “{command}”, and write “ref: {tag}”.",
        meaning="A branch such as main moves with each change, and so does HEAD. An edition that is named by one is another one at each build, with another SHA-256. A tag or a commit stands still.",
        wrong="adopted: [{body: kommunestyret, date: 2025-06-18, ref: main}]",
        right="adopted: [{body: kommunestyret, date: 2025-06-18, ref: vedtatt-2025}]",
    ),
    Code(
        "unknown-trailer",
        Severity.WARNING,
        message="The line “{line}” in commit {commit} (“{subject}”) is not understood, so it changes nothing.",
        messages={
            "several": "Commit {commit} (“{subject}”) gives two classes that differ, so neither counts.",
            "commit": "The line “{line}” in commit {commit} (“{subject}”) speaks of a commit that is not in the history.",
        },
        hints={
            "commit": "Look the name up with “git log --oneline”, and write the line again in one more commit.",
        },
        hint="Write Change: editorial, Change: clarification or Change: substantive, once. If the commit is published, say it in one that changes nothing: {command}",
        hint_near="Did you mean “{near}”? If the commit is published, say it in one that changes nothing: {command}",
        meaning="An editor may say how a change counts, in a line at the end of the message of the commit. A line that is misspelt counts for nothing, and readers are told of the change as if it were not there. Commits of the last 90 days are looked at.",
        wrong="Chnage: editorial",
        right="Change: editorial",
    ),
)
