import csv, io


def render(record):
    b = io.StringIO()
    w = csv.DictWriter(b, ["id", "score", "duration"])
    w.writeheader()
    for e in record.entries:
        w.writerow({"id": e.student, "score": e.report.score, "duration": e.report.duration_s})
    return b.getvalue()
