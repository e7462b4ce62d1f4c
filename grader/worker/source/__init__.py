"""A student's source: read, cut to what is needed, executed."""
