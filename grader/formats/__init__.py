"""What was found, as text: one module a format, each with a `render`."""
