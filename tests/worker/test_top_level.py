"""What happens at the top level when a file is loaded: needed values, and never a training run."""

import pytest
from support.words import said

from grader.report import Verdict

COUNTS = """
import numpy as np
step = 0
history = []
def spread(x):
    return x.min(), x.max()
def mean(x):
    global step
    step += 1
    history.append(step)
    return x.mean(0)
data = np.ones((2, 2))
"""

ENDLESS = "range(10**12)"

RUNS = {
    "a loop": f"for epoch in {ENDLESS}:\n    mean(data)\n    print(epoch, step)",
    "its results in a list": f"for epoch in {ENDLESS}: history.append(mean(data))",
    "a comprehension": f"history = [mean(data) for _ in {ENDLESS}]",
    "a generator": f"history.extend(mean(data) for _ in {ENDLESS})",
    "while": "loss = 1.0\nwhile loss > 0.5:\n    loss = mean(data).sum()\n    step += 1",
    "while True": "while True:\n    step += 1\n    loss = mean(data)\n    if loss.sum() < 0: break",
    "until it is better": f"for e in {ENDLESS}:\n    d = mean(data)[0]\n    gap = d - 1\n"
    "    step += 1\n    if gap < 0:\n        break",
    "with": f"with np.errstate():\n    for e in {ENDLESS}: step = mean(data)",
    "try": f"try:\n    for e in {ENDLESS}: history += [mean(data)]\nexcept KeyboardInterrupt: pass",
    "if": f"if data.size:\n    for e in {ENDLESS}:\n        step = mean(data)[0]",
    "asked in the condition": "while mean(data).sum() > 0: step += 1",
    "main()": f"def main(epochs):\n    for e in epochs: mean(data)\nmain({ENDLESS})",
    "main() in main()": f"def go():\n    for e in {ENDLESS}: mean(data)\ndef main():\n    go()\n"
    "if True: main()",
    "a function in main()": f"def main():\n    def go():\n        for e in {ENDLESS}: mean(data)\n"
    "    go()\nhistory = main()",
    "an object": f"class Trainer:\n    def fit(self):\n        for e in {ENDLESS}: self.one()\n"
    "    def one(self):\n        mean(data)\ntrainer = Trainer()\nhistory = trainer.fit()",
    "an object at once": "class Trainer:\n    def fit(self):\n"
    f"        for e in {ENDLESS}: mean(data)\n"
    "class Mine(Trainer): pass\nMine().fit()",
    "when it is made": "class Run:\n    def __init__(self):\n"
    f"        for e in {ENDLESS}: mean(data)\n"
    "history = [Run()]",
    "under another name": "fast = np.vectorize(mean)\n"
    f"for e in {ENDLESS}: history.append(fast(data))",
    "passed on": f"def run(what, n):\n    for e in n: what(data)\nhistory = run(mean, {ENDLESS})",
    "mapped": f"history = list(map(mean, (data for e in {ENDLESS})))",
    "a lambda": f"run = lambda: [mean(data) for e in {ENDLESS}]\nhistory = run()",
    "partial": f"import functools\nfor e in {ENDLESS}: step = functools.partial(mean, data)()",
    "decorated": f"def twice(f):\n    return f\nfor e in {ENDLESS}: step = twice(mean)(data)",
    "a default": f"def log(x, to=history): to.append(x)\nfor e in {ENDLESS}: log(mean(data))",
    "asyncio": f"import asyncio\nasync def main():\n    for e in {ENDLESS}: mean(data)\n"
    "history = asyncio.run(main())",
    "a thread": f"import threading\ndef go():\n    for e in {ENDLESS}: history.append(mean(data))\n"
    "t = threading.Thread(target=go)\nt.start()\nt.join()",
    "a method under a name": "class Trainer:\n    def fit(self):\n"
    f"        for e in {ENDLESS}: history.append(mean(data))\ntrainer = Trainer()\n"
    "fit = trainer.fit\nfit()",
    "what a function made": "def make():\n    def go():\n"
    f"        for e in {ENDLESS}: history.append(mean(data))\n    return go\nrun = make()\nrun()",
    "functions in a dict": f"def go():\n    for e in {ENDLESS}: history.append(mean(data))\n"
    "runs = {'a': go}\nruns['a']()",
    "functions in a list": f"def go():\n    for e in {ENDLESS}: history.append(mean(data))\n"
    "for run in [go]: run()",
    "a class's body": f"class Run:\n    for e in {ENDLESS}: history.append(mean(data))",
    "by its name": f"def go():\n    for e in {ENDLESS}: history.append(mean(data))\n"
    "globals()['go']()\nimport sys\nsys.modules[__name__].go()",
    "a decorator": f"def run(f):\n    for e in {ENDLESS}: history.append(mean(data))\n"
    "    return f\n@run\ndef go(): pass",
    "what follows from it": f"for e in {ENDLESS}:\n    loss = mean(data)\n    half = loss / 2\n"
    "    history.append(half)",
}


@pytest.mark.parametrize("name", RUNS)
def test_a_training_run_is_left_out(grade_toy, name):
    """However it is written, and although the function itself needs the names that it changes."""
    report = grade_toy(f"{COUNTS}\n{RUNS[name]}\nprint(history, step)\n")
    assert report.problems == ()
    assert report.passed


def test_so_is_one_in_a_module_beside_the_file(grade_toy, tmp_path):
    """Whose graded function the file only imports."""
    (tmp_path / "work.py").write_text(f"{COUNTS}\nfor e in {ENDLESS}: history.append(mean(data))\n")
    (tmp_path / "mean.py").write_text("from work import *\nfrom work import history\n")
    assert grade_toy(tmp_path / "mean.py").passed


KEPT = {
    "wrapped": "mean = np.vectorize(mean, signature='(n,m)->(m)')",
    "replaced by what a factory makes": "def checked(f):\n    f(data)\n    return f\n"
    "mean = checked(mean)",
    "passed on to an object": "class Lazy:\n    def __init__(self, f): self.f = f\n"
    "    def __call__(self, x): return self.f(x)\nmean = Lazy(mean)",
    "beside a call": "T = {}\nfor n in range(3):\n    T[n] = n\n    print(mean(data))\n"
    "old = mean\ndef mean(x):\n    return old(x) * (T[2] - 1)",
    "a constant by it": "old = mean\nONE = mean(data)[0]\ndef spread(x):\n"
    "    return x.min() * ONE, x.max()",
    "constants by it": "ONE = mean(data)[0]\nTWO = ONE + 1\ndef spread(x):\n"
    "    return x.min() * (TWO - ONE), x.max()",
}


@pytest.mark.parametrize("name", KEPT)
def test_what_a_graded_function_needs_is_not(grade_toy, name):
    """A right file stays right: to pass a function on, or to use one value, is no training run."""
    report = grade_toy(f"{COUNTS}\n{KEPT[name]}\n")
    assert report.problems == ()
    assert report.passed


def test_what_was_left_out_is_named_when_it_is_missed(grade_toy):
    """The line, and the function that it calls."""
    report = grade_toy(
        f"{COUNTS}\nfor e in {ENDLESS}:\n    loss = mean(data)\n"
        "def spread(x):\n    return loss, x.max()\n"
    )
    assert [check.verdict for check in report.checks] == [Verdict.PASSED] * 3 + [Verdict.ERROR]
    assert (
        "loss gets its value in line 15 by a call of mean, and a function that is graded is not "
        "called when the file is imported" in said(report.checks[-1])
    )


def test_a_function_that_gives_its_name_away_is_none(grade_toy):
    """As in Python, where the name is a number then; the line is named, and nothing is called."""
    report = grade_toy(f"{COUNTS}\nspread = spread(data)\n")
    assert report.checks[-1].verdict is Verdict.ERROR
    message = "spread is no function: line 14 gives the name to what spread returns"
    assert said(report.checks[-1]) == message
    assert report.checks[0].verdict is Verdict.PASSED
    assert grade_toy(f"{COUNTS}\nkept = spread\nspread = spread(data)\nspread = kept\n").passed


FILLS = {
    "a function": "T = {}\ndef add(n): T[n] = 1\nfor n in range(20): add(n)",
    "a comprehension": "T = {}\n[T.update({n: 1}) for n in range(20)]",
    "a function in a comprehension": "T = {}\ndef add(n): T[n] = 1\n"
    "_ = [add(n) for n in range(20)]",
    "a map": "T = {}\ndef add(n): T[n] = 1\nlist(map(add, range(20)))",
    "set-up": "T = {}\ndef add(n): T[n] = 1\ndef setup():\n    for n in range(20): add(n)\nsetup()",
    "set-up with a result": "T = {}\ndef setup():\n    T[1] = 1\n    return True\nok = setup()",
    "an argument": "T = {}\ndef fill(table):\n    table[1] = 1\nfill(T)",
    "a method": "T = {}\nclass Filler:\n    def go(self):\n        T[1] = 1\nFiller().go()",
    "an object's method": "T = {}\nclass Filler:\n    def go(self):\n        T[1] = 1\n"
    "filler = Filler()\nfiller.go()",
    "an object": "T = {}\nclass Entry:\n    def __init__(self, n):\n        T[n] = 1\nEntry(1)",
    "a part of it": "T = {}\npart = T.setdefault('x', {})\npart['y'] = 1\nT[1] = len(T['x'])",
    "its items": "T = [[], [0]]\nfor item in T:\n    item.append(1)\nT[1] = len(T[1]) - 1",
    "__init_subclass__": "T = {}\nclass Base:\n    def __init_subclass__(cls, **options):\n"
    "        T[cls.number] = 1\nclass One(Base):\n    number = 1",
    "a base's base": "T = {}\nclass Base:\n    def __init_subclass__(cls):\n"
    "        Base.all[cls.__name__] = cls\n    all = {}\nclass A(Base): pass\nclass B(A): pass\n"
    "T[1] = len(Base.all) - 1",
    "a metaclass": "T = {}\nclass Meta(type):\n    def __init__(cls, *of):\n        T[cls.n] = 1\n"
    "        super().__init__(*of)\nclass One(metaclass=Meta):\n    n = 1",
    "setattr": "class T: pass\nsetattr(T, '_1', 1)\nT = {1: T._1}",
    "vars": "class C: pass\nc = C()\nvars(c)['x'] = 1\nT = {1: c.x}",
    "object.__setattr__": "class C: pass\nc = C()\nobject.__setattr__(c, 'x', 1)\nT = {1: c.x}",
    "dict.update": "T = {}\ndict.update(T, {1: 1})",
    "operator.setitem": "import operator\nT = {}\noperator.setitem(T, 1, 1)",
    "NumPy in place": "import numpy as np\nT = np.zeros(2)\nnp.put(T, 1, 1)",
    "NumPy's out": "import numpy as np\nT = np.zeros(2)\nnp.ones(2).cumsum(out=T)\nT -= [0, 1]",
    "del of an item": "T = {1: 1, 0: 2}\ndel T[0]\nT[1] = len(T)",
    "del of what hides": "sum = 0\nfor n in range(3):\n    sum += n\ndel sum\nT = {1: sum([1])}",
    "del of two": "max, unused = 0, 1\ndel unused, max\nT = {1: max(1, 0)}",
    "getattr": "T = [0]\ngetattr(T, 'append')(1)",
    "a method under a name": "T = [0]\nadd = T.append\nadd(1)",
    "a method that is mapped": "T = {}\nlist(map(T.__setitem__, range(3), [1] * 3))",
    "methods in a dict": "T = {}\nto = {'add': T.update}\nto['add']({1: 1})",
    "functions in a dict": "T = {}\ndef add(n): T[n] = 1\nto = {'add': add}\nto['add'](1)",
    "functions in a list": "T = {}\ndef add(): T[1] = 1\nfor do in [add]: do()",
    "partial": "import functools\nT = {}\ndef add(t, n): t[n] = 1\n"
    "one = functools.partial(add, T)\none(1)",
    "reduce": "import functools\nT = {}\ndef add(t, n):\n    t[n] = 1\n    return t\n"
    "functools.reduce(add, range(3), T)",
    "a thread": "import threading\nT = {}\ndef go(): T[1] = 1\n"
    "t = threading.Thread(target=go)\nt.start()\nt.join()",
    "a pool": "from concurrent.futures import ThreadPoolExecutor\nT = {}\ndef add(n): T[n] = 1\n"
    "with ThreadPoolExecutor() as pool:\n    list(pool.map(add, range(3)))",
    "what a function gives back": "T = {}\ndef table(): return T\ntable()[1] = 1",
    "that under a name": "T = {}\ndef table(): return T\nt = table()\nt[1] = 1",
    "what a function made": "def make():\n    t = {}\n    def add(n): t[n] = 1\n"
    "    def table(): return t\n    return add, table\nadd, table = make()\nadd(1)\nT = table()",
    "an iterator": "it = iter(range(3))\nnext(it)\nT = {next(it): 1}",
    "a class's body": "T = {}\nclass One:\n    T[1] = 1",
    "a call in it": "T = {}\ndef add(n): T[n] = 1\nclass One:\n    add(1)",
    "a class in a class": "T = {}\nclass One:\n    class Two:\n        T[1] = 1",
    "super()": "T = {}\nclass A:\n    def __init__(self): T[1] = 1\n"
    "class B(A):\n    def __init__(self): super().__init__()\nB()",
    "__set_name__": "T = {}\nclass Item:\n    def __set_name__(self, owner, name): T[1] = 1\n"
    "class One:\n    item = Item()",
    "__subclasses__": "class A: pass\nclass B(A): pass\nT = {1: len(A.__subclasses__())}",
    "a metaclass of a base": "class Meta(type):\n    all = {}\n    def __new__(meta, *of):\n"
    "        made = super().__new__(meta, *of)\n        meta.all[len(meta.all)] = 1\n"
    "        return made\nclass A(metaclass=Meta): pass\nclass B(A): pass\nT = Meta.all",
    "a decorator that is an object": "T = {}\nclass register:\n"
    "    def __init__(self, n): self.n = n\n    def __call__(self, made):\n"
    "        T[self.n] = 1\n        return made\n@register(1)\nclass One: pass",
    "a decorator that is a method": "T = {}\nclass All:\n    def add(self, made): T[1] = 1\n"
    "every = All()\n@every.add\ndef one(): pass",
    "a decorator that is a lambda": "T = {}\nadd = lambda f: T.update({1: 1}) or f\n"
    "@add\ndef one(): pass",
    "singledispatch": "from functools import singledispatch\n@singledispatch\n"
    "def one(x): return 0\n@one.register(int)\ndef _(x): return 1\nT = {1: one(1)}",
    "the module itself": "import sys\nsetattr(sys.modules[__name__], 'T', {1: 1})",
    "its attribute": "import sys\nsys.modules[__name__].T = {1: 1}",
    "exec": "exec('T = {}\\nT[1] = 1')",
}


@pytest.mark.parametrize("name", FILLS)
def test_what_fills_a_needed_table_is_executed(grade_toy, name):
    """By a function, a method, a class; T[1] is 1 then."""
    report = grade_toy(
        f"{FILLS[name]}\ndef mean(x):\n    return x.mean(0) * T[1]\n"
        "def spread(x):\n    return x.min(), x.max()\n"
    )
    assert report.problems == ()
    assert report.passed


GUARDS = {
    "a module": "try:\n    import google.colab\n    ONE = 0\nexcept ImportError:\n    ONE = 1",
    "else": "try:\n    import google.colab\nexcept ImportError:\n    ONE = 1\nelse:\n    ONE = 0",
    "a name": "try:\n    get_ipython()\n    ONE = 0\nexcept NameError:\n    ONE = 1",
    "a file": "try:\n    open('data.csv')\n    ONE = 0\nexcept OSError:\n    ONE = 1",
    "a function": "def find():\n    raise LookupError\ntry:\n    find()\n    ONE = 0\n"
    "except LookupError:\n    ONE = 1",
    "a run": "try:\n    for e in range(10**12): mean(1)\n    ONE = 1\n"
    "except ValueError:\n    ONE = 0",
}


@pytest.mark.parametrize("name", GUARDS)
def test_what_is_tried_decides(grade_toy, name):
    """A statement that fails keeps those after it from being executed, needed or not."""
    report = grade_toy(
        f"{GUARDS[name]}\ndef mean(x):\n    return x.mean(0) * ONE\n"
        "def spread(x):\n    return x.min(), x.max()\n"
    )
    assert report.problems == ()
    assert report.passed


def test_what_only_looks_at_a_table_is_not(grade_toy):
    """Plots, prints and training of something else are left out as before."""
    report = grade_toy(
        "T = {1: 1}\nclass Net:\n    pass\nnet = Net()\nimport time\n"
        "def show():\n    time.sleep(3600)\n    print(T.keys(), T[1])\n"
        "show()\nx = show()\nnet.fit(time.sleep(3600))\nprint(len(T), time.sleep(3600))\n"
        "def mean(x):\n    return x.mean(0) * T[1] * bool(Net)\n"
        "def spread(x):\n    return x.min(), x.max()\n"
    )
    assert report.problems == ()
    assert report.passed


def test_what_a_library_registers_is_executed(grade_toy, tmp_path):
    """It is found by its name alone, as Keras finds a class: nothing shows that it is needed."""
    (tmp_path / "registry.py").write_text(
        "kinds = {}\ndef register(name):\n    return lambda made: kinds.setdefault(name, made)\n"
    )
    path = tmp_path / "mean.py"
    path.write_text(
        "import registry\n@registry.register('one')\nclass One:\n    value = 1\n"
        "def mean(x):\n    return x.mean(0) * registry.kinds['one'].value\n"
        "def spread(x):\n    return x.min(), x.max()\n"
    )
    assert grade_toy(path).passed
