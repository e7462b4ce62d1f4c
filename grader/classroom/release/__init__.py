"""What leaves a course: for students, for Colab, for Gradescope. No solution is in any of it."""

from grader.classroom.release.colab import colab_notebook
from grader.classroom.release.gradescope import gradescope_autograder
from grader.classroom.release.packed import File, write_files
from grader.classroom.release.students import students_release
from grader.classroom.release.wheel import Wheel, wheel_of

__all__ = [
    "File",
    "Wheel",
    "colab_notebook",
    "gradescope_autograder",
    "students_release",
    "wheel_of",
    "write_files",
]
