"""What exercise 10 asks: four optimizers that remember, and three plans for a learning rate."""

import numpy as np

from grader.authoring import Exercise

exercise = Exercise(
    "ex10",
    title="Optimizers and learning rates",
    module="optimizers",
    framework="numpy",
    after=("ex2",),
)

CLOSE = 1e-3
"""What the usual places of an epsilon may change in a move, and far less than any mistake does."""

NOTHING = 1e-9
"""What a move of 0 may be."""


def moves(optimizer, w, gradients, *rates):
    """By how much each step moves w. The state goes into the next step as it was returned."""
    state, found = None, {}
    for i, g in enumerate(gradients, 1):
        before = w.copy()
        returned = optimizer(w, g, state, *rates)
        if not isinstance(returned, (tuple, list)) or len(returned) != 2:
            return returned
        after, state = np.asarray(returned[0]), returned[1]
        alike = after.shape == before.shape
        found[f"step {i}"] = after - before if alike else after
        # Meanwhile another parameter takes its first step: what is remembered of w stays with w.
        optimizer(-before, -g, None, *rates)
        w = after if alike and np.isfinite(after).all() else before
    return found


@exercise.check(
    points=1.5,
    relative=CLOSE,
    absolute=NOTHING,
    hints=(
        "Follow one number of the example by hand. What is v after the first step, and what is it "
        "made of in the second? Print both beside the moves of the report. Is anything in your "
        "function remembered elsewhere than in the state?",
        "What the velocity is at the end of a call has to be in the state that you return, and "
        "comes back as `state`; `state is None` says that it is the first step. With the rate "
        "0.1, gamma 0.5 and the gradients 1 and 2, v is 0.1 and then 0.5 · 0.1 + 0.1 · 2 = 0.25; "
        "w goes down by these.",
    ),
)
def momentum_steps(student, w, gradients, learning_rate, gamma):
    """momentum moves w by a velocity that it keeps from step to step"""
    return moves(student.momentum, w, gradients, learning_rate, gamma)


@exercise.check(
    points=0.5,
    needs="momentum_steps",
    relative=0,
    absolute=0,
    examples=20,
    hints=(
        "Print w and g before and after a call, and all earlier gradients too. Which of your "
        "lines write into an array that the caller has as well?",
        "`w -= …` and `g *= …` write into the array that was passed in; `w = w - …` makes a new "
        "one. If the state is g itself at the first step, `state *= …` changes that g later: keep "
        "a copy. A state that your own code made may be changed in place.",
    ),
)
def momentum_kept(student, w, gradients, learning_rate, gamma):
    """momentum leaves w and the gradients that it is given as they were"""
    moves(student.momentum, w, gradients, learning_rate, gamma)
    return w, gradients


@exercise.check(
    points=1,
    relative=CLOSE,
    absolute=NOTHING,
    hints=(
        "Follow one number of the example by hand. What is G after each step? Does it hold the "
        "square of the present gradient already when you divide, and which number is squared? w "
        "and all g have to be afterwards as they were.",
        "Each number of w has its own G, which begins at 0 and only grows. With the rate 0.1 and "
        "the gradients 3 and 4, G is 9 and then 25: the moves are -0.1 · 3/3 = -0.1 and -0.1 · "
        "4/5 = -0.08. Where all gradients were 0, the 1e-8 below the line keeps 0/0 away.",
    ),
)
def adagrad_steps(student, w, gradients, learning_rate):
    """adagrad divides by the root of the sum of all squares so far; w and g stay as they were"""
    return moves(student.adagrad, w, gradients, learning_rate), w, gradients


@exercise.check(
    points=1,
    relative=CLOSE,
    absolute=NOTHING,
    hints=(
        "Follow one number of the example by hand. What is v after the first step, which begins "
        "at 0? Which part of it does rho weigh, and which part 1 - rho? w and all g have to be "
        "afterwards as they were.",
        "Work out the new v first, then divide by its root. With the rate 0.1, rho 0.75 and the "
        "gradients 2 and 4, v is 0.25 · 4 = 1 and then 0.75 · 1 + 0.25 · 16 = 4.75: the moves are "
        "-0.2 and -0.1835. Where all gradients were 0, the 1e-8 below the line keeps 0/0 away.",
    ),
)
def rmsprop_steps(student, w, gradients, learning_rate, rho):
    """rmsprop divides by the root of a mean of the squares; w and g stay as they were"""
    return moves(student.rmsprop, w, gradients, learning_rate, rho), w, gradients


@exercise.check(
    points=0.5,
    relative=CLOSE,
    absolute=NOTHING,
    examples=30,
    hints=(
        "What are m and v after one step, if both begin at 0? Which power of beta belongs to the "
        "first step, and what is m divided by 1 - beta1 to this power? Print all of it.",
        "In the first step m is (1 - beta1) g and v is (1 - beta2) g². Divided by 1 - beta1 and 1 "
        "- beta2 they are g and g², so w moves by just the learning rate, against the sign of "
        "g. If NaN comes out, look whether t is still 0 where you divide: 1 - beta⁰ is 0.",
    ),
)
def adam_first(student, w, g, learning_rate, beta1, beta2):
    """adam moves each number of w by the learning rate in its first step, against the sign of g"""
    return moves(student.adam, w, [g], learning_rate, beta1, beta2)


@exercise.check(
    points=1.5,
    relative=CLOSE,
    absolute=NOTHING,
    hints=(
        "Print t, m and v in each step, for one number of the example. Three things have to be "
        "remembered: does each of them come back in the state as you left it? What do you divide "
        "m and v by in the second step?",
        "In step t m is divided by 1 - beta1ᵗ and v by 1 - beta2ᵗ, for the step alone: the "
        "state keeps m and v as they are. For g = 1 and 3 with beta1 = 0.5, m is 0.5 and 1.75, "
        "divided by 0.5 and 0.75: 1 and 2.3333. With beta2 = 0.75, v is 0.25 and 2.4375, divided "
        "by 0.25 and 0.4375: 1 and 5.5714.",
    ),
)
def adam_steps(student, w, gradients, learning_rate, beta1, beta2):
    """adam divides a mean of the gradients by the root of one of their squares, both corrected"""
    return moves(student.adam, w, gradients, learning_rate, beta1, beta2)


@exercise.check(
    points=0.5,
    needs="adam_steps",
    relative=CLOSE,
    absolute=NOTHING,
    examples=40,
    hints=(
        "Where all gradients so far are 0, what are m, v and the fraction that you make of them? "
        "By how much does w have to move there, and how much afterwards, when the first gradient "
        "that is not 0 comes?",
        "0/0 is NaN for NumPy, and stays NaN in w. 1e-8 is added below the line, to the root: 0 / "
        "1e-8 is 0. t counts every step, those with g = 0 as well, and m and v go on as always. "
        "Nothing that is far larger than 1e-8 may be added.",
    ),
)
def adam_zero(student, w, gradients, learning_rate, beta1, beta2):
    """adam leaves a number of w where it is as long as its gradient has been 0"""
    return moves(student.adam, w, gradients, learning_rate, beta1, beta2)


@exercise.check(
    points=0.5,
    needs="adam_steps",
    relative=0,
    absolute=0,
    examples=20,
    hints=(
        "Print w and g before and after a call, and all earlier gradients too. Which of your "
        "lines write into an array that the caller has as well?",
        "`w -= …` and `g **= …` write into the array that was passed in; `w = w - …` makes a new "
        "one. If m is g itself at the first step, `m *= …` changes that g later: keep a copy. "
        "What your own code made, as zeros for m and v, may be changed in place.",
    ),
)
def adam_kept(student, w, gradients, learning_rate, beta1, beta2):
    """adam leaves w and the gradients that it is given as they were"""
    moves(student.adam, w, gradients, learning_rate, beta1, beta2)
    return w, gradients


@exercise.check(
    points=1,
    hints=(
        "Take `every` = 10 and write the rate below the epochs 0, 9, 10, 19 and 20: at which of "
        "them does it drop? How often has it dropped up to the epoch of the example?",
        "The number of drops is how often `every` goes into `epoch`, as a whole number; `//` gives "
        "that. Each drop multiplies by `drop`: from 0.8 with 0.5 and `every` = 10, the epochs 9, "
        "10, 19 and 20 have 0.8, 0.4, 0.4 and 0.2.",
    ),
)
def step_decay_values(student, lr, epoch, drop, every):
    """step_decay multiplies the rate by drop each time that every epochs have passed"""
    return student.step_decay(lr, epoch, drop, every)


@exercise.check(
    points=1,
    hints=(
        "Which rate do you get for the epoch 0, and which for the epoch `every`? The first has to "
        "be lr, and the second lr · rate. What does your function print in between?",
        "The exponent is the real number `epoch / every`, which has to stand in parentheses: `**` "
        "comes before `/`. From 0.8 with the rate 0.25 and `every` = 10, the epochs 0, 5, 10 and "
        "20 have 0.8, 0.4, 0.2 and 0.05.",
    ),
)
def exponential_decay_values(student, lr, epoch, rate, every):
    """exponential_decay multiplies the rate by a power of rate, with a real exponent"""
    return student.exponential_decay(lr, epoch, rate, every)


@exercise.check(
    points=0.5,
    hints=(
        "Which rate do you get for the epoch 0, and which half-way? The first has to be lr, and "
        "the second the middle between lr and lowest. What is the cosine there?",
        "`np.cos` takes radians: it is 1 at 0, 0 at π/2 and -1 at π. So 1 plus the cosine goes "
        "from 2 to 0, and half of it from 1 to 0: this part of lr - lowest is added to lowest. "
        "From 0.9 to 0.1 in 10 epochs, the epochs 0, 2, 5 and 8 have 0.9, 0.8236, 0.5 and 0.1764.",
    ),
)
def cosine_decay_values(student, lr, epoch, epochs, lowest):
    """cosine_decay goes down from lr to lowest, along half a wave of a cosine"""
    return student.cosine_decay(lr, epoch, epochs, lowest)


@exercise.check(
    points=0.5,
    needs="cosine_decay_values",
    examples=30,
    hints=(
        "Which rate do you get for the epoch `epochs`, and which for an epoch far behind it? What "
        "does a cosine do after π?",
        "It rises again, so nothing behind π may be asked of it: from the epoch `epochs` on, the "
        "rate is `lowest`. Either ask for that first, or let the fraction of the way be 1 at the "
        "most.",
    ),
)
def cosine_decay_end(student, lr, epoch, epochs, lowest):
    """cosine_decay stays at lowest when its epochs are over"""
    return student.cosine_decay(lr, epoch, epochs, lowest)
