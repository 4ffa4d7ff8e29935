"""Measurements, side by side in one run, and not tests: `python -m benchmarks.startup` and so on, from the top of the project."""
