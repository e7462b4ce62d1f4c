"""It does not matter to your network where a pixel stands: it knows the colours of an image, and no
shape in it.

Either a mean or a global pooling over the whole image comes before any layer with weights, or the
layers before it look at each pixel alone. Put global pooling after a convolution with a window of
3 × 3 or more, or flatten the image instead.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(43),
        ]
    )
