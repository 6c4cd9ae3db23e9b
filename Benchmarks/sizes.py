"""The sizes of a run: those of docs/performance.md, or, with CANHLUA_BENCH_SHORT set, small ones.

A short run walks through every program in some minutes, to see that all of them still work. Its figures say nothing.
"""
import os

IS_SHORT = "CANHLUA_BENCH_SHORT" in os.environ


def size(whole, short):
    return short if IS_SHORT else whole
