"""The attack corpus: what stands in the header of each file of attacks/, and as a table.

A header is the module's docstring: what is tried and why it must fail, an empty line, and
lines `key: value`:

    category  one of CATEGORIES
    expect    `check verdict[/verdict...]` pairs; `all verdict`; or `denied`, for an attempt at
              what a lockdown forbids, with a right mean only where it was let
    score     the points that it must get; 10|3 where the tier decides
    open      what becomes of it with no lockdown: `same`; `succeeds`, and then it passes every
              check (the positive control of a denial); `depends` on the machine; or `never`
              tried, because it would do harm
    gain      what it gains here, for the table
    exercise  toy (the default); guess, which predicates judge; ex1 or ex3, of TensorFlow
    key       public (the default), or secret: a key of another seed
    file      the name under which it is handed in
    source    `empty`: nothing is handed in
    seconds   what the submission may take in all

A file finds what lies outside by placeholders, which are replaced before it is graded:
@CANARY@ (a folder with a gradebook, a solution, a neighbour's file), @KEY@, @TABLE@ (the
public key's answers), @NEIGHBOUR@ and @ZYGOTE@ (process ids), @PORT@, @ABSTRACT@ (sockets).
`# @CHANNEL@` becomes attack_channel.py: how to find the channel to the judge, and write to it.
@DEEP@ is 60,000 signs, at which a parser gives up, and so would tools that read the corpus.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "attacks"
TABLE = FOLDER / "README.md"
CHANNEL = Path(__file__).parent / "attack_channel.py"
SECURITY = FOLDER.parent.parent / ".github" / "SECURITY.md"
MARK = "<!-- written by `python tests/support/attack_corpus.py` from here on -->"

CATEGORIES = {
    "spoofing": "values that pretend to be others",
    "channel": "forged and hostile frames on the channel to the judge",
    "leaving": "ending in a way that might count as success",
    "peeking": "looking for answers, grades and secrets",
    "tampering": "changing what others use",
    "exhaustion": "using up what others need",
    "escape": "getting out of the worker",
}
OPEN = ("same", "succeeds", "depends", "never")
DENIED = (
    "mean_shape failed/error/crashed, mean_values skipped, mean_purity skipped, "
    "spread_values passed"
)
_HEADER = re.compile(r'"""(.*?)\n\n(.*?)\n"""', re.DOTALL)


@dataclass(frozen=True)
class Attack:
    """A file of the corpus: its text, and what its header says."""

    name: str
    text: bytes
    about: str
    category: str
    expect: str
    score: str
    open: str
    gain: str
    exercise: str = "toy"
    key: str = "public"
    file: str = ""
    source: str = ""
    seconds: str = ""

    @property
    def scores(self) -> set[float]:
        """The points that it may get."""
        return {float(score) for score in self.score.split("|")}

    def verdicts(self, checks: list[str]) -> dict[str, set[str]]:
        """The verdicts that each of the exercise's checks may have."""
        pairs = [pair.split() for pair in (DENIED if self.denied else self.expect).split(",")]
        allowed = {name: set(verdict.split("/")) for name, verdict in pairs}
        return {check: allowed.get("all") or allowed[check] for check in checks}

    @property
    def denied(self) -> bool:
        """Whether it attempts what a lockdown forbids."""
        return self.expect == "denied"


def read(path: Path) -> Attack:
    """The attack in a file; raises ValueError for a header that is none."""
    text = path.read_bytes()
    header = _HEADER.search(text.decode("utf-8", "replace"))
    if header is None:
        raise ValueError(f"{path.name}: no header")
    lines = (line.split(": ", 1) for line in header[2].splitlines())
    try:
        attack = Attack(path.stem, text, " ".join(header[1].split()), **dict(lines))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from None
    if attack.category not in CATEGORIES or attack.open not in OPEN:
        raise ValueError(f"{path.name}: category {attack.category!r}, open {attack.open!r}")
    return attack


ATTACKS = [read(path) for path in sorted(FOLDER.glob("*.py"))]


def table() -> str:
    """The corpus as Markdown: what is tried, and what it gains."""
    lines = [
        "# The attack corpus",
        "",
        f"{len(ATTACKS)} files, each graded between two honest ones. Written by "
        "`python tests/support/attack_corpus.py` from the headers of the files.",
    ]
    for category, title in CATEGORIES.items():
        found = [attack for attack in ATTACKS if attack.category == category]
        lines += ["", f"## {category.capitalize()}: {title}", ""]
        lines += ["| attack | what it tries | what it gains here |", "|---|---|---|"]
        for attack in found:
            about = attack.about.replace("|", "\\|")
            lines.append(f"| [{attack.name}]({attack.name}.py) | {about} | {attack.gain} |")
    return "\n".join(lines) + "\n"


def summary() -> str:
    """For SECURITY.md: what each attack gains."""
    lines = ["| attack | what it gains here |", "|---|---|"]
    for category, title in CATEGORIES.items():
        lines.append(f"| **{category}**: {title} | |")
        for attack in ATTACKS:
            if attack.category == category:
                lines.append(
                    f"| [{attack.name}](../tests/attacks/{attack.name}.py) | {attack.gain} |"
                )
    return "\n".join(lines) + "\n"


def with_summary(text: str) -> str:
    """The text of SECURITY.md with the summary as its last part."""
    return text[: text.index(MARK) + len(MARK)] + "\n\n" + summary()


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
    SECURITY.write_text(with_summary(SECURITY.read_text(encoding="utf-8")), encoding="utf-8")
