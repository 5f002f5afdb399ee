import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { stageOf } from '../config/stages.ts';
import { Agency } from '../domain/parties/parties.ts';
import { MahnwerkStack } from '../lib/mahnwerk-stack.ts';

/** The app: a stage in, a stack out. `cdk deploy -c stage=dev|demo|prod`. */
const app = new App();
const name: unknown = app.node.tryGetContext('stage');
const stage = stageOf(typeof name === 'string' ? name : 'dev');
// Refused here, by name, rather than by the first letter that cannot go out.
Agency.parse(stage.agency);
new MahnwerkStack(app, `Mahnwerk-${stage.name}`, {
  stage,
  env: { region: stage.region },
  description: 'Mahnwerk: Rückseite eines Inkassodienstleisters',
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
