#!/usr/bin/env bash
# Types, lint, layers, cfn-lint on the synthesised template: what needs no test run. Called by npm scripts with the project's tools on PATH.
set -euo pipefail
cd "$(dirname "$0")/.."
echo '• Typen'; tsc --noEmit -p .
echo '• Form'; prettier --check --log-level warn '**/*.{ts,mjs,cjs}'
echo '• Lint'; eslint .
echo '• Verweise'; node tools/references.ts
echo '• Fehlercodes'; node tools/fault-codes.ts
echo '• Tests unter ihrem Namen'; node tools/tested.ts
echo '• OpenAPI'; node tools/openapi-checked.ts
echo '• Verdrahtet'; node tools/wired.ts
echo '• Schichten'; depcruise --config .dependency-cruiser.cjs --output-type err bin lib config domain statemachines contracts usecases simulator adapters lambdas cli bench local tools test
echo '• Synthese mit cdk-nag, cfn-lint'; rm -rf .local/synth; cdk synth -q -c stage=prod -o .local/synth >/dev/null
cfn-lint -t .local/synth/*.template.json -i W3005
