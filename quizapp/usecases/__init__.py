"""The app without a face: what a learner can do, one module a verb. Clock, random source, bank and store are passed in."""
