"""Each point gives one number. How many classes are there?

Three, and each has a probability of its own: three units. (One unit with a sigmoid is for a
question of yes or no.)
"""


def create_network():
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    return model
