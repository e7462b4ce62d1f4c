"""What a Keras model is and does, as plain data."""
