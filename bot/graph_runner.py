"""Runs a loaded Rasa model node by node.

Rasa hands each message to dask's scheduler, which plans the same little graph anew every time; the
plan here is made once for each set of targets (about a millisecond less a prediction).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rasa.engine.graph import GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.runner.interface import GraphRunner

Node = Callable[..., tuple[str, Any]]
Step = tuple[str, Node, tuple[str, ...]]


class DirectRunner(GraphRunner):
    """Gives what Rasa's own runner gives, from the same loaded nodes."""

    def __init__(self, schema: GraphSchema, nodes: Mapping[str, Node]) -> None:
        """schema: of the model. nodes: its loaded nodes by name."""
        self._schema = schema
        self._nodes = nodes
        self._plans: dict[tuple[str, ...], list[Step]] = {}

    @classmethod
    def of(cls, loaded: DaskGraphRunner) -> DirectRunner:
        """The same model without dask. loaded: as `Agent.load_model` leaves it."""
        return cls(loaded._graph_schema, loaded._instantiated_nodes)

    @classmethod
    def create(cls, *_: Any, **__: Any) -> DirectRunner:
        """Not used: nodes are loaded by Rasa's own runner. Raises TypeError."""
        raise TypeError("use DirectRunner.of")

    def run(
        self, inputs: Mapping[str, Any] | None = None, targets: Sequence[str] | None = None
    ) -> dict[str, Any]:
        """What the target nodes give for these inputs (values by name)."""
        wanted = tuple(targets or self._schema.target_names)
        values = dict(inputs or {})
        for name, node, needs in self._plan(wanted):
            values[name] = node(*((need, values[need]) for need in needs if need in values))[1]
        return {name: values[name] for name in wanted}

    def _plan(self, targets: tuple[str, ...]) -> list[Step]:
        if targets not in self._plans:
            needed = self._schema.minimal_graph_schema(list(targets)).nodes
            order: dict[str, None] = {}

            def visit(name: str) -> None:
                if name in needed and name not in order:
                    for need in needed[name].needs.values():
                        visit(need)
                    order[name] = None

            for target in targets:
                visit(target)
            self._plans[targets] = [
                (name, self._nodes[name], tuple(needed[name].needs.values())) for name in order
            ]
        return self._plans[targets]
