import { CrossStackReferences, ReferenceStrength } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { Overview } from '../constructs/dashboard.ts';
import { Watch } from '../constructs/watch.ts';
import type { ApiStack } from './api-stack.ts';
import type { ApplicationStack } from './application-stack.ts';
import { StageStack } from './stage-stack.ts';

/** What wakes a person, and what an operator looks at: every function and every source among it. */
export class WatchStack extends StageStack<'Watch'> {
  constructor(scope: Construct, of: Readonly<{ stage: Stage; application: ApplicationStack; api: ApiStack }>) {
    const { stage, application, api } = of;
    super(scope, { stage, name: 'Watch', description: 'Alarme und Übersicht' });
    this.addStackDependency(application);
    this.addStackDependency(api);
    // What is watched must not be held by its alarm: both go in one deployment.
    CrossStackReferences.of(this).consume(ReferenceStrength.WEAK);
    const lost = application.failures.lost();
    this.alarms(new Watch(this, 'Watch', stage.alarmAddress, application.messageKey), { application, api });
    new Overview(this, 'Overview', {
      name: `Mahnwerk-${stage.name}`,
      machine: application.machineArn,
      tasks: application.tasks(),
      lost,
    });
  }

  private alarms(watch: Watch, of: Readonly<{ application: ApplicationStack; api: ApiStack }>): void {
    const { application, api } = of;
    watch.lawDue();
    watch.executionsOf(application.machineArn);
    watch.operations();
    watch.alive(
      'Sweep is silent',
      'Seit drei Stunden hat niemand nach verlorenen Ausführungen gesehen',
      application.named('Sweep'),
    );
    watch.failuresOf(application.handlers);
    watch.answersOf(api.faults());
    watch.lost(application.failures.lost());
  }
}
