# For a newcomer: `make demo`, then `make test`. Both install what is missing first (scripts/setup).

SHELL := /bin/bash
.DEFAULT_GOAL := help
# One build at a time: SwiftPM locks its folder anyway.
.NOTPARALLEL:

# Where SwiftPM builds; another folder keeps a second build apart (make test SCRATCH=.build/autre).
SCRATCH ?= .build
SWIFT_BUILD := swift build --scratch-path $(SCRATCH)
# The runtime is linked in: the executable starts in a few milliseconds and runs without the toolchain.
RELEASE := -c release --static-swift-stdlib
BIENFONDE := $(SCRATCH)/release/bienfonde
DEMO_CASE := $(firstword $(wildcard Fixtures/cas/c07-*.yaml Fixtures/cas/*.yaml))

# What runs for long is bounded, at some three times what it takes on two cores.
BORNE := timeout 2h

# Every target that the help lists.
.PHONY: $(shell sed -nE 's/^([a-z]+):.*## .*/\1/p' $(firstword $(MAKEFILE_LIST)))

help: ## Montre cette liste
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: ## Installe ce qui manque
	@scripts/setup

release: setup ## Compile la version à utiliser
	@scripts/quietly "compilation" $(SWIFT_BUILD) $(RELEASE) --product bienfonde

bibliotheque: setup ## Compile la bibliothèque pour C, Python et Spark : .build/release/libBienFondeC.so
	@scripts/quietly "compilation de la bibliothèque" scripts/library $(SCRATCH)

demo: release ## Décide une requête et montre l’explication complète
	@test -n "$(DEMO_CASE)" || { echo "démonstration : aucun cas dans Fixtures/cas" >&2; exit 1; }
	$(BIENFONDE) evaluer --explication complete $(DEMO_CASE)

test: setup lint ## Vérifie le style, compile, puis lance tous les tests
	@scripts/quietly "compilation des tests" $(SWIFT_BUILD) --build-tests
	@scripts/test --scratch-path $(SCRATCH)

integrations: release bibliotheque ## Essaie la bibliothèque, Python, DuckDB et Spark (installe ce qu’il faut de PyPI)
	@BIENFONDE=$(abspath $(BIENFONDE)) BIENFONDE_BIBLIOTHEQUE=$(abspath $(SCRATCH)/release/libBienFondeC.so) scripts/integrations

lint: ## Vérifie le style
	@scripts/lint

format: ## Met les sources Swift en forme
	@scripts/lint --corriger

fixtures: release ## Valide les règles sur les cas de Fixtures
	$(BIENFONDE) valider

schemas: release ## Refait les schémas que les éditeurs lisent
	$(BIENFONDE) schema regles --sortie Editors/schemas/regles.schema.json
	$(BIENFONDE) schema cas --sortie Editors/schemas/cas.schema.json

site: release ## Écrit le site de la politique dans le dossier « site »
	$(BIENFONDE) documenter --sortie site

bench: release ## Mesure la vitesse et la mémoire de « lot », en Markdown (N=200000 FOIS=5 TUBE=2000000 BENCH_PYTHON=python3 BANC=DOSSIER)
	@scripts/quietly "compilation du banc" swift build --package-path Benchmarks -c release
	@Benchmarks/.build/release/Banc mesurer --bienfonde $(BIENFONDE) -n $(or $(N),200000) --fois $(or $(FOIS),5) \
		--tube $(or $(TUBE),2000000) --python $(or $(BENCH_PYTHON),python3) $(if $(BANC),--banc $(BANC)) --seuils

editeur: release ## Mesure le serveur des éditeurs, en Markdown, sur la politique et sur 1 000 règles (FOIS=30)
	@scripts/quietly "compilation du banc" swift build --package-path Benchmarks -c release
	@rm -rf .build/banc-regles && mkdir -p .build/banc-regles && Benchmarks/.build/release/Banc regles .build/banc-regles/Rules --volets 36
	@Benchmarks/editeur --bienfonde $(BIENFONDE) --fois $(or $(FOIS),30) .=100 .build/banc-regles=500

frappes: setup ## Essaie le serveur des éditeurs par des modifications au hasard (N=10000)
	@scripts/quietly "compilation des tests" $(SWIFT_BUILD) --build-tests
	@set -o pipefail; BIENFONDE_FRAPPES=$(or $(N),10000) $(BORNE) swift test --scratch-path $(SCRATCH) --skip-build --disable-xctest \
		--filter RobustnessTests 2>&1 | grep -E '^✘|^✔ Test run|↳'

questions: setup ## Compte les questions d’un entretien, selon l’ordre où elles sont posées (N=10000)
	@scripts/quietly "compilation du compte" $(SWIFT_BUILD) -c release --product QuestionCount
	@$(SCRATCH)/release/QuestionCount Rules $(or $(N),10000)

differentiel: setup ## Décide des lignes au hasard de trois façons et compare (N=2000000)
	@scripts/quietly "compilation des tests" $(SWIFT_BUILD) --build-tests
	@set -o pipefail; BIENFONDE_LINES=$(or $(N),2000000) $(BORNE) swift test --scratch-path $(SCRATCH) --skip-build --disable-xctest \
		--filter ColumnDeciderTests 2>&1 | grep -E ' lines, |^✘|^✔ Test run|↳'

# What checks the files for continuous integration, from PyPI.
CI_TOOLS := scripts/with-python scripts/lib/requirements-ci.txt

ci: ## Vérifie les fichiers pour l’intégration continue (installe ce qu’il faut de PyPI)
	@$(CI_TOOLS) check-jsonschema --builtin-schema vendor.github-workflows Integrations/ci/github.yml
	@$(CI_TOOLS) check-jsonschema --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci Integrations/ci/gitlab-ci.yml
	@$(CI_TOOLS) pre-commit validate-manifest .pre-commit-hooks.yaml

sessions: release ## Essaie le serveur des éditeurs par un client indépendant (installe ce qu’il faut de PyPI)
	@BIENFONDE=$(abspath $(BIENFONDE)) scripts/with-python Tests/EditorSessions/requirements.txt \
		python -m pytest -q -p no:cacheprovider Tests/EditorSessions

reference: setup ## Fait la documentation de la bibliothèque Swift (.build/reference)
	@scripts/quietly "compilation" $(SWIFT_BUILD) --target BienFonde
	@scripts/library-docs $(SCRATCH)/debug/Modules $(SCRATCH)/reference

navigateur: site ## Lit le site dans Chromium (COURT=1 : quelques pages; IMAGES=1 : refait celles de docs)
	@scripts/navigateur site $(if $(COURT),--court) $(if $(IMAGES),--images docs/images)

pannes: setup ## Fait échouer et tuer ce qui écrit, souvent et n’importe quand (COUPS=650)
	@scripts/quietly "compilation des tests" $(SWIFT_BUILD) --build-tests
	@set -o pipefail; BIENFONDE_COUPS=$(or $(COUPS),650) $(BORNE) swift test --scratch-path $(SCRATCH) --skip-build --disable-xctest \
		--filter 'WriteFaultTests|KillTests|EnvironmentTests|CanaryTests' 2>&1 | grep -E ' kills, |^✘|^✔ Test run|↳'

evaluateurs: setup ## Décide des paires au hasard par chaque évaluateur et compare (N=2000000)
	@scripts/quietly "compilation des tests" $(SWIFT_BUILD) --build-tests
	@set -o pipefail; BIENFONDE_PAIRS=$(or $(N),2000000) $(BORNE) swift test --scratch-path $(SCRATCH) --skip-build --disable-xctest \
		--filter 'DifferentialTests|EncodingTests' 2>&1 | grep -E ' pairs[;,] |^✘|^✔ Test run|↳'

couverture: setup ## Mesure ce que les tests parcourent du moteur et de ce qui lit, salle par salle
	@$(BORNE) scripts/couverture $(SCRATCH)/couverture

mutants: setup ## Change les évaluateurs, un opérateur à la fois : chaque fois un test doit échouer (N=200 SECONDES=600)
	@$(BORNE) scripts/mutants $(if $(N),--nombre $(N)) $(if $(SECONDES),--secondes $(SECONDES))

fuzz: setup ## Donne n’importe quels octets à tout ce qui lit (SECONDES=20 par cible)
	@scripts/fuzz $(or $(SECONDES),20)

assainisseurs: setup ## Lance tous les tests sous ThreadSanitizer, puis sous AddressSanitizer (COURT=1 : les lots)
	@scripts/assainisseurs $(if $(COURT),--court thread)

nomenclature: release ## Refait la liste des bibliothèques, en CycloneDX (docs/bienfonde.cdx.json)
	@scripts/nomenclature $(BIENFONDE) >docs/bienfonde.cdx.json.nouveau && mv docs/bienfonde.cdx.json.nouveau docs/bienfonde.cdx.json

clean: ## Retire ce qui a été compilé
	@rm -rf $(SCRATCH)
