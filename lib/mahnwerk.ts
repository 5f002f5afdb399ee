import type { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { StackName } from '../config/outputs.ts';
import type { Stage } from '../config/stages.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { ApplicationStack } from './stacks/application-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { WatchStack } from './stacks/watch-stack.ts';

/** The stacks of a stage, apart by what must outlive what: each knows those above it and none below (decision 107). */
export const mahnwerk = (scope: Construct, stage: Stage) => {
  const data = new DataStack(scope, stage);
  const identity = new IdentityStack(scope, stage);
  const application = new ApplicationStack(scope, { stage, data, identity });
  const api = new ApiStack(scope, { stage, application });
  const watch = new WatchStack(scope, { stage, application, api });
  return { Data: data, Identity: identity, Application: application, Api: api, Watch: watch } satisfies Readonly<
    Record<StackName, Stack>
  >;
};
