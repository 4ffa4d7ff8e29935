"""The question bank: YAML files, checked against a schema and compiled into a fast copy. A bank never carries code."""
