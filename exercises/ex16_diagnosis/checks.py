"""What exercise 16 asks: to read losses before anything is changed."""

import numpy as np

from grader.authoring import Exercise

exercise = Exercise(
    "ex16",
    title="What is wrong with this training?",
    module="diagnosis",
    framework="numpy",
    after=("ex2", "ex15"),
)

ANSWERS = ("optimization", "model bias", "overfitting", "mismatch", "fine")


def bowl(curvature, lowest_at, lowest):
    """A loss of a vector w, and its gradient."""

    def loss(w):
        return lowest + np.sum(curvature * (w - lowest_at) ** 2) / 2

    def gradient(w):
        return curvature * (w - lowest_at)

    return loss, gradient


def steep(k, lowest_at, lowest):
    """A loss that grows with the fourth power, and its gradient."""

    def loss(w):
        return lowest + k * np.sum((w - lowest_at) ** 4)

    def gradient(w):
        return 4 * k * (w - lowest_at) ** 3

    return loss, gradient


def diagnosed(student, train, simpler, validation, test, target):
    """The answer for each training, and the place of each in ANSWERS; -1 for any other."""
    found = []
    for losses in zip(train, simpler, validation, test, target, strict=True):
        found.append(student.diagnose(*losses))
    texts = [str(word) if isinstance(word, str) else word for word in found]
    known = [word if isinstance(word, str) and word in ANSWERS else None for word in texts]
    return texts, np.array([ANSWERS.index(word) if word else -1 for word in known])


def chosen(found):
    """A rate, and an array of the losses. What is no pair of these comes back as it is."""
    try:
        rate, losses = found
        return rate, np.array(list(losses), dtype=float)
    except (TypeError, ValueError):
        return found


@exercise.check(
    points=2.5,
    of="diagnose",
    examples=60,
    hints=(
        "Take one training of the example and ask the questions of the README in their order, by "
        "hand: is the training loss above the target? The validation loss? The test loss? Which "
        "is the first yes, and what does your function answer there?",
        "Each of the three losses is compared with the target, and with nothing else. Only when "
        "the training loss is above it does `simpler` matter: is it less than `train`, the "
        "smaller model found what the larger one missed. The five answers are spelled as in the "
        'README: "optimization", "model bias", "overfitting", "mismatch", "fine".',
    ),
)
def diagnose_cases(student, train, simpler, validation, test, target):
    """diagnose names what is wrong where one thing is; each list has a loss of each training"""
    answers, places = diagnosed(student, train, simpler, validation, test, target)
    return answers, places


@exercise.check(
    points=1,
    of="diagnose",
    needs="diagnose_cases",
    examples=60,
    hints=(
        "In these trainings several losses are above the target at once, or a smaller model is "
        "better although nothing is wrong. Which question comes first in the README, and which "
        "does your function ask first?",
        "The training comes first, then the validation, then the test: as long as the training "
        "loss is above the target, the others are as well, and say nothing. The first answer "
        "that fits is the one to return; a later one must not take its place. `simpler` is asked "
        "only about a training that is above the target.",
    ),
)
def diagnose_order(student, train, simpler, validation, test, target):
    """diagnose names the first of several; each list has a loss of each training"""
    answers, places = diagnosed(student, train, simpler, validation, test, target)
    return answers, places


@exercise.check(
    points=2,
    none="what is returned where it never stops?",
    hints=(
        "Go through the losses of the example by hand, and write down behind each the lowest one "
        "so far, its epoch, and how many epochs in a row were not better. Where does the last "
        "number reach `patience`?",
        "A loss is better only if it is less than the lowest so far: then it is the lowest, its "
        "epoch the best one, and the count begins at 0 again. Otherwise the count grows by 1, "
        "and the epoch at which it reaches `patience` is the last. Epochs count from 0. Where it "
        "never gets there, the last epoch is that of the last loss. Return last, and then best.",
    ),
)
def early_stop_values(student, losses, patience, delta):
    """early_stop gives the last epoch and the best one, where any lower loss is better"""
    return student.early_stop(losses, patience, delta)


@exercise.check(
    points=0.5,
    needs="early_stop_values",
    examples=60,
    none="what is returned where it never stops?",
    hints=(
        "Here delta is above 0. Which loss of the example is lower than the lowest so far, but "
        "not by more than delta? What does your function do with it: with the count, with the "
        "best epoch, and with the lowest loss itself?",
        "Nothing but to count: a loss that is not below lowest − delta is as good as no progress. "
        "The count grows, and the best epoch and the lowest loss stay as they are, so that many "
        "small steps together may be enough.",
    ),
)
def early_stop_delta(student, losses, patience, delta):
    """early_stop takes a loss for better if it is lower by more than delta"""
    return student.early_stop(losses, patience, delta)


@exercise.check(
    points=1.5,
    examples=60,
    hints=(
        "Take one rate of the example, and make its steps by hand from w. (`grader check ex16 -v` "
        "shows the loss and its gradient as code.) What is the loss where the last step ends, and "
        "which of your losses should be that?",
        "For each rate: begin at the w that was given, make exactly `steps` steps, each with the "
        "gradient at the point where you are, and ask for the loss once, at the end. Work with a "
        "new array, `v = v - …`: `-=` would move the w of the caller, from which the next rate "
        "begins. Return the rate itself, and then the losses in the order of `rates`.",
    ),
)
def choose_rate_values(student, curvature, lowest_at, lowest, w, rates, steps):
    """choose_rate gives the rate of the least last loss, and the last loss of each rate"""
    found = student.choose_rate(*bowl(curvature, lowest_at, lowest), w, rates, steps)
    return chosen(found), w  # w too: it must be as it was


@exercise.check(
    points=1,
    needs="choose_rate_values",
    examples=60,
    hints=(
        "Print the losses of the example before you choose. Which of them are inf or NaN? What "
        "does Python say to `nan < 1`, to `1 < nan`, and to `min([nan, 1])`?",
        "NaN is neither less nor greater than anything, so it is never replaced once it stands "
        "first. Make each loss that is not finite infinite before you compare: `np.isfinite` "
        "finds both inf and NaN. Their places stay in the list, and a loss that is large but "
        "finite stays as it is.",
    ),
)
def choose_rate_divergence(student, k, lowest_at, lowest, w, rates, steps):
    """choose_rate has inf for a rate whose loss is not finite, and never chooses it"""
    with np.errstate(all="ignore"):  # it is meant to overflow
        found = student.choose_rate(*steep(k, lowest_at, lowest), w, rates, steps)
    return chosen(found)


@exercise.check(
    points=0.5,
    needs="choose_rate_values",
    examples=40,
    hints=(
        "Two rates of the example end with exactly the same loss. Which of them stands first in "
        "`rates`, which is the smaller one, and which do you return?",
        "The place in the list must not decide. Compare pairs: a rate takes the place of the best "
        "one so far if its loss is less, or if it is equal and the rate is smaller.",
    ),
)
def choose_rate_equals(student, curvature, lowest_at, lowest, w, rates, steps):
    """choose_rate takes the smaller of two rates that end with the same loss"""
    return chosen(student.choose_rate(*bowl(curvature, lowest_at, lowest), w, rates, steps))


@exercise.check(
    points=1,
    examples=60,
    hints=(
        "Compute the first two values of the example by hand. What is the first one, for any β? "
        "What is `1 - beta ** t` for the first loss, and for the second?",
        "The average starts at 0 and goes on with itself: a = βa + (1 − β)l, for each loss l. "
        "What is returned is that divided by 1 − βᵗ, where t is 1 for the first loss; the average "
        "itself goes on undivided. So the first value is the first loss. There is a value for "
        "each loss, in a new array.",
    ),
)
def smooth_values(student, losses, beta):
    """smooth is the corrected running average of the losses"""
    return student.smooth(losses, beta), losses  # losses too: they must be as they were
