"""A Bot API server for tests: real HTTP, made-up people. Start with `fixtures.py`."""
