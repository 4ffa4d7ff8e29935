"""The templates, one module a family of skills.

numpy, SciPy and scikit-learn are imported inside the computations alone: listing the catalogue stays fast (scikit-learn costs about 0.8 s),
and the computation with its imports is what a learner can paste.
"""
