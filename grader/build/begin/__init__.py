"""A new exercise, and a new course: files that build at once, with a mark at what is unwritten."""

from grader.build.begin.plan import Plan, plan
from grader.build.begin.written import course_files, exercise_files, write

__all__ = ["Plan", "course_files", "exercise_files", "plan", "write"]
