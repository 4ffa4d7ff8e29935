"""Measurements, side by side in one run; not tests. Run from the top of the project: python -m benchmarks.startup"""
