"""There is one layer with weights, from the pixels straight to the logits. What is a hidden
layer?

A Dense layer between the Flatten and the output, with an activation. Without it the network is
the softmax regression that you know from exercise 12.
"""


def create_dense():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Flatten(),
            keras.layers.Dense(10),
        ]
    )
