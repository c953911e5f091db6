"""The records of a kept store as another Django package searches them: an app of `tests.bench.other_package` alone."""
