# `make run` and `make test` set up everything themselves. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test check train evaluate bench lock clean
export RASA_TELEMETRY_ENABLED = false
export SQLALCHEMY_SILENCE_UBER_WARNING = 1
BIN := .venv/bin
BESIDE := -m "not alone"

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.venv/installed: requirements.lock pyproject.toml scripts/setup
	@scripts/setup

run: .venv/installed  ## set up, train if needed, serve on 127.0.0.1:5005
	@$(BIN)/python -m bot run

test: .venv/installed  ## set up and run all tests
	@$(BIN)/python -m bot train
	@# Side by side; what fails so has to pass with the machine for itself.
	@$(BIN)/python -m pytest $(BESIDE) -n 3 --dist loadfile || \
	  $(BIN)/python -m pytest $(BESIDE) --last-failed --last-failed-no-failures none
	@$(BIN)/python -m pytest -m alone

check: .venv/installed  ## style, types, layers, training data
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -W ignore -m bot.rasa_command data validate

train: .venv/installed  ## train the model if its inputs changed
	@$(BIN)/python -m bot train

evaluate: .venv/installed  ## measure understanding on the held-out utterances
	@$(BIN)/python -m bot evaluate

bench: .venv/installed  ## measure turns beside a stock Rasa bot (about ten minutes)
	@$(BIN)/python -m benchmarks.turns

lock:  ## resolve every package again (needs uv)
	uv pip compile --quiet --python-version 3.10 --extra dev --generate-hashes \
	  --no-emit-index-url --no-header pyproject.toml -o requirements.lock

clean:  ## remove the environment and everything made here, but no data
	rm -rf .venv models .rasa results
