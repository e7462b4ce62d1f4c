"""The commands as a user runs them: output, errors, exit codes."""

import json
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT, SUBMISSIONS

from grader.cli.program import main

TOY = ROOT / "tests" / "toy"


@pytest.fixture
def run(monkeypatch, capsys):
    """Run a command in the toy course; exit code, standard output, standard error."""

    def call(*arguments, cwd=TOY):
        code: object
        monkeypatch.chdir(cwd)
        try:
            code = main(list(arguments))
        except SystemExit as exit_:
            code = exit_.code
        return code, *capsys.readouterr()

    return call


def test_a_right_file_is_0_and_a_wrong_one_1(run, tmp_path):
    """The exit code says whether every check passed."""
    right = tmp_path / "right.py"
    right.write_text("def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n")
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def mean(x): return x.sum(0)\n")
    code, out, err = run("check", "ex1", str(right))
    assert (code, err) == (0, "")
    assert "score" in out and "10 / 10" in out
    code, out, err = run("check", "ex1", str(wrong))
    assert (code, err) == (1, "")
    assert "These are sums" in out


def test_json_is_one_object_and_nothing_else(run, tmp_path):
    """The schema's fields, on standard output alone."""
    path = tmp_path / "wrong.py"
    path.write_text("def mean(x): return x.sum(0)\n")
    code, out, err = run("check", "ex1", str(path), "--format", "json")
    report = json.loads(out)
    assert (code, err) == (1, "")
    assert report["schema"] == "grader.report/1"
    assert report["status"] == "graded"
    assert (report["score"], report["max_score"]) == (2.0, 10.0)
    assert report["key"]["seed_is_public"] is True
    failed = report["checks"][1]
    assert failed["verdict"] == "failed"
    assert failed["mistake"]["name"] == "mean_sum"
    assert set(failed["counterexample"]) == {
        *("inputs", "expected", "returned", "stays", "instead", "try")
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "ex7"], "did you mean ex1?"),
        (["check", "mean.py"], "did you mean exercises/ex1_mean/mean.py?"),
        (["check", "ex1", "nothing.py"], "does not exist"),
        (["check", "ex1", "."], "is a folder"),
        (["check", "ex1", "--only", "mean_valeus"], "did you mean mean_values?"),
        (["key", "show", "ex7"], "did you mean ex1?"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(run, arguments, message):
    """What is not there, and what to try."""
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("grader: ") and err.count("\n") == 1
    assert message in err


def test_a_key_that_is_damaged_is_exit_3(run, tmp_path):
    """Our failure is never the student's."""
    path = tmp_path / "broken.key"
    path.write_bytes(b"nothing")
    code, _, err = run("check", "ex1", "--key", str(path))
    assert code == 3
    assert "not an answer key" in err


def test_only_runs_what_is_named(run, tmp_path):
    """A function or a check."""
    path = tmp_path / "wrong.py"
    path.write_text("def mean(x): return x.sum(0)\n")
    _, out, _ = run("check", "ex1", str(path), "--only", "mean_purity", "--format", "json")
    assert [c["name"] for c in json.loads(out)["checks"]] == ["mean_purity"]
    _, out, _ = run("check", "ex1", str(path), "--only", "spread", "--format", "json")
    assert [c["name"] for c in json.loads(out)["checks"]] == ["spread_values"]


def test_without_a_file_the_exercises_own_is_taken(run, tmp_path):
    """In the working directory first, else in exercises/."""
    _, out, _ = run("check", "ex1", "--format", "json")
    assert json.loads(out)["checks"][0]["verdict"] == "not_attempted"
    own = TOY / "exercises" / "ex1_mean"
    _, out, _ = run("check", "ex1", "--format", "json", cwd=own)
    assert json.loads(out)["submission"] == "mean.py"


def test_a_new_mistake_is_shrunk_live(run, tmp_path):
    """Where the reference is at hand, Hypothesis looks for a plainer input."""
    path = tmp_path / "odd.py"
    path.write_text("def mean(x):\n    return x.mean(0) + (x > 8).any()\n")
    arguments = ["check", "ex1", str(path), "--only", "mean_values", "--format", "json"]
    _, out, _ = run(*arguments, "--shrink", "300")
    shrunk = json.loads(out)["checks"][0]["counterexample"]
    assert re.sub(r"\s+", "", shrunk["inputs"]["x"]) == "[[6.03,8.47],[-5.12,0.01]]"
    _, out, _ = run(*arguments, "--shrink", "0")
    assert json.loads(out)["checks"][0]["verdict"] == "failed"


@pytest.mark.slow
def test_build_with_a_seed_leaves_the_public_key_alone(run, tmp_path):
    """A secret key goes where it is told to, and grades."""
    before = (TOY / "exercises" / "ex1_mean" / "answers.key").read_bytes()
    path = tmp_path / "class.key"
    code, out, _ = run("build", "ex1", "--seed", "42", "-o", str(path))
    assert code == 0 and "4 known mistakes" in out
    assert (TOY / "exercises" / "ex1_mean" / "answers.key").read_bytes() == before
    _, out, _ = run("check", "ex1", "--key", str(path), "--format", "json")
    assert json.loads(out)["key"]["seed_is_public"] is False


def test_list_and_key_show(run):
    """What there is, in a line each."""
    code, out, _ = run("list")
    assert code == 0 and out.splitlines()[1].split() == ["ex1", "Means", "mean.py", "4"]
    code, out, _ = run("key", "show", "ex1")
    assert code == 0 and "mean_sum" in out


def test_list_shows_the_path(run, tmp_path, monkeypatch):
    """In its order, with what comes before; titles are cut where the screen is narrow."""
    monkeypatch.setenv("COLUMNS", "60")
    course = tmp_path / "course"
    checks = (TOY / "exercises" / "ex1_mean" / "checks.py").read_text()
    for name, after in (("ex2", ""), ("ex10", "ex2"), ("ex1", "ex10")):
        folder = course / "exercises" / f"{name}_mean"
        folder.mkdir(parents=True)
        title = f'title="The mean of {name}{", again" * 9}", after={tuple(after.split())!r}'
        text = checks.replace('title="Means"', title).replace('"ex1"', f'"{name}"')
        (folder / "checks.py").write_text(text)
    code, out, _ = run("list", cwd=course)
    head, *rows = out.splitlines()
    assert code == 0 and head.split() == ["file", "checks", "follows"]
    assert [(row.split()[0], row.split()[-1]) for row in rows[:3]] == [
        ("ex2", "4"),
        ("ex10", "ex2"),
        ("ex1", "ex10"),
    ]
    assert all("again…" in row or "again,…" in row for row in rows[:3])
    assert max(map(len, out.splitlines()[:4])) <= 60


@pytest.mark.slow
def test_verify_prints_the_matrix(run, tmp_path):
    """Mistake by check, the spread, and the faults. It leaves a record: in a copy."""
    copy = shutil.copytree(TOY, tmp_path / "toy")
    code, out, _ = run("verify", "ex1", cwd=copy)
    assert code == 0
    assert "mean_in_place" in out and "ex1: 0 faults" in out
    rarest = out.split("mistakes that the fewest of the drawn inputs show\n")[1].split("\n\n")[0]
    assert re.fullmatch(r"(  \w+ +\d+ of +\d+ in \w+\n?)+", rarest)


def test_help_imports_nothing_heavy():
    """It answers at once."""
    code = (
        "import sys; from grader.cli.program import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'rich', 'msgspec', 'hypothesis', 'tensorflow'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


@pytest.mark.tensorflow
def test_a_check_never_imports_tensorflow_or_hypothesis_here():
    """The judge stays small: the framework is in the worker, the search is not needed."""
    code = (
        "import sys; from grader.cli.program import main\n"
        f"main(['check', 'ex1', {str(SUBMISSIONS / 'ex1_right.py')!r}])\n"
        "heavy = {'hypothesis', 'tensorflow', 'keras'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "nothing of TensorFlow's own log reaches the student"
    assert "10 / 10" in done.stdout


def test_outside_of_a_course_the_packages_own_is_used(tmp_path):
    """A student may check a file anywhere."""
    command = [sys.executable, "-m", "grader", "list"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Logistic regression" in done.stdout


def test_an_interrupt_leaves_no_process_behind(tmp_path):
    """Ctrl-C in an endless loop ends the workers too."""
    import signal
    import time

    import psutil

    path = tmp_path / "mean.py"
    path.write_text("def mean(x):\n    while True: pass\n")
    command = [sys.executable, "-m", "grader", "check", "ex1", str(path)]
    process = subprocess.Popen(
        command,
        cwd=TOY,
        stderr=subprocess.PIPE,
        # A shell starts background jobs, a CI's among them, with this signal ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    until = time.monotonic() + 20
    children: list[psutil.Process] = []
    while len(children) < 2 and time.monotonic() < until:  # the zygote, and its worker
        time.sleep(0.05)
        children = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"interrupted" in err and b"Traceback" not in err
    assert len(children) == 2
    psutil.wait_procs(children, timeout=10)
    assert not any(child.is_running() for child in children)


def test_data_lists_its_sets(run):
    """With what they are; each set tells its own options."""
    code, out, _ = run("data")
    assert code == 0 and "signs    drawn traffic signs" in out
    assert "digits   drawn handwritten digits" in out and "spiral   points" in out
    assert "_folder" not in out
    assert "--tracks" in run("data", "signs", "--help")[1]
    assert "--shift" in run("data", "digits", "--help")[1]
    assert "--noise" in run("data", "spiral", "--help")[1]
    assert "畫出來的交通標誌" in run("data", "--lang", "zh-TW")[1]
