# SiapPilih: everything a developer or an office needs stands here. `make` alone lists it.
.DEFAULT_GOAL := help
.PHONY: help deps build demo test test-large record fuzz faults sweep sanitize lint readme bench bench-compare bench-guard bench-record

SWIFT ?= swift
DEMO_OUT ?= hasil
PEOPLE ?= 1000000
FUZZ_SECONDS ?= 60
# Suites that compare with texts in files.
RECORDED = Transcript|GoldenFile|BadInput|BadExpression|ColumnMap|InspectTests|ListForm|RegionAndProfile|Workbook

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## install the C libraries that are missing (as root; otherwise say the command)
	@.ci/deps

build: deps ## build the program (.build/release/siappilih)
	@$(SWIFT) build -c release

demo: build ## check the made-up district under samples/ and say where the results lie
	@.build/release/siappilih check samples/periksa.json5 --out $(DEMO_OUT) --force

test: deps ## run every test
	@$(SWIFT) test

test-large: build ## the tests of lists, with the release program and lists of full size
	@SIAPPILIH_PROGRAM=$(CURDIR)/.build/release/siappilih $(SWIFT) test --filter LargeListTests

record: deps ## write the expected texts of the tests anew; then read what `git diff` shows
	@SIAPPILIH_RECORD=1 $(SWIFT) test --filter "$(RECORDED)" || true

fuzz: deps ## throw random bytes at every reader, 60 s each: make fuzz FUZZ_SECONDS=600
	@FUZZ_SECONDS=$(FUZZ_SECONDS) .ci/fuzz

faults: build ## let calls of the system fail, and kill runs at them, over every command: see docs/reliability.md
	@SIAPPILIH_FAULTS=1 SIAPPILIH_TESTED=$(CURDIR)/.build/release/siappilih $(SWIFT) test --filter FaultTests

sweep: deps ## attack the public pages of 2,000 made-up districts, with tests built for speed
	@SIAPPILIH_SWEEP=1 $(SWIFT) test -c release -Xswiftc -enable-testing --build-path .build/sweep --filter PublicFolderAttackTests

sanitize: deps ## run every test under the address and the thread sanitizer
	@.ci/sanitize

lint: ## the house rules: unsafe words, module arrows, no law in Swift, formatting
	@.ci/check-unsafe
	@.ci/check-arrows
	@.ci/check-law
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

readme: build ## put what `make demo` prints into README.md
	@.ci/readme

bench: build ## time every stage on made-up lists: make bench PEOPLE=10000000
	@.build/release/Benchmark --people $(PEOPLE)

bench-compare: build ## the whole check and DuckDB, in turn on the same made-up lists
	@.build/release/Benchmark --people $(PEOPLE) --compare

bench-guard: build ## count instructions of a small run and compare them with .ci/instruction-limits.tsv
	@.ci/bench-guard

bench-record: build ## write today's instruction counts into .ci/instruction-limits.tsv
	@.ci/bench-guard --record
