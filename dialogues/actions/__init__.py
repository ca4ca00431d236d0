"""One action a file. `registry.build` makes them all."""
