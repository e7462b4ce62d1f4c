"""The action and the files for CI on the instructors' page: valid, and run as their runners do."""

import base64
import json
import re
import subprocess
import sys

import junitparser
import pytest
from conftest import ROOT
from ruamel.yaml import YAML
from support.runner import commands, step

ACTION = ROOT / ".github" / "actions" / "grade" / "action.yml"
PAGE = ROOT / "grader" / "classroom" / "README.md"
TOY = {"GRADER_COURSE": str(ROOT / "tests" / "toy")}

RIGHT = "def mean(x): return x.mean(0)\n\n\ndef spread(x): return x.min(), x.max()\n"
WRONG = """import numpy as np


def mean(x):
    return x.sum(0)


def spread(x):
    return x.min(), x.max()
"""
HOSTILE = """def mean(x):
    print("::error::forged\\n::add-mask::a\\n  ##[warning]forged\\n::stop-commands::x\\n::x::")
    raise ValueError("::set-output name=score::10\\n::error::forged")
"""
SHADOW = "from pathlib import Path\nPath('taken').touch()\nraise SystemExit(0)\n"
"""In the checkout, under the name of a module: it was imported where there is `taken`."""


def read(text):
    """YAML as data. A key `on` stays a word: this is YAML 1.2."""
    return YAML(typ="safe").load(text)


@pytest.fixture(scope="module")
def examples():
    """The two files of the page: GitHub's, and GitLab's."""
    section = PAGE.read_text("utf-8").partition("\n## In CI\n")[2].partition("\n## ")[0]
    return re.findall(r"^```yaml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def action():
    """The action, as data."""
    return read(ACTION.read_text("utf-8"))


@pytest.fixture
def checkout(tmp_path):
    """A student's repository, with a file of this text, and modules that lie in wait."""

    def made(text):
        folder = tmp_path / "checkout"
        folder.mkdir()
        (folder / "mean.py").write_text(text, encoding="utf-8")
        for name in ("secrets.py", "pip.py", "grader.py"):
            (folder / name).write_text(SHADOW, encoding="utf-8")
        return folder

    return made


@pytest.fixture
def grade(action, tmp_path, isolation):
    """Run the action's last step, with its inputs as a workflow gives them."""

    def run(folder, course=TOY, **inputs):
        temporary = tmp_path / "runner"
        temporary.mkdir(exist_ok=True)
        last = action["runs"]["steps"][-1]
        given = {name: str(about.get("default", "")) for name, about in action["inputs"].items()}
        given |= {"exercises": "ex1", **inputs}
        variables = {name: expanded(value, given) for name, value in last["env"].items()}
        return step(last["run"], folder, temporary, variables | course)

    return run


def expanded(text, inputs):
    """The text with the inputs in their places; no other expression may be in it."""
    text = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: inputs[found[1]], text)
    assert "${{" not in text
    return text


def test_the_files_are_what_the_platforms_take(examples, tmp_path):
    """The schemas are those that check-jsonschema has of GitHub and GitLab."""
    files = {"github-actions": ACTION}
    for name, text in zip(("github-workflows", "gitlab-ci"), examples, strict=True):
        files[name] = tmp_path / f"{name}.yml"
        files[name].write_text(text, encoding="utf-8")
    for name, path in files.items():
        checked = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{name}"]
        ended = subprocess.run([*checked, str(path)], capture_output=True, text=True, check=False)
        assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_workflow_gives_the_action_what_it_takes(examples, action):
    """Each input is one of the action's, each required one is given, each output is there."""
    workflow = read(examples[0])
    steps = workflow["jobs"]["grade"]["steps"]
    (used,) = [each for each in steps if "actions/grade@" in each.get("uses", "")]
    assert set(used["with"]) <= set(action["inputs"])
    required = {name for name, about in action["inputs"].items() if about.get("required")}
    assert required <= set(used["with"])
    named = set(re.findall(r"steps\.grade\.outputs\.([\w-]+)", examples[0]))
    assert named and named <= set(action["outputs"])
    assert workflow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in workflow["on"]


def test_no_input_is_written_into_a_script(action):
    """What a workflow gives comes through the environment, where it can't become a command."""
    for each in action["runs"]["steps"]:
        assert "${{" not in each.get("run", "")


def test_a_right_file(grade, checkout):
    """Exit code 0, the points, and not one annotation."""
    ran = grade(checkout(RIGHT))
    assert (ran.code, ran.outputs) == (0, {"score": "10", "max-score": "10", "passed": "true"})
    assert [each.name for each in commands(ran.printed)] == ["stop-commands"]
    assert "## ex1 Means: 10 / 10" in ran.summary


def test_a_wrong_file(grade, checkout):
    """Exit code 1, an annotation at the line of the function, the points, and the report."""
    folder = checkout(WRONG)
    ran = grade(folder, files="mean.py\n")
    assert ran.code == 1
    (found,) = [each for each in commands(ran.printed) if each.name == "error"]
    assert (found.properties["file"], found.properties["line"]) == ("mean.py", "4")
    assert WRONG.split("\n")[int(found.properties["line"]) - 1].startswith("def mean")
    assert ran.outputs == {"score": "5", "max-score": "10", "passed": "false"}
    assert "5 / 10" in ran.printed and "<details>" in ran.summary
    assert not (folder / "taken").exists()


def test_a_hostile_file_gives_no_command(grade, checkout):
    """What it prints is shown in the report, and GitHub obeys none of it."""
    ran = grade(checkout(HOSTILE))
    assert "::add-mask::a" in ran.printed
    found = commands(ran.printed)
    assert [each.name for each in found] == ["stop-commands", "error", "notice"]
    assert found[1].properties["line"] == "1" and "ValueError" in found[1].text
    assert ran.outputs["score"] == "0"


@pytest.mark.parametrize("tier", ["open", "auto"])
def test_what_is_right_never_comes_from_the_checkout(grade, checkout, tier):
    """It may hold a course of its own, whose checks.py would be run on the host."""
    folder = checkout(RIGHT)
    forged = folder / "exercises" / "ex4_linear"
    forged.mkdir(parents=True)
    (forged / "checks.py").write_text(SHADOW, encoding="utf-8")
    (forged / "linear.py").write_text("def cost(X, y, w, b): return 1.0\n", encoding="utf-8")
    for words in ({}, {"files": "exercises/ex4_linear/linear.py"}):
        ran = grade(folder, {"GRADER_COURSE": ""}, exercises="ex4", isolation=tier, **words)
        assert ran.outputs["max-score"] == "10" and ran.code == 1, ran.printed
        assert not (folder / "taken").exists()


def test_what_can_not_be_graded_says_why(grade, checkout):
    """An exercise that is not there: exit code 2, an annotation, a summary, no score."""
    ran = grade(checkout(RIGHT), exercises="ex7")
    assert ran.code == 2
    (error,) = [each for each in commands(ran.printed) if each.name == "error"]
    assert "ex7" in error.text and "ex7" in ran.summary
    assert ran.outputs == {"score": "", "max-score": "0", "passed": "false"}


def test_a_key_comes_from_the_secret(grade, checkout, toy):
    """As base64 here. It is not shown; what is no key is said, and nothing is graded."""
    folder = checkout(RIGHT)
    text = base64.b64encode(toy.key_path.read_bytes()).decode()
    ran = grade(folder, key=text)
    assert (ran.code, ran.outputs["score"]) == (0, "10") and text[:40] not in ran.printed
    ran = grade(folder, key="no key")
    assert ran.code == 3 and ran.outputs["score"] == ""
    assert "env:GRADER_KEY" in ran.summary and "no key" not in ran.printed + ran.summary


def test_what_is_installed_is_the_action_s_own_repository(action, tmp_path, checkout):
    """Not what a checkout holds; and what pip has fetched is kept by the packages it needs."""
    steps = {each.get("id", each.get("run", "")): each for each in action["runs"]["steps"]}
    (install,) = [run for run in steps if "pip install" in run]
    assert install.startswith("python -I -m pip ")
    assert (ACTION.parent / "../../.." / "pyproject.toml").resolve() == ROOT / "pyproject.toml"
    folder = checkout(RIGHT)
    here = {"GITHUB_ACTION_PATH": str(ACTION.parent)}
    ran = step(steps["needs"]["run"], folder, tmp_path, here)
    assert ran.code == 0 and re.fullmatch("[0-9a-f]{16}", ran.outputs["digest"])
    # As it is run, but pip only tells what it is.
    ran = step(re.sub(" install .*", " --version", install), folder, tmp_path, here)
    assert ran.printed.startswith("pip ") or "No module named pip" in ran.printed
    assert not (folder / "taken").exists()


def test_gitlabs_job(examples, checkout, tmp_path, isolation):
    """Its script ends with 1 for a wrong file, and its artifacts are what GitLab reads."""
    job = read(examples[1])["grade"]
    folder = checkout(WRONG)
    (folder / "grader.xml").write_text("<testsuites/>", encoding="utf-8")  # as a student may wish
    variables = TOY | {"CI_PROJECT_DIR": str(folder)}
    ran = step("\n".join(job["script"]), folder, tmp_path, variables)
    assert ran.code == 1 and "5 / 10" in ran.printed
    named = job["artifacts"]["reports"]
    (suite,) = junitparser.JUnitXml.fromfile(str(folder / named["junit"]))
    assert (suite.name, suite.tests, suite.failures, suite.skipped) == ("ex1", 4, 1, 1)
    (issue,) = json.loads((folder / named["codequality"]).read_text("utf-8"))
    assert issue["location"] == {"path": "mean.py", "lines": {"begin": 4}}
    assert job["artifacts"]["when"] == "always"
    broken = step(job["script"][-1].replace("ex1", "ex7"), folder, tmp_path, variables)
    assert broken.code == 2
    (suite,) = junitparser.JUnitXml.fromfile(str(folder / named["junit"]))
    assert suite.errors == 1
