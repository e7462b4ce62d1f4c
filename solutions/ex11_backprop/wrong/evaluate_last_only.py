"""You return one number, the value of the output. How many are asked?

n: a value for each node, in the order of the list, the inputs and inner nodes among them.
`backpropagate` needs them all.
"""

right_evaluate = evaluate


def evaluate(nodes):
    return right_evaluate(nodes)[-1]
