"""What each check of exercise 15 is tried on."""

from hypothesis import strategies as st

from grader.authoring import array, decimals, given, list_of, numbers

_rates = st.sampled_from([0.25, 0.2, 0.4, 0.1, 0.6, 0.3])
"""None is 0.5, where what is dropped is as much as what is kept."""

_factors = st.sampled_from([0.01, 0.1, 0.5, 0.05, 0.002, 2.0])
_seeds = st.integers(0, 999)


@st.composite
def _falling(draw, epochs):
    """Numbers that fall on the whole, all different, some of them by very little."""
    order = [i + draw(st.integers(0, 5)) for i in range(epochs)]
    ranks = [0] * epochs
    for rank, place in enumerate(sorted(range(epochs), key=lambda i: (-order[i], i))):
        ranks[place] = rank
    step = draw(st.sampled_from([0.05, 0.01, 0.00005]))
    return [round(0.3 + step * rank, 6) for rank in ranks]


@st.composite
def _scripts(draw, *, stops):
    """What every epoch gives; where it stops for certain, later epochs look better."""
    patience = draw(st.integers(1, 4))
    val_loss = draw(_falling(draw(st.integers(patience + 1, 9))))
    if stops or draw(st.booleans()):
        lowest = min(val_loss)
        step = (max(val_loss) - lowest) / len(val_loss)
        val_loss = val_loss[: val_loss.index(lowest) + 1]
        higher = [1 + draw(st.integers(0, 3)) / 4 + i / 8 for i in range(patience)]
        val_loss += [round(lowest + step * each, 6) for each in higher]
        val_loss += [round(lowest - step * each, 6) for each in (1, 2, 3)]
    loss, errors, val_errors = (draw(_falling(len(val_loss))) for _ in range(3))
    return {
        "patience": patience,
        "val_loss": list_of(val_loss),
        "loss": list_of(loss),
        "accuracy": list_of([round(1 - error, 6) for error in errors]),
        "val_accuracy": list_of([round(1 - error, 6) for error in val_errors]),
    }


@st.composite
def _files(draw):
    """A small network, by its size and a seed, and the name of a file.

    No number of X is 0: of zeros a network that is new gives zeros, which prove nothing.
    """
    N = draw(st.sampled_from([2, 1]))
    return {
        "name": draw(st.sampled_from(["two.heads.keras", "best.so.far.keras"])),
        "units": draw(st.sampled_from([3, 2, 4])),
        "seed": draw(_seeds),
        "X": array(draw(numbers((N, 3), decimals(-2, 2)).filter(lambda X: X.all())), "float32"),
    }


create_network_outputs = given()
create_network_branches = given()
create_regularised_penalty = given(rate=_rates, l2=_factors, seed=_seeds)
create_regularised_dropout = given(rate=_rates, other_rate=st.just(0.8), l2=_factors)
early_stopping_epochs = _scripts(stops=False)
early_stopping_restores = _scripts(stops=True)
save_file = _files()
load_values = _files()
