"""The pooling comes first and averages the whole image, so that three numbers, the mean colour, are
left of it. Put global pooling after a convolution, or flatten the image instead.
"""


def create_network():
    return keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(43),
        ]
    )
