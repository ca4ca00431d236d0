"""Trains small translation packages for tests from the project's own parallel texts."""
