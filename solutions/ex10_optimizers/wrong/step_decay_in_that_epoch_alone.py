"""Your rate is lower only in the epochs that are a multiple of `every`, and lr again in the next
one. What does the function know of earlier epochs?

Nothing: it is given lr, the rate of epoch 0, each time. So count all drops up to this epoch.
"""


def step_decay(lr, epoch, drop, every):
    return lr * drop if epoch and epoch % every == 0 else lr
