import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { OutputOf, StackName } from '../../config/outputs.ts';
import type { Stage } from '../../config/stages.ts';

/** What every stack of a stage is made with. */
export type OfStack<S extends StackName> = Readonly<{ stage: Stage; name: S; description: string }>;

/** One stack of a stage: its name, its protection, and what it says of itself (config/outputs.ts). */
export abstract class StageStack<S extends StackName> extends Stack {
  protected readonly stage: Stage;
  constructor(scope: Construct, { stage, name, description }: OfStack<S>) {
    super(scope, `Mahnwerk-${stage.name}-${name}`, {
      env: { region: stage.region },
      description: `Mahnwerk: ${description}`,
      terminationProtection: stage.keepData,
    });
    this.stage = stage;
  }

  /** What whoever deploys, or plays the demo, must know of it; null where this stage has none. */
  protected says(values: Readonly<Record<OutputOf<S>, string | null>>): void {
    for (const [name, value] of Object.entries<string | null>(values))
      if (value !== null) new CfnOutput(this, name, { value, ...this.exportOf(name) });
  }

  /** Whether, and as what, another stack may take a value from here. */
  protected exportOf(_name: string): { exportName?: string } {
    return {};
  }
}

/**
 * A stack that outlives the others. They take from it by name what it says, and nothing else of it: as long as one of
 * them does, CloudFormation refuses to remove it.
 */
export abstract class KeptStack<S extends StackName> extends StageStack<S> {
  protected override exportOf(name: string): { exportName: string } {
    return { exportName: `${this.stackName}:${name}` };
  }

  /** What this stack says under a name, for another stack. */
  protected given(name: OutputOf<S>): string {
    return Fn.importValue(this.exportOf(name).exportName);
  }
}
