"""A whole script: data, compiling, an hour of training and plots stand at the top level."""

import argparse
import time

import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from dataset import get_datasets
from tensorflow.keras.layers import Dense, Flatten
from utils import display_metrics

tf.random.set_seed(42)
EPOCHS = int(input("epochs? "))
HIDDEN_UNITS = 150
train_dataset, val_dataset = get_datasets("GTSRB/Final_Training/Images", 64)


def create_network():
    net = tf.keras.models.Sequential()
    net.add(Flatten())
    net.add(Dense(HIDDEN_UNITS, activation="relu"))
    net.add(Dense(43))
    return net


model = create_network()
model.compile(
    optimizer=tf.keras.optimizers.Adam(learning_rate=1e-3),
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(train_dataset, epochs=EPOCHS, validation_data=val_dataset)
display_metrics(history)
plt.plot(history.history["val_accuracy"])
plt.show()
predictions = np.argmax(model.predict(val_dataset), axis=1)
model.save("signs.keras")
time.sleep(3600)

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--imdir", required=True)
    parser.parse_args()
    raise SystemExit(1)
