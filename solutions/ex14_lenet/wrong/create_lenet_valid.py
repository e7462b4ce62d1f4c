"""C1 gives 24 × 24 pixels of 28 × 28, and your network has 44,426 weights in place of 61,706.
What does the table say of C1's padding?

C1 is padded with "same", so that 28 stays 28. LeNet-5 was made for images of 32 × 32, and the
padding stands for the frame that those of 28 × 28 lack. C3 is not padded.
"""


def create_lenet():
    return keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Conv2D(16, 5, activation="relu"),
            keras.layers.MaxPooling2D(2),
            keras.layers.Flatten(),
            keras.layers.Dense(120, activation="relu"),
            keras.layers.Dense(84, activation="relu"),
            keras.layers.Dense(10),
        ]
    )
