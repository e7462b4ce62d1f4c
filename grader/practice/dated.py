"""Where a file is kept that something else takes the place of: beside it, named by the day."""

import os
from datetime import datetime
from pathlib import Path


def beside(path: Path) -> Path:
    """A name with the day that is free; with the time, or a number, where that is taken."""
    now = datetime.now()
    stamps = [f"{now:%Y-%m-%d}", f"{now:%Y-%m-%d_%H%M%S}"]
    stamps += [f"{stamps[1]}_{number}" for number in range(2, 1000)]
    places = [path.with_name(f"{path.stem}.{stamp}{path.suffix}") for stamp in stamps]
    return next((place for place in places if not os.path.lexists(place)), places[-1])
