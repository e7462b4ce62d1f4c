"""The host's side of the boundary: which isolation can be had, zygotes, and their workers."""

from grader.sandbox.clock import Spent
from grader.sandbox.lanes import Lane, SharedZygote
from grader.sandbox.spawn import Spawner
from grader.sandbox.tiers import Layer, Probe, choose, probe, probe_all
from grader.sandbox.worker import Worker
from grader.sandbox.workers import Workers, forks, start

__all__ = [
    "Lane",
    "Layer",
    "Probe",
    "SharedZygote",
    "Spawner",
    "Spent",
    "Worker",
    "Workers",
    "choose",
    "forks",
    "probe",
    "probe_all",
    "start",
]
