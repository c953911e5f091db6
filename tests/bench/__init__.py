"""Measurements that take minutes: run as programs, not by the test suite."""
