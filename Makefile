# Two commands do everything on a fresh machine with Python 3.11, make and a network: make run, make test.

PYTHON ?= $(firstword $(foreach name,python3.11 python3.12 python3.13 python3,$(shell command -v $(name))))
BIN := .venv/bin
BUILT := src/coretech/static/built/NOTICE.txt
CHECKED := src tests tools bench
SPREAD := --numprocesses auto --maxprocesses 4 --dist worksteal
PIP := --quiet --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test coverage check format bench mutate reference lock clean

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/makers.stamp $(BUILT) ## 準備 .venv 與前端檔案 · make .venv, with the command .venv/bin/coretech
run: .venv/program.stamp $(BUILT) ## 啟動（內建資料庫與資料） · start on the embedded database with the bundled data
	@exec $(BIN)/coretech serve
test: check ## 檢查並跑所有測試 · check, then run all tests
	$(BIN)/python -m compileall -q src/coretech
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest $(SPREAD)
coverage: setup ## 跑所有測試並量涵蓋率（較慢） · run all tests and tell what they cover (slower)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest $(SPREAD)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
check: setup ## 格式、規則、型別、分層 · format, rules, types, layers and the house's own checks
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/mypy $(CHECKED)
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tools.house
format: setup ## 整理程式格式 · format the code and mend what can be mended
	$(BIN)/ruff format $(CHECKED)
	$(BIN)/ruff check --fix $(CHECKED)
bench: setup ## 量測速度，各附對照 · measure, each beside its peer
	$(BIN)/python -m bench
mutate: setup ## 改壞法規，看測試是否發現（約20分鐘） · break the law on purpose and see that a test notices (20 minutes)
	$(BIN)/python -m tools.mutate
reference: setup ## 由程式產生參考文件 · write the generated pages of docs/reference
	$(BIN)/python -m tools.reference
	$(BIN)/python -m tools.law_reference
	$(BIN)/python -m tools.first_tables
lock: setup ## 重新鎖定套件版本 · lock the packages anew (UPGRADE=1 moves them to the latest)
	$(BIN)/python -m tools.lock $(if $(UPGRADE),--upgrade)
	$(BIN)/python -m tools.npm install --package-lock-only
clean: ## 移除 .venv 與建置結果，不動資料 · remove .venv and what was built, never data
	rm -rf .venv node_modules $(dir $(BUILT)) src/coretech/engines/documents/fonts

# Each stamp remembers that a step was done with these very files; a second run does nothing.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo '需要 Python 3.11 以上 · Python 3.11 or newer is needed (PYTHON=/path/to/python3.11 make …)' >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/program.stamp: requirements.txt pyproject.toml | $(BIN)/python
	@echo '安裝程式所需的套件（首次約一分鐘） · installing what the program needs (a minute the first time)'
	$(BIN)/python -m pip install $(PIP) --require-hashes -r requirements.txt
	$(BIN)/python -m pip install $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/makers.stamp: requirements-dev.txt .venv/program.stamp
	@echo '安裝開發與測試所需的套件 · installing what its makers need'
	$(BIN)/python -m pip install $(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json .npmrc | .venv/program.stamp
	$(BIN)/python -m tools.npm ci --silent
	@touch $@

$(BUILT): node_modules/.package-lock.json tools/build_static.py | .venv/program.stamp
	$(BIN)/python -m tools.build_static
