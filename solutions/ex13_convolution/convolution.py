"""Convolution and pooling by hand, with NumPy.

Fill in the five functions below: `output_size`, `convolve`, `max_pool`, `average_pool` and
`convolve_gradients`. Replace each `raise NotImplementedError(...)` by your own code, and run
`grader check ex13` as often as you like; the five are checked one by one. The README says what each
is asked to do, with formulas and small examples.

When `output_size`, `convolve` and `max_pool` are written, `python convolution.py` draws what a
blur, two edge kernels and a pooling make of a small picture.
"""

import numpy as np
from matplotlib.figure import Figure

PICTURE = "convolution.png"


def output_size(size, kernel, stride, padding):
    """Return how many windows fit along one axis.

    "valid": floor((size - kernel) / stride) + 1. "same": ceil(size / stride).

    Args:
        size: how many numbers the axis has, an int >= 1.
        kernel: how many of them a window covers, an int >= 1; with "valid", kernel <= size.
        stride: how far apart two neighbouring windows begin, an int >= 1.
        padding: "valid" or "same".

    Returns:
        A whole number.
    """
    # BEGIN SOLUTION
    if padding == "same":
        return -(-size // stride)
    return (size - kernel) // stride + 1
    # END SOLUTION


def convolve(X, W, b, stride, padding):
    """Return the convolution of images with kernels, as Keras has it: no kernel is flipped.

    Y[n, i, j, f] = b[f] + the sum of X's window times kernel f, over rows, columns and channels.

    Args:
        X: array of shape (N, H, W, C), N images of C channels.
        W: array of shape (kh, kw, C, F), F kernels.
        b: array of shape (F,), a bias for each kernel.
        stride: how far apart two neighbouring windows begin, an int, in both directions.
        padding: "valid" (no zeros), or "same" (zeros around each image: of an odd number of them,
            the larger half stands at the end, that is below and on the right).

    Returns:
        Array of shape (N, oh, ow, F), where oh and ow are what `output_size` says.
    """
    # BEGIN SOLUTION
    n, height, width, _ = X.shape
    kh, kw, _, filters = W.shape
    oh = output_size(height, kh, stride, padding)
    ow = output_size(width, kw, stride, padding)
    if padding == "same":
        rows = max((oh - 1) * stride + kh - height, 0)
        columns = max((ow - 1) * stride + kw - width, 0)
        top, left = rows // 2, columns // 2
        X = np.pad(X, ((0, 0), (top, rows - top), (left, columns - left), (0, 0)))
    Y = np.empty((n, oh, ow, filters))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            Y[:, i, j] = np.tensordot(X[:, y : y + kh, x : x + kw], W, axes=3) + b
    return Y
    # END SOLUTION


def max_pool(X, size, stride):
    """Return the largest number of each window, of each image and each channel by itself.

    Args:
        X: array of shape (N, H, W, C); the numbers may all be negative.
        size: the height and the width of a window, an int <= H and <= W.
        stride: how far apart two neighbouring windows begin, an int. They may overlap.

    Returns:
        Array of shape (N, oh, ow, C). Nothing is padded ("valid").
    """
    # BEGIN SOLUTION
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.empty((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            Y[:, i, j] = X[:, y : y + size, x : x + size].max(axis=(1, 2))
    return Y
    # END SOLUTION


def average_pool(X, size, stride):
    """Return the mean of each window, of each image and each channel by itself.

    Args:
        X: array of shape (N, H, W, C).
        size: the height and the width of a window, an int <= H and <= W.
        stride: how far apart two neighbouring windows begin, an int. They may overlap.

    Returns:
        Array of shape (N, oh, ow, C). Nothing is padded ("valid").
    """
    # BEGIN SOLUTION
    n, height, width, channels = X.shape
    oh = output_size(height, size, stride, "valid")
    ow = output_size(width, size, stride, "valid")
    Y = np.empty((n, oh, ow, channels))
    for i in range(oh):
        for j in range(ow):
            y, x = i * stride, j * stride
            Y[:, i, j] = X[:, y : y + size, x : x + size].mean(axis=(1, 2))
    return Y
    # END SOLUTION


def convolve_gradients(dY, X, W):
    """Return the gradients of L = sum(dY * convolve(X, W, b, 1, "valid")).

    Args:
        dY: array of shape (N, H - kh + 1, W - kw + 1, F), how L changes with each result.
        X: array of shape (N, H, W, C), the images.
        W: array of shape (kh, kw, C, F), the kernels.

    Returns:
        dX, dW, db: three arrays of the shapes of X, of W and of b, which is (F,).
    """
    # BEGIN SOLUTION
    kh, kw = W.shape[:2]
    oh, ow = dY.shape[1:3]
    dX, dW = np.zeros(X.shape), np.zeros(W.shape)
    # Number (i, j) of a kernel meets the image shifted by (i, j): what went forward goes back.
    for i in range(kh):
        for j in range(kw):
            dX[:, i : i + oh, j : j + ow] += dY @ W[i, j].T
            dW[i, j] = np.tensordot(X[:, i : i + oh, j : j + ow], dY, axes=([0, 1, 2], [0, 1, 2]))
    return dX, dW, dY.sum(axis=(0, 1, 2))
    # END SOLUTION


# What follows is given. It draws what you have written: python convolution.py


def small_picture():
    """Return a house below a sun, 56 by 72 numbers from 0 (black) to 1 (white)."""
    rows, columns = np.mgrid[:56, :72]
    picture = 0.75 - 0.004 * rows
    picture[(rows - 11) ** 2 + (columns - 57) ** 2 < 49] = 1.0
    picture[(np.abs(columns - 27) < 0.9 * (rows - 8)) & (rows < 26)] = 0.15
    picture[26:47, 12:44] = 0.9
    picture[47:] = 0.35
    picture[33:47, 17:24] = 0.3
    picture[32:41, 30:39] = 0.2
    picture[36, 30:39] = picture[32:41, 34] = 0.9
    return picture


def main():
    """Draw a picture, what a blur and two edge kernels make of it, and its edges after pooling."""
    picture = small_picture()
    X = picture[None, :, :, None]
    upright = np.array([[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]])
    W = np.stack([upright, upright.T], axis=-1)[:, :, None, :]
    edges = convolve(X, W, np.zeros(2), 1, "valid")
    blurred = convolve(X, np.full((7, 7, 1, 1), 1 / 49), np.zeros(1), 1, "valid")
    pooled = max_pool(np.abs(edges), 3, 3)

    shown = {
        "the picture": picture,
        "a blur: the mean of 7 × 7": blurred[0, :, :, 0],
        "upright edges (0 is grey)": edges[0, :, :, 0],
        "level edges": edges[0, :, :, 1],
        "the size of both edges": np.abs(edges[0]).max(axis=-1),
        "the same after max pooling by 3": pooled[0].max(axis=-1),
    }
    figure = Figure(figsize=(10, 5.6), layout="constrained")
    for axes, (title, image) in zip(figure.subplots(2, 3).flat, shown.items(), strict=True):
        # Edges have a sign: dark to bright is positive, bright to dark negative.
        signed = image.min() < 0
        reach = np.abs(image).max()
        axes.imshow(image, cmap="gray", vmin=-reach if signed else 0, vmax=reach)
        axes.set_title(f"{title}\n{image.shape[0]} × {image.shape[1]}", fontsize=10)
        axes.set_axis_off()
    figure.savefig(PICTURE, dpi=110)
    print(
        f"of {picture.size} numbers, max pooling leaves {pooled[0, :, :, 0].size} for each kernel"
    )
    print(f"the picture is {PICTURE}")


if __name__ == "__main__":
    main()
