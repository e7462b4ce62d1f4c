"""What a new exercise asks and draws: the checks of each function, their points and inputs."""

from dataclasses import dataclass
from enum import Enum

from grader.build.begin.guess import SIZES, Argument, Kind
from grader.build.begin.plan import Plan
from grader.build.begin.signature import Function
from grader.build.lint import MARK


class Aspect(Enum):
    """What a check looks at, by the end of its name."""

    SHAPE = "shape"
    VALUES = "values"
    GRADIENT = "gradient"
    PURITY = "purity"


_WEIGHTS = {Aspect.SHAPE: 2, Aspect.VALUES: 6, Aspect.GRADIENT: 2, Aspect.PURITY: 2}

_SIZES = {"N": (2, 1, 3, 5), "D": (1, 2, 2, 3), "C": (2, 3, 2, 4)}
"""Few sizes, a plain one first: among them N = 1, and two that differ."""


@dataclass(frozen=True)
class Question:
    """A check. `of` are the arrays that it asks about, where it is about some of them."""

    function: Function
    aspect: Aspect
    points: float
    of: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the check."""
        return f"{self.function.name}_{self.aspect.value}"

    @property
    def options(self) -> list[str]:
        """What stands in its decorator."""
        name = self.function.name
        chosen = {
            Aspect.SHAPE: ["asks=Asks.SHAPE", "examples=30"],
            Aspect.VALUES: [f'needs="{name}_shape"'],
            Aspect.GRADIENT: [f'needs="{name}_values"', "examples=20"],
            Aspect.PURITY: [f'needs="{name}_values"', "relative=0", "absolute=0", "examples=30"],
        }[self.aspect]
        hint = f'hints="{MARK}: what helps who makes another mistake?"'
        return [f"points={self.points:g}", *chosen, hint]

    @property
    def parameters(self) -> list[str]:
        """What it draws, by the names of its parameters."""
        return [argument.drawn_as for argument in self.function.arguments if argument.drawn_as]

    @property
    def passed(self) -> list[str]:
        """What it calls the function with."""
        made = {
            Kind.GENERATOR: "np.random.default_rng({a.drawn_as})",
            Kind.FUNCTION: "{a.stand_in}",
        }
        return [made.get(a.kind, "{a.name}").format(a=a) for a in self.function.arguments]


def questions(plan: Plan) -> list[Question]:
    """The checks of all functions. Their points sum to 10, whatever their number."""
    asked = [
        (function, aspect, of)
        for function in plan.functions
        for aspect, of in _aspects(function, plan.framework)
    ]
    points = _shared_out([_WEIGHTS[aspect] for _, aspect, _ in asked])
    return [
        Question(function, aspect, share, of)
        for (function, aspect, of), share in zip(asked, points, strict=True)
    ]


def _aspects(function: Function, framework: str) -> list[tuple[Aspect, tuple[str, ...]]]:
    """The kinds of checks that make sense: nothing can be done to a number, or a tensor."""
    found: list[tuple[Aspect, tuple[str, ...]]] = [(Aspect.SHAPE, ()), (Aspect.VALUES, ())]
    arrays = tuple(argument.name for argument in function.arguments if argument.is_array)
    if framework == "numpy" and arrays:
        found.append((Aspect.PURITY, arrays))
    if framework == "tensorflow" and (main := main_argument(function)) and main.kind is Kind.ARRAY:
        found.append((Aspect.GRADIENT, (main.name,)))
    return found


def _shared_out(weights: list[int], whole: int = 10) -> list[float]:
    """Points by weight, in halves, or quarters and less where there are many checks.

    Such fractions are exact in binary, so they sum to 10 and not to 9.999.
    """
    unit = 0.5
    while len(weights) * unit > whole / 2:
        unit /= 2
    exact = [whole * weight / sum(weights) / unit for weight in weights]
    shares = [max(int(share), 1) for share in exact]
    for i in sorted(range(len(weights)), key=lambda i: shares[i] - exact[i]):
        shares[i] += sum(shares) * unit < whole
    while (over := sum(shares) * unit - whole) > 0:
        shares[shares.index(max(shares))] -= min(1, round(over / unit))
    return [share * unit for share in shares]


def main_argument(function: Function) -> Argument | None:
    """The argument that the placeholder squares: the first array, else the first of all."""
    values = [each for each in function.arguments if each.kind is not Kind.FUNCTION]
    order = sorted(values, key=lambda argument: argument.kind is not Kind.ARRAY)
    return order[0] if order else None


@dataclass(frozen=True)
class Placeholder:
    """What stands for a function that nobody has written: its main argument squared, plus sums."""

    main: str
    others: list[str]


def placeholder(function: Function, framework: str) -> Placeholder:
    """The placeholder's parts, as they are written in the framework's language."""
    main = main_argument(function)
    if main is None:
        return Placeholder("3.0", [])
    others = [argument for argument in function.arguments if argument is not main]
    summed = [_summed(each, framework) for each in others if each.kind is not Kind.FUNCTION]
    return Placeholder(_operand(main, framework), summed)


def _operand(argument: Argument, framework: str) -> str:
    if argument.kind is Kind.GENERATOR:
        return f"{argument.name}.normal()"
    if framework == "tensorflow" and argument.kind is not Kind.ARRAY:
        return f"tf.cast({argument.name}, tf.float32)"
    return argument.name


def _summed(argument: Argument, framework: str) -> str:
    operand = _operand(argument, framework)
    if not argument.is_array:
        return operand
    return f"tf.reduce_sum({operand})" if framework == "tensorflow" else f"np.sum({operand})"


@dataclass(frozen=True)
class Inputs:
    """The body of a strategy: how the sizes are drawn, and each input by its name."""

    sizes: str
    values: dict[str, str]


def drawing(plan: Plan) -> dict[str, Inputs]:
    """The inputs of each function, by its name."""
    return {
        function.name: Inputs(
            _sizes(function),
            {a.drawn_as: _drawn(a, plan) for a in function.arguments if a.drawn_as},
        )
        for function in plan.functions
    }


def _sizes(function: Function) -> str:
    needed = set().union(*(argument.sizes for argument in function.arguments))
    names = [name for name in _SIZES if name in needed]
    if not names:
        return ""
    chosen = [*zip(*(_SIZES[name] for name in names), strict=True)]
    options = ", ".join(str(sizes if len(names) > 1 else sizes[0]) for sizes in chosen)
    return f"{', '.join(names)} = draw(st.sampled_from([{options}]))"


def _drawn(argument: Argument, plan: Plan) -> str:
    """An expression for what is drawn."""
    tensors = plan.framework == "tensorflow"
    made, floats = ("tensor", "") if tensors else ("array", ', "float64"')
    shape = argument.in_words
    match argument.kind:
        case Kind.ARRAY:
            return f"{made}(draw(numbers({shape}, decimals(-9, 9))){floats})"
        case Kind.LABELS:
            return f'{made}(draw(numbers({shape}, st.integers(0, C - 1), "int64")), "int64")'
        case Kind.COUNT if argument.name in SIZES:
            return argument.name
        case Kind.COUNT:
            return "draw(st.integers(1, 5))"
        case Kind.RATE:
            return "draw(decimals(0.01, 0.5))"
        case Kind.SEED | Kind.GENERATOR:
            return "draw(st.integers(0, 999))"
        case _:
            return "draw(decimals(-9, 9))"


def strategies_used(inputs: dict[str, Inputs]) -> list[str]:
    """What an inputs.py imports of the authors' language."""
    text = " ".join(value for each in inputs.values() for value in each.values.values())
    found = [name for name in ("array", "decimals", "numbers", "tensor") if f"{name}(" in text]
    return sorted([*found, *(["given"] if not all(i.values for i in inputs.values()) else [])])
