"""Your rate drops just after a multiple of `every`, and so in epoch 1 already. To which side do you
round the quotient?

Down: a drop counts when `every` epochs are over, and not when they begin.
"""

import numpy as np


def step_decay(lr, epoch, drop, every):
    return lr * drop ** np.ceil(epoch / every)
