"""What is in an answer key, as text."""

from grader.course import AnswerKey


def render(key: AnswerKey) -> str:
    """The key's origin, its checks with the number of cases, its known mistakes and changes."""
    versions = ", ".join(f"{name} {version}" for name, version in key.versions.items())
    seed = f"public seed {key.seed}" if key.seed_is_public else "a secret seed"
    sources = ", ".join(f"{name} {digest[:8]}" for name, digest in key.sources.items())
    lines = [
        f"answer key of {key.exercise}, fingerprint {key.fingerprint}",
        f"built with {seed}, {versions}",
        f"from {sources}",
        "",
        "cases  check",
    ]
    lines += [f"{len(check.cases):5}  {name}" for name, check in key.checks.items()]
    lines += ["", "known mistakes"]
    for mistake in key.mistakes:
        lines += [f"  {mistake.name}", *(f"      {hint}" for hint in mistake.hints)]
    if key.changes:
        lines += ["", "changes of the reference"]
        lines += [f"  {' / '.join(map(str, change.said))}" for change in key.changes]
    return "\n".join(lines) + "\n"
