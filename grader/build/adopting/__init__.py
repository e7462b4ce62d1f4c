"""A student's function becomes a known mistake: cut down, and with nothing of the student in it."""
