"""The last layer has a sigmoid: each of the three numbers lies between 0 and 1 on its own. What
does a row add up to?

To anything from 0 to 3. One class of three is right, so the three share one: that is a softmax. A
sigmoid answers three separate questions of yes or no.
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(3, activation="sigmoid"),
        ]
    )
    return model
