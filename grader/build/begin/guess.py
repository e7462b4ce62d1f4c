"""What an argument could be, by its name: a guess for the author of a new exercise to look at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What is drawn for an argument."""

    ARRAY = "array"
    LABELS = "labels"
    COUNT = "count"
    RATE = "rate"
    SEED = "seed"
    GENERATOR = "generator"
    FUNCTION = "function"
    NUMBER = "number"


@dataclass(frozen=True)
class Argument:
    """An argument, and what is drawn for it. `shape` has the names of its sizes: ("N", "D")."""

    name: str
    kind: Kind
    shape: tuple[str, ...] = ()
    drawn_as: str = ""
    """The name of what is drawn: for a generator, that of its seed; for a function "", none is."""

    @property
    def is_array(self) -> bool:
        """Whether it is an array or a tensor, which can be changed in place."""
        return self.kind in (Kind.ARRAY, Kind.LABELS)

    @property
    def stand_in(self) -> str:
        """What a function is called that checks.py defines, to pass it as this argument."""
        return f"a_{self.name}"

    @property
    def sizes(self) -> set[str]:
        """The sizes that have to be drawn for it; a size can be an argument itself."""
        own = {"C"} if self.kind is Kind.LABELS else {self.name} & SIZES
        return {*self.shape, *own}

    @property
    def in_words(self) -> str:
        """Its shape, as a README's table has it; of a number what it is."""
        if not self.is_array:
            return _IN_WORDS[self.kind]
        return f"({self.shape[0]},)" if len(self.shape) == 1 else f"({', '.join(self.shape)})"


SIZES = {"C", "D", "N"}
"""How many classes, features and samples there are."""

_IN_WORDS = {
    Kind.COUNT: "int",
    Kind.RATE: "float",
    Kind.SEED: "int",
    Kind.GENERATOR: "np.random.Generator",
    Kind.FUNCTION: "function",
    Kind.NUMBER: "float",
}

_NUMBERS = SIZES | {"H", "K", "T"}
"""Capital letters that are a number by custom."""

_LABELS = {"classes", "ids", "labels", "targets"}
_SEEDS = {"random_state", "seed"}
_GENERATORS = {"generator", "rng"}
_FUNCTIONS = {"callback", "f", "fn", "func", "function", "kernel", "objective"}
_COUNTS = {"batch_size", "count", "degree", "depth", "epochs", "iterations", "k", "m", "n"} | {
    "num",
    "order",
    "patience",
    "size",
    "steps",
    "times",
}
_RATES = {"alpha", "beta", "delta", "eps", "epsilon", "eta", "gamma", "lr", "momentum", "rate"} | {
    "tolerance",
}
_VECTORS = {"b", "bias", "p", "q", "t", "theta", "u", "v", "w", "weights", "x", "y", "z"}


def guessed(names: Sequence[str]) -> tuple[Argument, ...]:
    """The arguments of these names. What `b` is depends on a `w` or `W` beside it."""
    return tuple(_guess(name, names) for name in names)


def _guess(name: str, names: Collection[str]) -> Argument:
    low = name.lower()
    matrices = [other for other in names if other[:1].isupper() and other not in _NUMBERS]
    if name in _NUMBERS:
        return Argument(name, Kind.COUNT, (), name)
    if name[:1].isupper():
        return Argument(name, Kind.ARRAY, ("D", "C") if name == "W" else ("N", "D"), name)
    if low in _LABELS:
        return Argument(name, Kind.LABELS, ("N",), name)
    if low in _SEEDS:
        return Argument(name, Kind.SEED, (), name)
    if low in _GENERATORS:
        return Argument(name, Kind.GENERATOR, (), "seed" if "seed" not in names else f"{name}_seed")
    if low in _FUNCTIONS or low.endswith(("_callback", "_fn", "_func", "_function")):
        return Argument(name, Kind.FUNCTION)
    if low in _COUNTS or low.startswith(("n_", "num_")):
        return Argument(name, Kind.COUNT, (), name)
    if low in _RATES or low.endswith("_rate"):
        return Argument(name, Kind.RATE, (), name)
    if low in ("b", "bias") and "W" in names:
        return Argument(name, Kind.ARRAY, ("C",), name)
    if low in ("b", "bias") and {"w", "weights", "theta"} & {*names}:
        return Argument(name, Kind.NUMBER, (), name)
    if low in ("w", "weights", "theta") and matrices:
        return Argument(name, Kind.ARRAY, ("D",), name)
    if low in _VECTORS or low.startswith("y_"):
        return Argument(name, Kind.ARRAY, ("N",), name)
    return Argument(name, Kind.NUMBER, (), name)
