"""A new exercise, and a new course: files that build at once, with a mark at what is unwritten."""

from grader.build.begin.plan import Plan, plan_exercise
from grader.build.begin.written import course_files, exercise_files, installed_from, write_new

__all__ = ["Plan", "course_files", "exercise_files", "installed_from", "plan_exercise", "write_new"]
