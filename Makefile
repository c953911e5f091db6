# The menu: every target that stands here with a ## sentence. Works with GNU make 3.81 and BSD make.
# PYTHON=/path/to/python3.13 chooses the interpreter; ARGS passes words on to the command behind the target.

BIN = .venv/bin
COMPILE = $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header

.PHONY: menu setup run test lint format opensearch bench screenshots requirements clean

menu:  ## Show this menu
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

setup: .venv/runs  ## Make .venv and install what Lontar runs on

.venv/runs: requirements.txt ops/setup.sh
	@sh ops/setup.sh requirements.txt $@

.venv/develops: .venv/runs requirements-dev.txt
	@sh ops/setup.sh requirements-dev.txt $@

run: .venv/runs  ## Start the portal with its worker and broker, and print the address
	@exec $(BIN)/python -m ops.run

test: .venv/develops  ## Run every test that can run on this machine
	@$(BIN)/python -m pytest $(ARGS)

lint: .venv/develops  ## Check style and types
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy .

format: .venv/develops  ## Put the code into its form
	@$(BIN)/python -m ruff check --fix .
	@$(BIN)/python -m ruff format .

opensearch: .venv/runs  ## Start a local OpenSearch at 127.0.0.1:9201 (Docker, else Java 21 and Maven; ARGS="--release 2.19.1")
	@exec $(BIN)/python -m ops.opensearch $(ARGS)

bench: .venv/develops  ## Measure ingest, indexing and search on the sample deliveries
	@$(BIN)/python -m ops.bench $(ARGS)

screenshots: .venv/develops  ## Take pictures of the pages of a running portal into var/screenshots
	@$(BIN)/python -m ops.screenshots $(ARGS)

requirements: .venv/develops  ## Compile requirements*.in again, pinned and hashed for every platform
	@$(COMPILE) $(ARGS) requirements.in -o requirements.txt
	@$(COMPILE) $(ARGS) requirements-dev.in -o requirements-dev.txt

clean:  ## Remove what can be made again; the data in var/ stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis ops/opensearch/lib
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
