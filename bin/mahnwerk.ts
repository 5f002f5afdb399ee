import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { stageOf } from '../config/stages.ts';
import { MahnwerkStack } from '../lib/mahnwerk-stack.ts';

/** The app: a stage in, a stack out. `cdk deploy -c stage=dev|demo|prod`; the demo brings its epoch. */
const app = new App();
const context = (name: string): string | undefined => {
  const value: unknown = app.node.tryGetContext(name);
  return typeof value === 'string' ? value : undefined;
};
const [epoch, msPerDay] = [context('epoch'), context('msPerDay')];
const stage = stageOf(context('stage') ?? 'dev', {
  ...(epoch ? { epoch } : {}),
  ...(msPerDay ? { msPerDay: Number(msPerDay) } : {}),
});
new MahnwerkStack(app, `Mahnwerk-${stage.name}`, {
  stage,
  env: { region: stage.region },
  description: 'Mahnwerk: Rückseite eines Inkassodienstleisters',
});
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
