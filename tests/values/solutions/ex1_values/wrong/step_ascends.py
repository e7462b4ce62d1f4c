"""The step goes uphill."""


def step(parameters, gradients, config):
    return {name: parameters[name] + config["lr"] * gradients[name] for name in parameters}
