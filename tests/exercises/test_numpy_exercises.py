"""Exercises that need no TensorFlow: what their READMEs show, and what a check of them loads."""

import subprocess
import sys

import pytest
from conftest import ROOT
from support.worked import false_ones

from grader.course import Course

COURSE = Course(ROOT)
EXERCISES = [n for n in COURSE.folders if COURSE.lesson(n).exercise.framework == "numpy"]


@pytest.mark.parametrize("language", ["", ".zh-TW"])
@pytest.mark.parametrize("name", EXERCISES)
def test_the_numbers_of_the_readme_are_those_of_the_reference(name, language):
    """In both languages: each line behind `>>>` gives what stands below it."""
    lesson = COURSE.lesson(name)
    asked, false = false_ones(lesson.folder / f"README{language}.md", lesson.reference)
    assert asked >= len(lesson.exercise.functions)
    assert false == []


@pytest.mark.parametrize("name", EXERCISES)
def test_a_cold_check_imports_no_tensorflow(tmp_path, name):
    """Neither in the worker, as a student's function sees it, nor in the judge."""
    lesson = COURSE.lesson(name)
    told = "bool({'tensorflow', 'keras'} & set(sys.modules))"
    file = tmp_path / lesson.file_name
    first = next(iter(lesson.exercise.functions))
    file.write_text(
        f"import sys\ndef {first}(*args):\n    raise ValueError('heavy: ' + str({told}))\n"
    )
    code = (
        "import sys; from grader.cli.program import main\n"
        f"main(['check', {name!r}, {first!r}, {str(file)!r}, '--course', {str(ROOT)!r}])\n"
        f"sys.exit({told})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "heavy: False" in done.stdout
