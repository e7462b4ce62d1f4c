"""What exercise 13 asks: convolution and pooling by hand, and the gradients of a convolution."""

from grader.authoring import Asks, Exercise

exercise = Exercise(
    "ex13",
    title="Convolution and pooling by hand",
    module="convolution",
    framework="numpy",
    after=("ex11",),
)

SUMS = 1e-4
"""What single precision may lose in a sum of some dozens of products that nearly cancel."""

MEANS = 1e-5
"""The same for a mean of a few numbers."""


@exercise.check(
    points=1,
    hints=(
        "Draw a row of `size` boxes, and the first window over `kernel` of them. How often can it "
        'move by `stride` before it sticks out? With "same" the kernel makes no difference: '
        "what counts there?",
        'With "valid" the moves are size − kernel, divided by the stride and rounded down, and '
        'the first window is one more. With "same" each window begins on a number that is there: '
        "size, divided by the stride and rounded up. For 7, 3 and 2 that gives 3 and 4.",
    ),
)
def output_size_values(student, size, kernel, stride, padding):
    """output_size says how many windows there are, with "valid" and with "same" padding"""
    return student.output_size(size, kernel, stride, padding)


@exercise.check(
    points=0.5,
    asks=Asks.SHAPE,
    examples=20,
    hints=(
        "Print the shapes of X and W and of your result. Which number of the two comes where in "
        "it: how many images, how many windows down, how many across, how many kernels?",
        "Without padding and with stride 1 the result is (N, H − kh + 1, W − kw + 1, F). The "
        "height has to do with kh alone, and the width with kw alone. The channels are gone, "
        "since they are summed, and in their place stands a number for each kernel.",
    ),
)
def convolve_shape(student, X, W, b):
    """convolve gives (N, oh, ow, F): a number for each image, window and kernel"""
    return student.convolve(X, W, b, 1, "valid")


@exercise.check(
    points=1.5,
    needs="convolve_shape",
    absolute=SUMS,
    examples=40,
    hints=(
        "Work out one number of the example by hand, that of the first window: lay the kernel "
        "over the top left corner of the image, as it is. What is multiplied by what, what is "
        "added up, and how often does b come in?",
        "X[n, i + u, j + v, c] meets W[u, v, c, f], for all u, v and c, and all of it is added "
        "up; then b[f] once. An axis too many in a sum, or one too few, mixes images or kernels. "
        "Where you reshape, ask whether both sides list rows, columns and channels in one order.",
    ),
)
def convolve_valid(student, X, W, b):
    """convolve adds up window times kernel over all channels, and b once"""
    return student.convolve(X, W, b, 1, "valid")


@exercise.check(
    points=1,
    needs="convolve_valid",
    absolute=SUMS,
    examples=40,
    hints=(
        "With stride 1 the result is as high and as wide as the image. How many zeros does that "
        "take in all, along the height and along the width? How many of them stand above, and "
        "how many on the left?",
        "kh − 1 zeros in all along the height, kw − 1 along the width; half of them first, "
        "rounded down, and the rest at the end. A kernel of 2 has its one zero below and on the "
        "right. Pad neither the images nor the channels.",
    ),
)
def convolve_same(student, X, W, b):
    """convolve with "same" keeps height and width; an odd zero goes to the end"""
    return student.convolve(X, W, b, 1, "same")


@exercise.check(
    points=1,
    needs=("convolve_valid", "convolve_same"),
    absolute=SUMS,
    examples=60,
    hints=(
        "Where does window (i, j) begin when the stride is 2? Where does the last one? And with "
        '"same": how many numbers do all windows cover together, and how many more are these than '
        "the image has?",
        'Windows begin at i · stride and j · stride. With "same" there are ⌈H/stride⌉ of them, '
        "which cover (that − 1) · stride + kh rows. What the image lacks of these is the number "
        "of zeros, never below 0, so it depends on the stride. Half of them first, rounded down.",
    ),
)
def convolve_stride(student, X, W, b, stride, padding):
    """convolve moves its window by the stride, with both paddings"""
    return student.convolve(X, W, b, stride, padding)


@exercise.check(
    points=1.5,
    examples=48,
    hints=(
        "Take one channel of one image of the example. How many windows fit down and across, "
        "where does each begin, and which numbers does it hold? Then do the same with your "
        "function, and print the window.",
        "A window has size × size numbers and begins at i · stride, j · stride. Its maximum goes "
        "over rows and columns, and not over images or channels. What does not fill a window at "
        "the end is left out, as `output_size` says it.",
    ),
)
def max_pool_values(student, X, size, stride):
    """max_pool gives the largest number of each window, for each image and channel"""
    return student.max_pool(X, size, stride)


@exercise.check(
    points=0.5,
    needs="max_pool_values",
    examples=24,
    hints=(
        "All numbers of the example are below 0. Which one is the largest of −3, −1 and −2? With "
        "which number does your search begin?",
        "Begin with the first number of the window, or with `-np.inf`, or let `max` do the "
        "search. A 0 that is no number of the image must not take part, from padding or from a "
        "start value.",
    ),
)
def max_pool_negative(student, X, size, stride):
    """max_pool finds the largest number where all are below 0"""
    return student.max_pool(X, size, stride)


@exercise.check(
    points=1,
    absolute=MEANS,
    examples=48,
    hints=(
        "Take the first window of the example and work out its mean by hand. How many numbers "
        "does a window have? Then look at where the second window begins.",
        "A window has size · size numbers, and they are added up and divided by just that. It "
        "begins at i · stride, j · stride. Images and channels stay by themselves, and a window "
        "that would stick out is left out.",
    ),
)
def average_pool_values(student, X, size, stride):
    """average_pool gives the mean of each window, for each image and channel"""
    return student.average_pool(X, size, stride)


@exercise.check(
    points=2,
    relative=1e-4,
    absolute=SUMS,
    examples=40,
    hints=(
        "Write down what one result is made of: Y[n, i, j, f] has X[n, i + u, j + v, c] times "
        "W[u, v, c, f] in it. In how many results does one number of X take part? One of W? One "
        "of b? Change it by 1 and look which results change.",
        "Go through the results as forward. Each dY[n, i, j, f] adds dY times the kernel to its "
        "window of dX, dY times the window to dW, and dY to db. All are sums: over images, over "
        "places, and in dX over kernels. So begin with zeros and use `+=`.",
    ),
)
def convolve_gradients_values(student, dY, X, W):
    """convolve_gradients gives dX, dW and db of the sum of dY times the convolution"""
    return student.convolve_gradients(dY, X, W)
