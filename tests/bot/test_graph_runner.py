"""Running a model's graph without dask."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from bot.graph_runner import DirectRunner


class Add(GraphComponent):
    """Adds its two inputs."""

    @classmethod
    def create(cls, *_: Any, **__: Any) -> Add:
        return cls()

    def add(self, one: int, two: int) -> int:
        if one < 0:
            raise ValueError("negative")
        return one + two


def _node(**needs: str) -> SchemaNode:
    return SchemaNode(needs=needs, uses=Add, constructor_name="create", fn="add", config={})


@pytest.fixture
def dask(tmp_path: Any) -> DaskGraphRunner:
    schema = GraphSchema(
        {
            "sum": _node(one="left", two="right"),
            "twice": _node(one="sum", two="sum"),
            "beside": _node(one="left", two="left"),
        }
    )
    context = ExecutionContext(graph_schema=schema, model_id="a model")
    return DaskGraphRunner.create(schema, LocalModelStorage(tmp_path), context)


@pytest.mark.parametrize("targets", [["twice"], ["sum", "twice"], ["beside"]])
def test_it_gives_what_rasas_own_runner_gives(dask: DaskGraphRunner, targets: list[str]) -> None:
    inputs = {"left": 2, "right": 5}
    direct = DirectRunner.of(dask)
    assert direct.run(inputs, targets) == dask.run(inputs, targets)
    assert direct.run({"left": 1, "right": 1}, targets) == dask.run(
        {"left": 1, "right": 1}, targets
    )


def test_an_error_of_a_component_is_raised(dask: DaskGraphRunner) -> None:
    with pytest.raises(Exception, match="Error running graph component"):
        DirectRunner.of(dask).run({"left": -1, "right": 1}, ["sum"])
