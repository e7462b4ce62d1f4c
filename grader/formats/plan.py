def render(rows, ignored, layout, width):
    return "\n".join(map(str, rows)) + "\n"
