import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { stageOf } from '../config/stages.ts';
import { Agency } from '../domain/parties/parties.ts';
import { mahnwerk } from '../lib/mahnwerk.ts';

/** The app: a stage in, its stacks out. `cdk deploy --all -c stage=dev|demo|prod`. */
const app = new App();
const name: unknown = app.node.tryGetContext('stage');
const stage = stageOf(typeof name === 'string' ? name : 'dev');
// Refused here, by name, rather than by the first letter that cannot go out.
Agency.parse(stage.agency);
mahnwerk(app, stage);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
