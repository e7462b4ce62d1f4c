"""A right file of the exercise in tests/lending, by its parts, and changes that leave something."""

RIGHT = {
    "import": "import numpy as np",
    "helper": "def rows(x):\n    return len(x)",
    "mean": "def mean(x):\n    return x.sum(0) / rows(x)",
    "centred": "def centred(x):\n    return x - mean(x)",
    "spread": "def spread(x):\n    return (centred(x) ** 2).sum(0) / rows(x)",
    "largest": "def largest(x):\n    return x.max(0)",
    "last": "LAST = 1",
}
LARGEST = RIGHT["largest"]

STATE = {
    "everything of a module": (
        {"last": "from own import *", "largest": "def largest(x):\n    return x.max(0) + rows([])"},
        {"last": "from numpy import *\nfrom own import *\nrows = lambda x: 1"},
    ),
    "what is executed": ({"last": "exec('K = 0')", "largest": LARGEST}, {"last": "exec('x = 1')"}),
    "a list that another function fills": (
        {"last": "SEEN = []", "largest": "def largest(x):\n    return x.max(0) + len(SEEN)"},
        {"mean": "def mean(x):\n    SEEN.append(1)\n    return x.mean(0)"},
    ),
    "a counter": (
        {"last": "N = 0", "largest": "def largest(x):\n    return x.max(0) + N"},
        {"mean": "def mean(x):\n    global N\n    N += 1\n    return x.mean(0)"},
    ),
    "an attribute of a function": (
        {"last": "rows.n = 0", "largest": "def largest(x):\n    return x.max(0) + rows.n"},
        {"mean": "def mean(x):\n    rows.n += 1\n    return x.mean(0)"},
    ),
    "an attribute of a class": (
        {"last": "class C:\n    n = 0", "largest": "def largest(x):\n    return x.max(0) + C.n"},
        {"mean": "def mean(x):\n    C.n += 1\n    return x.mean(0)"},
    ),
    "an attribute of a class, by a classmethod": (
        {
            "last": "class C:\n    n = 0\n    @classmethod\n    def add(cls):\n        cls.n += 1",
            "largest": "def largest(x):\n    return x.max(0) + C.n",
        },
        {"mean": "def mean(x):\n    C.add()\n    return x.mean(0)"},
    ),
    "an attribute of an object's class": (
        {
            "last": "class C:\n    n = 0\n    def add(self):\n        self.__class__.n += 1",
            "largest": "def largest(x):\n    return x.max(0) + C.n",
        },
        {"mean": "def mean(x):\n    C().add()\n    return x.mean(0)"},
    ),
    "an attribute of a class that is given to a function": (
        {
            "last": "class C:\n    n = 0\n\ndef add(kind):\n    kind.n += 1",
            "largest": "def largest(x):\n    return x.max(0) + C.n",
        },
        {"mean": "def mean(x):\n    add(C)\n    return x.mean(0)"},
    ),
    "an attribute of a function under another name": (
        {"last": "rows.n = 0", "largest": "def largest(x):\n    return x.max(0) + rows.n"},
        {"mean": "def mean(x):\n    for f in [rows]:\n        f.n += 1\n    return x.mean(0)"},
    ),
    "a library under another name": (
        {"largest": "def largest(x):\n    return x.max(0) + np.float64(np.zeros(1) / 0)"},
        {"mean": "def mean(x):\n    lib = np\n    lib.seterr(all='raise')\n    return x.mean(0)"},
    ),
    "a default argument": (
        {
            "last": "def count(seen=[]):\n    seen.append(1)\n    return len(seen)",
            "largest": "def largest(x):\n    return x.max(0) + count()",
        },
        {"mean": "def mean(x):\n    count()\n    return x.mean(0)"},
    ),
    "a generator of random numbers": (
        {
            "last": "R = np.random.default_rng(0)",
            "largest": "def largest(x):\n    return x.max(0) + R.normal()",
        },
        {"mean": "def mean(x):\n    R.normal()\n    return x.mean(0)"},
    ),
    "a decorator that keeps something": (
        {
            "import": "import numpy as np\n\ndef counted(f):\n    n = [0]\n"
            "    def inner(*given):\n        n[0] += 1\n        return f(*given) + n[0]\n"
            "    return inner",
            "helper": "@counted\ndef rows(x):\n    return len(x)",
            "largest": "def largest(x):\n    return x.max(0) + rows(x)",
        },
        {"mean": "def mean(x):\n    rows(x)\n    return x.mean(0)"},
    ),
    "a library that is set up differently": (
        {"largest": "def largest(x):\n    return x.max(0) + np.float64(np.zeros(1) / 0)"},
        {"mean": "def mean(x):\n    np.seterr(all='raise')\n    return x.mean(0)"},
    ),
    "a list of a library": (
        {
            "import": "import numpy as np\nimport sys",
            "largest": "def largest(x):\n    return x.max(0) + len(sys.path)",
        },
        {"mean": "def mean(x):\n    sys.path.append('.')\n    return x.mean(0)"},
    ),
    "a library that is changed": (
        {"largest": "def largest(x):\n    return np.ptp(x, axis=0) + x.min(0)"},
        {"mean": "def mean(x):\n    np.ptp = lambda x, axis: 0\n    return x.mean(0)"},
    ),
    "numbers that TensorFlow draws": (
        {"last": "import tensorflow as tf", "largest": f"{LARGEST} + tf.random.normal([])"},
        {"mean": "def mean(x):\n    return x.mean(0) + tf.random.normal([])"},
    ),
    "weights of Keras": (
        {"last": "from keras import layers", "largest": f"{LARGEST} + layers.Dense(1)(x)"},
        {"mean": "def mean(x):\n    return layers.Dense(1)(x)"},
    ),
    "a file": (
        {
            "import": "import numpy as np\nimport os",
            "largest": "def largest(x):\n    return x.max(0) + os.path.exists('seen')",
        },
        {"mean": "def mean(x):\n    open('seen', 'w').close()\n    return x.mean(0)"},
    ),
    "a value that is made when it is missed": (
        {
            "last": "M = mean(np.ones((2, 2)))",
            "largest": "def largest(x):\n    return x.max(0) - M",
        },
        {"last": "M = mean(np.zeros((2, 2)))"},
    ),
    "a module of one's own that counts": (
        {
            "helper": "import own\nfrom own import rows",
            "largest": "def largest(x):\n    return x.max(0) + own.N",
        },
        {"mean": "def mean(x):\n    own.add()\n    return x.mean(0)"},
    ),
}
"""Parts by which `largest` finds what calls of others leave behind, and a change of those others.

A module `own` stands beside the file.
"""
