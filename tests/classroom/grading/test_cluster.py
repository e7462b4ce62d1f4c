"""A class that is graded by a dask cluster: the same record, though workers are lost."""

import os
import signal

import pytest
from distributed import LocalCluster

from grader.classroom.collect.handins import collect_handins
from grader.classroom.grading.batch import Batch, Silence
from grader.classroom.grading.cluster import ClusterPool
from grader.classroom.record import State
from grader.classroom.store import Store
from grader.errors import SandboxError, UsageError

RIGHT = "def mean(x): return x.mean(0)\ndef spread(x): return x.min(), x.max()\n"
LEAVES = "import os\ndef mean(x): os._exit(3)\ndef spread(x): return x.min(), x.max()\n"
SLOW = "import time\ndef mean(x):\n    time.sleep(0.001)\n    return x.sum(0)\n"
SOURCES, SCORES = (RIGHT, LEAVES, SLOW, "x = (\n"), (10, 3, 2, 0)


@pytest.fixture(scope="module")
def cluster():
    """A scheduler and two workers, on this machine."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as made:
        yield made


@pytest.fixture
def grade(toy, toy_key, cluster, tmp_path):
    """Grade so many submissions on the cluster; the summary and the record."""
    folder = tmp_path / "submissions"
    folder.mkdir()

    def call(count, watcher):
        for number in range(count):
            (folder / f"s{number:03}.py").write_text(SOURCES[number % 4])
        scratch = tmp_path / "scratch"
        scratch.mkdir(exist_ok=True)
        handins = collect_handins(folder, toy, scratch).handins
        with (
            Store(tmp_path, new=True) as store,
            ClusterPool(cluster.scheduler_address) as pool,
        ):
            assert pool.lanes == 2
            found = Batch(toy, toy_key, store).grade(handins, pool, "auto", (), watcher)
            return found, store.record()

    return call


def test_a_cluster_grades_a_class(grade):
    """Locked down, by workers that have the package and no course."""
    found, record = grade(16, Silence())
    assert found.states[State.GRADED] == 16
    assert [entry.report.score for entry in record.entries] == [*SCORES] * 4
    assert {entry.report.isolation for entry in record.entries} <= {"sealed", "confined"}


def test_a_worker_that_is_killed_costs_no_result(grade, cluster):
    """In the middle of a class, with an order in hand; the record is that of a quiet run."""
    victims = [worker.pid for worker in cluster.workers.values()]

    class Kills(Silence):
        count = 0

        def done(self, entry, known):
            self.count += 1
            if self.count == 30:
                os.kill(victims[0], signal.SIGKILL)

    found, record = grade(60, Kills())
    assert found.states[State.GRADED] == 60 and not found.ungraded
    assert [entry.report.score for entry in record.entries] == [*SCORES] * 15


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:9", "no dask scheduler answers .*dask scheduler"),
        ("tls://127.0.0.1:9", "no dask scheduler answers"),
        ("localhost", "looks like tcp://HOST:8786"),
        ("tcp://localhost:port", "no dask scheduler answers"),
    ],
)
def test_a_cluster_that_is_not_there_is_said_in_a_line(address, said):
    """At once, with the commands that start one, or with how an address is written."""
    with pytest.raises(UsageError, match=said):
        ClusterPool(address)


@pytest.mark.slow
def test_a_scheduler_that_is_gone_ends_the_batch_with_a_line(toy, toy_key, tmp_path, monkeypatch):
    """It does not wait for ever; what is graded stays in the record."""
    folder, scratch = tmp_path / "class", tmp_path / "scratch"
    folder.mkdir(), scratch.mkdir()
    for number in range(12):
        (folder / f"s{number:02}.py").write_text(RIGHT)
    handins = collect_handins(folder, toy, scratch).handins
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=":0") as short:

        class Ends(Silence):
            count = 0

            def done(self, entry, known):
                self.count += 1
                if self.count == 3:
                    short.close()

        with Store(tmp_path, new=True) as store:
            with pytest.raises(SandboxError, match=r"the scheduler at .* is gone"):
                with ClusterPool(short.scheduler_address) as pool:
                    Batch(toy, toy_key, store).grade(handins, pool, "auto", (), Ends())
            states = [known.state for known in store.known().values()]
    assert states.count(State.GRADED) >= 3


@pytest.mark.slow
def test_a_cluster_without_workers_is_said_in_a_line():
    """Nothing would ever be graded."""
    with LocalCluster(n_workers=0, dashboard_address=":0") as empty:
        with pytest.raises(UsageError, match="has no workers"):
            ClusterPool(empty.scheduler_address)
