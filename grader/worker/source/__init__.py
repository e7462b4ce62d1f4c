"""A student's source: parsed, reduced to what is needed, executed."""
