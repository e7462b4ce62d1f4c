"""From the record of a class to what people read: letters, a table, a page."""

from grader.classroom.publish.plan import render as render_plan
from grader.classroom.publish.publish import PLAN, publish_class, write
from grader.classroom.publish.summary import render as render_summary

__all__ = ["PLAN", "publish_class", "render_plan", "render_summary", "write"]
