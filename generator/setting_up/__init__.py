"""Set up a machine: what a build and the tests need, from Python alone."""
