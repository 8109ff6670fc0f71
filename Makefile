# Every command of the house. Bare `make` prints this list.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# What you may set on the command line:
CONTENT ?= content
MUNICIPALITY ?=
OUTPUT ?= output
PORT ?= 8000
SIZES ?= demo,muenchen,10000
RUNS ?= 5
CORES ?=
PUBLISH ?= 0
PELICANOPTS ?=
PYTESTOPTS ?= -n auto --dist loadfile
DEBUG ?= 0
RELATIVE ?= 0
ADMIN ?=
FORGE ?=
FORGE_LOGIN ?=
Q ?=
LIMIT ?=
SERVICE ?=
BASE ?=
FILE ?=
INTO ?=
NAME ?=
LEIKA ?=
OWNER ?=
TO ?=
DRY_RUN ?= 0
FORMAT ?=
OUT ?=
CSV ?=
URL ?=
ALLOW ?=
WAIT ?= 1
CERTIFICATES ?=
BROTLI ?= 0
TARGET ?=
JOBS ?=
HOST ?= 127.0.0.1
SCHEDULER ?=

export CONTENT MUNICIPALITY OUTPUT JOBS SCHEDULER ALLOW Q SERVICE BASE HEAD AUTHOR APPROVED_BY FILE INTO NAME LEIKA OWNER TO OUT BEFORE CSV URL CERTIFICATES ADMIN FORGE FORGE_LOGIN
export PATH := $(CURDIR)/.venv/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1

COMMA := ,
OBSERVATORY := tests/hosting/observatory/node_modules
VENV := .venv
PY := $(VENV)/bin/python
MORE := $(PELICANOPTS) $(if $(filter 1,$(DEBUG)),-D) $(if $(filter 1,$(RELATIVE)),--relative-urls)
PELICAN := $(PY) -m pelican $(MORE)
WHERE = --content "$(CONTENT)" $(if $(MUNICIPALITY),--municipality "$(MUNICIPALITY)")
AUTHORING := $(PY) -m plugins.authoring
PUBLISHED = $(if $(filter file,$(origin OUTPUT)),public,$(OUTPUT))
PUBLISHING = $(PY) -m plugins.publishing --output "$(PUBLISHED)"
AT_ONCE = $(if $(filter 0,$(WAIT)),--no-wait)
ADDRESSES = $(PY) -m plugins.catalog addresses $(if $(MUNICIPALITY),--municipality "$$MUNICIPALITY")
DRY = $(if $(filter 1,$(DRY_RUN)),--dry-run)
BUILD_SIZES = $(if $(filter file,$(origin SIZES)),,$(subst $(COMMA), ,$(SIZES)))
BABEL := $(PY) -m babel.messages.frontend --quiet
INSTALL := $(PY) -m pip install --quiet --require-hashes

.PHONY: help setup setup-test check fix new-service rename-service former explain html regenerate serve devserver portals scheduler worker publish rollback releases hosting addresses clean import export export-csv import-csv links probe hints status ping search duplicates review owners test fuzz evaluate bench bench-build bench-search bench-export bench-serving bench-capacity bench-cluster profile lighthouse docs texts lint golden lock

help: ## print this list
	@echo "Fundstelle – commands (settings: CONTENT=$(CONTENT) MUNICIPALITY=$(MUNICIPALITY) OUTPUT=$(OUTPUT) PORT=$(PORT)):"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | awk -F'|' '{printf "%-24s %s\n", $$1, $$2}'

setup: $(VENV)/.build node_modules/.build ## install what a build needs (done by every other command by itself)

setup-test: $(VENV)/.test node_modules/.test $(OBSERVATORY)/.build $(VENV)/.browser ## install what the tests need

check: $(VENV)/.python ## check the content, build nothing: all problems with file, line and remedy
	@$(PY) -m plugins.catalog check "$(CONTENT)"

fix: $(VENV)/.python ## repair what is mechanical and show every change: [FILE=content/services/x.md] [DRY_RUN=1]
	@$(AUTHORING) fix $(DRY) $(if $(FILE),--file "$$FILE") "$(CONTENT)"

new-service: $(VENV)/.python ## begin a service: NAME="Hund anmelden" [LEIKA=99102013104000] [OWNER=steueramt]
	@test -n "$$NAME" || { echo 'Sagen Sie dazu, wie sie heißt: make new-service NAME="Hund anmelden"'; exit 2; }
	@$(AUTHORING) new-service $(DRY) --name="$$NAME" --leika="$$LEIKA" --owner="$$OWNER" "$(CONTENT)"

rename-service: $(VENV)/.python ## give a service another name, its old address leads on: SERVICE=hund-anmelden TO=hund-melden
	@test -n "$$SERVICE" -a -n "$$TO" || { echo "Sagen Sie dazu: make rename-service SERVICE=hund-anmelden TO=hund-melden"; exit 2; }
	@$(AUTHORING) rename-service $(DRY) --service="$$SERVICE" --to="$$TO" "$(CONTENT)"

former: $(VENV)/.python ## take over a list of old addresses (CSV: old address;service): FILE=alt.csv [DRY_RUN=1]
	@test -n "$$FILE" || { echo "Sagen Sie dazu: make former FILE=alt.csv DRY_RUN=1"; exit 2; }
	@$(AUTHORING) former $(DRY) --file "$$FILE" "$(CONTENT)"

explain: $(VENV)/.python ## why a page looks as it does: SERVICE=hund-anmelden MUNICIPALITY=rurheim
	@test -n "$$SERVICE" -a -n "$$MUNICIPALITY" || { echo "Sagen Sie dazu: make explain SERVICE=hund-anmelden MUNICIPALITY=rurheim"; exit 2; }
	@$(PY) -m plugins.catalog explain "$$SERVICE" "$$MUNICIPALITY" "$(CONTENT)"

html: setup ## build the portal into OUTPUT; ADMIN=1: with the editors' form, EXPORTS=1: with the open data; on all cores: [JOBS=1]
	@$(PY) -m plugins.pages $(MORE)

regenerate: setup ## build again whenever a file changes
	@$(PELICAN) --autoreload

serve: setup ## build with the editors' form, serve on loopback with live reload, print the address
	@ADMIN="$${ADMIN:-1}" $(PY) -m plugins.serve --port $(PORT)

devserver: setup ## Pelican's own server with automatic rebuild (no live reload)
	@$(PELICAN) --listen --autoreload --port $(PORT)

portals: setup $(if $(SCHEDULER),$(VENV)/.cluster) ## build all portals of CONTENT on all cores, each into OUTPUT/portals/<place>: [JOBS=2] or [SCHEDULER=tcp://host:8786 [OUT=s3://bucket]]
	@PORTALS=1 $(PELICAN)

scheduler: $(VENV)/.cluster ## for portals on many machines: what gives them to workers, on port 8786 of HOST=127.0.0.1
	@$(PY) -m distributed.cli.dask_scheduler --host "$(HOST)" --port $(if $(filter file,$(origin PORT)),8786,$(PORT)) --no-dashboard

worker: setup $(VENV)/.cluster ## for portals on many machines: what builds them, JOBS at a time: SCHEDULER=tcp://host:8786 CONTENT=folder [HOST=own address]
	@test -n "$$SCHEDULER" -a -d "$$CONTENT" || { echo "Sagen Sie dazu: make worker SCHEDULER=tcp://host:8786 CONTENT=ordner"; exit 2; }
	@$(PY) -m distributed.cli.dask_worker "$$SCHEDULER" --host "$(HOST)" --nthreads 1 --nworkers $(or $(JOBS),-1) --no-dashboard \
	  --local-directory .cache/cluster --preload plugins.cluster.task

publish: setup $(if $(SCHEDULER),$(VENV)/.cluster) ## put a portal online whole: SITEURL=https://service.meine-stadt.example or PORTALS=1 [ALLOW=page-loss:1] [BEFORE=folder] [WAIT=0]
	@test -n "$$SITEURL$$PORTALS" || { echo "Sagen Sie die öffentliche Adresse dazu: make publish SITEURL=https://service.meine-stadt.example"; exit 2; }
	@$(PUBLISHING) publish $(AT_ONCE) $(if $(filter 1,$(PORTALS)),--portals) --url="$$SITEURL" --municipality="$$MUNICIPALITY" --allow="$$ALLOW" $(if $(BEFORE),--before "$$BEFORE") "$(CONTENT)" -- $(MORE)

rollback: $(VENV)/.python ## put online again what was before, or a release by its name: [TO=3f2a1c9-12] [WAIT=0]
	@$(PUBLISHING) rollback $(AT_ONCE) --to="$$TO"

releases: $(VENV)/.python ## list what was published: name, day, pages, size, and what is online
	@$(PUBLISHING) list

hosting: $(VENV)/.python ## print nginx's configuration for what is built in OUTPUT, one portal or all: [OUT=file] [CERTIFICATES=folder] [BROTLI=1] [CATCH_ALL=1]
	@$(PY) -m plugins.hosting --output "$(OUTPUT)" $(if $(MUNICIPALITY),--municipality "$$MUNICIPALITY") --siteurl "$$SITEURL" \
	  $(if $(CERTIFICATES),--certificates "$$CERTIFICATES") $(if $(filter 1,$(BROTLI)),--brotli) \
	  $(if $(OUT),--out "$$OUT") $(if $(filter 1,$(CATCH_ALL)),--catch-all) $(if $(filter 0,$(CATCH_ALL)),--no-catch-all) "$(CONTENT)"

addresses: $(VENV)/.python ## note what the portals publish, so that no address is lost: [MUNICIPALITY=rurheim] [DRY_RUN=1]
	@$(ADDRESSES) $(DRY) "$(CONTENT)"

clean: ## delete the output and the caches (not the installed packages)
	rm -rf "$(OUTPUT)" .cache

import: setup ## take over other data: FORMAT=html FILE=saved-pages INTO=folder [DRY_RUN=1]; also csv, dldb, wsp, xzufi
	@test -n "$(FORMAT)" -a -n "$$FILE" -a -n "$$INTO" || { echo "Sagen Sie dazu: make import FORMAT=dldb FILE=services_de.json INTO=ordner"; exit 2; }
	@$(PY) -m plugins.exchange import $(DRY) --format "$(FORMAT)" --into "$$INTO" "$$FILE"

export-csv: $(VENV)/.python ## fees, dates and contacts of a department as a table for Excel: FILE=steueramt.csv [OWNER=steueramt]
	@test -n "$$FILE" || { echo "Sagen Sie dazu: make export-csv OWNER=steueramt FILE=steueramt.csv"; exit 2; }
	@$(PY) -m plugins.exchange export-csv --content "$(CONTENT)" --owner="$$OWNER" "$$FILE"

import-csv: $(VENV)/.python ## take the table back, all or nothing: FILE=steueramt.csv [DRY_RUN=1]
	@test -n "$$FILE" || { echo "Sagen Sie dazu: make import-csv FILE=steueramt.csv DRY_RUN=1"; exit 2; }
	@$(PY) -m plugins.exchange import-csv $(DRY) --content "$(CONTENT)" "$$FILE"

export: $(VENV)/.python ## the open data of a portal without a build: [FORMAT=api|115|llms|schema-org|xzufi|cpsv-ap|hsds|dcat] [OUT=folder] [MUNICIPALITY=rurheim]
	@$(PY) -m plugins.exports $(if $(FORMAT),--format "$(FORMAT)") $(if $(MUNICIPALITY),--municipality "$$MUNICIPALITY") --out "$(or $(OUT),output/export)" "$(CONTENT)"

links: $(VENV)/.python ## check all links to other servers, write the ledger: LINKS_CONTACT=mail [LIMIT=200]
	@$(PY) -m plugins.links check $(if $(LIMIT),--limit "$(LIMIT)") "$(CONTENT)"

probe: $(VENV)/.python ## look at a deployed portal from outside: URL=https://service.meine-stadt.example [LIMIT=300]
	@$(PY) -m plugins.probe $(if $(LIMIT),--limit "$(LIMIT)") "$$URL"

hints: setup ## how the texts read, and their spelling: [SERVICE=hund-anmelden] [BASE=main]
	@$(PY) -m plugins.language $(if $(SERVICE),--service "$$SERVICE") $(if $(BASE),--base "$$BASE") "$(CONTENT)"

status: $(VENV)/.python ## how the services stand, by department and month: [CSV=file] [OUT=folder with pages and reviews]
	@$(PY) -m plugins.status $(if $(MUNICIPALITY),--municipality "$$MUNICIPALITY") $(if $(CSV),--csv "$$CSV") $(if $(OUT),--out "$$OUT") "$(CONTENT)"

ping: $(VENV)/.python ## tell a search engine what changed (IndexNow): FILE=public.indexnow.json TO=https://api.indexnow.org/indexnow
	@test -n "$$FILE" -a -n "$$TO" || { echo "Sagen Sie dazu: make ping FILE=public.indexnow.json TO=https://api.indexnow.org/indexnow"; exit 2; }
	@$(PY) -m plugins.metadata ping --to="$$TO" "$$FILE"

search: $(VENV)/.python ## try a search and see why: Q="perso verloren"
	@test -n "$$Q" || { echo 'Sagen Sie dazu, was Sie suchen: make search Q="perso verloren"'; exit 2; }
	@$(PY) -m search explain $(WHERE) -- "$$Q"

duplicates: $(VENV)/.python ## name services that may be one written twice, and pages that are nearly equal in several portals
	@$(PY) -m search duplicates $(WHERE)
	@$(PY) -m plugins.metadata duplicates "$(CONTENT)"

review: setup ## what a request changes: BASE=origin/main [HEAD=revision] [FORMAT=github, gitlab] [OUT=folder]
	@test -n "$$BASE" || { echo "Sagen Sie dazu, womit verglichen wird: make review BASE=origin/main"; exit 2; }
	@$(PY) -m plugins.review request --content "$(CONTENT)" --output "$(or $(OUT),output/review)" --format "$(or $(FORMAT),text)" \
	  $(if $(HEAD),--head "$$HEAD") $(if $(filter environment command,$(origin AUTHOR)),--author "$$AUTHOR" --approved-by "$$APPROVED_BY") \
	  -- "$$BASE"

owners: $(VENV)/.python ## write .github/CODEOWNERS from the editors of offices and municipalities
	@$(PY) -m plugins.review owners --content "$(CONTENT)"

test: setup-test ## run all tests and checks
	@$(PY) -m pytest $(PYTESTOPTS)

fuzz: setup-test $(VENV)/.fuzz ## look for inputs that break what reads content: [TARGET=reading] [SECONDS=60 for each]
	@$(PY) -m tests.fuzzing $(if $(SECONDS),--seconds "$(SECONDS)") $(TARGET)

evaluate: setup ## measure the search on judged queries; fails when a gate breaks
	@$(PY) -m search evaluate --content "$(CONTENT)"

bench: bench-build bench-search ## the build and the search beside others (takes hours)

bench-build: setup benchmarks/node_modules/.build benchmarks/.venv/.build ## the build beside Hugo, Eleventy, Pelican, MkDocs: [SIZES=500,5000,20000] [RUNS=5] [CORES=0], or [PORTALS=36]
	@$(PY) -m $(if $(PORTALS),benchmarks.build.portals "$(PORTALS)",benchmarks.build --runs "$(RUNS)" $(if $(CORES),--cores "$(CORES)") $(BUILD_SIZES))

bench-search: setup-test benchmarks/node_modules/.build ## the search beside Pagefind, MiniSearch and lunr.js: SIZES=demo,muenchen,10000
	@$(PY) -m benchmarks.search $(subst $(COMMA), ,$(SIZES))

bench-export: $(VENV)/.python ## memory and time of all exports: SIZES=10000
	@$(PY) -m benchmarks.export $(filter-out demo muenchen,$(subst $(COMMA), ,$(SIZES)))

bench-serving: setup-test ## nginx with our configuration under load, killed in between (needs nginx and wrk): [REQUESTS=100000]
	@$(PY) -m benchmarks.serving $(if $(REQUESTS),--requests "$(REQUESTS)")

bench-capacity: setup ## what portals for a whole country cost, from a few measured here (docs/capacity.md)
	@$(PY) -m benchmarks.capacity

bench-cluster: setup $(VENV)/.cluster ## what a second worker of a cluster is worth, and that losing one changes nothing: [PORTALS=36] [RUNS=5]
	@$(PY) -m benchmarks.cluster $(if $(PORTALS),"$(PORTALS)") --runs "$(RUNS)"

profile: setup ## where the time of a clean build goes, by stage: [SIZES=5000,muenchen] or [CONTENT=folder] [MUNICIPALITY=rurheim] [PUBLISH=1]
	@for size in $(or $(BUILD_SIZES),demo); do $(PY) -m benchmarks.profile --size "$$size" \
	  $(if $(filter file,$(origin CONTENT)),,--content "$$CONTENT" --municipality "$$MUNICIPALITY") $(if $(filter 1,$(PUBLISH)),--publish) || exit 1; done

lighthouse: setup-test ## add the Lighthouse points of every kind of page to benchmarks/lighthouse.csv
	@LIGHTHOUSE=write $(PY) -m pytest -q tests/tools/test_lighthouse.py -k "every_category"

docs: setup-test ## write what is generated: fields, messages and the schemas for Visual Studio Code
	@$(PY) -m plugins.catalog fields > docs/redaktion/felder.md
	@$(PY) -m plugins.editing vscode
	@MESSAGES=write $(PY) -m pytest -q tests/handbook/test_messages.py -k today

texts: $(VENV)/.build ## collect the words of the interface into theme/locale, to be translated
	@mkdir -p .cache
	@$(BABEL) extract -F babel.cfg --ignore-dirs="node_modules output tests" --omit-header --sort-output --no-wrap --add-location=file -o .cache/fundstelle.pot .
	@$(BABEL) update -i .cache/fundstelle.pot -d theme/locale -D fundstelle --ignore-obsolete --no-fuzzy-matching --no-wrap --ignore-pot-creation-date

lint: setup-test ## ruff, mypy and TypeScript only
	@$(VENV)/bin/ruff check . && $(VENV)/bin/ruff format --check . && $(PY) -m mypy && node_modules/.bin/tsc -p tsconfig.json

golden: setup-test ## rewrite the golden files of the tiny world; git shows the difference
	@GOLDEN=write $(PY) -m pytest -q tests/pages/test_golden.py tests/review/test_ten_requests.py

lock: $(VENV)/.build ## resolve all dependencies anew and write the lock files
	@$(INSTALL) -r requirements/lock.txt
	@$(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/build.txt
	@for group in test bench cluster fuzz node java lock; do $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group $$group -c requirements/build.txt -o requirements/$$group.txt; done
	npm install --package-lock-only

# --- set-up: each step leaves a mark and runs again when its lock file changes ---

$(VENV)/bin/python:
	@echo "Python-Umgebung wird angelegt …"
	@bash tools/python.sh "$(VENV)"

$(VENV)/.python: requirements/build.txt | $(VENV)/bin/python
	@echo "Python-Pakete werden installiert …"
	@$(INSTALL) -r requirements/build.txt
	@touch $@

$(VENV)/.build: $(VENV)/.python requirements/node.txt
	@bash tools/node.sh || { echo "Node fehlt oder ist zu alt; es kommt aus PyPI …"; $(INSTALL) -r requirements/node.txt; }
	@touch $@

node_modules/.build: package-lock.json package.json | $(VENV)/.build
	@echo "Pakete des Designs werden installiert …"
	@npm ci --omit=dev --loglevel=error
	@touch $@

$(VENV)/.cluster: requirements/cluster.txt $(VENV)/.build
	@echo "Python-Pakete des Clusters werden installiert …"
	@$(INSTALL) -r requirements/cluster.txt
	@touch $@

$(VENV)/.test: requirements/test.txt requirements/java.txt $(VENV)/.cluster
	@echo "Python-Pakete der Tests werden installiert …"
	@$(INSTALL) -r requirements/test.txt
	@bash tools/java.sh || { echo "Java 17 fehlt; es kommt aus PyPI …"; $(INSTALL) -r requirements/java.txt; }
	@touch $@

$(VENV)/.fuzz: requirements/fuzz.txt $(VENV)/.test
	@$(INSTALL) -r requirements/fuzz.txt
	@touch $@

node_modules/.test: package-lock.json package.json | $(VENV)/.build
	@echo "Node-Pakete der Tests werden installiert …"
	@npm ci --loglevel=error
	@touch node_modules/.build $@

benchmarks/node_modules/.build: benchmarks/package-lock.json benchmarks/package.json | $(VENV)/.build
	@echo "Node-Pakete der Vergleichsmessung werden installiert …"
	@npm ci --prefix benchmarks --loglevel=error
	@touch $@

benchmarks/.venv/.build: requirements/bench.txt | $(VENV)/.build
	@echo "Die Generatoren der Vergleichsmessung werden installiert …"
	@bash tools/python.sh benchmarks/.venv
	@benchmarks/.venv/bin/python -m pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

$(OBSERVATORY)/.build: tests/hosting/observatory/package-lock.json tests/hosting/observatory/package.json | $(VENV)/.build
	@echo "Mozillas Observatory wird installiert …"
	@npm ci --prefix tests/hosting/observatory --ignore-scripts --loglevel=error
	@touch $@

$(VENV)/.browser: $(VENV)/.test
	@bash tools/chromium.sh "$(PY)"
	@touch $@
