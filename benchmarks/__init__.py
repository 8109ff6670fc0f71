"""Measurements that are no tests: they take long, and their numbers depend on the machine."""
