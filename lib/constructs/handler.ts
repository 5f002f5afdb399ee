import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Architecture, Code, Function as LambdaFunction, Runtime, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { buildSync } from 'esbuild';
import { BUNDLED_AS } from '../../config/bundled-as.ts';
import { PRINTED_WITH } from '../../config/printed-with.ts';
import type { Setting } from '../../config/settings.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'dist/lambdas');
let bundled = false;
/** One esbuild run over all functions. */
const bundle = (): void => {
  if (bundled) return;
  const entries = globSync('lambdas/{tasks,gateway,api,events,schedules}/*.ts', { cwd: root });
  buildSync({
    entryPoints: Object.fromEntries(
      entries.map((file) => [`${relative('lambdas', file).replace(/\.ts$/, '')}/index`, join(root, file)]),
    ),
    outdir: out,
    ...BUNDLED_AS,
  });
  bundled = true;
};
/**
 * The folder with a function's bundle; where it draws pages, with what pdfkit and the letters read beside it
 * (adapters/pdf/assets.ts says why).
 */
const folderOf = ({ file, prints = false }: HandlerProps): string => {
  bundle();
  const folder = join(out, file.replace(/\.ts$/, ''));
  for (const { source, bundled: to } of prints ? Object.values(PRINTED_WITH) : []) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(root, 'node_modules', source), join(folder, to));
  }
  return folder;
};

export type HandlerProps = Readonly<{
  /** Under `lambdas/`. */
  file: string;
  /** In MB; the processor comes with it. */
  memory?: number;
  /** At most, for one call. */
  seconds?: number;
  /** Whether it draws pages. */
  prints?: boolean;
}>;

/**
 * One file under `lambdas/` as one function, with the house defaults. Settings are given by the constructs that give
 * the permission.
 */
export class Handler extends LambdaFunction {
  readonly settings: Partial<Record<Setting, string>> = {};
  /** The source, so that a test can start it with exactly its settings. */
  readonly source: string;
  /** How long one call may take. */
  readonly seconds: number;

  constructor(scope: Construct, id: string, of: HandlerProps) {
    const { file, memory = 512, seconds = 30 } = of;
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      code: Code.fromAsset(folderOf(of)),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: memory,
      timeout: Duration.seconds(seconds),
      role,
      logGroup,
    });
    logGroup.grantWrite(role);
    this.source = join(root, 'lambdas', file);
    this.seconds = seconds;
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-L1',
      reason: 'nodejs24.x is the newest runtime; the rule does not know it yet.',
    });
  }

  set(name: Setting, value: string): this {
    this.settings[name] = value;
    this.addEnvironment(name, value);
    return this;
  }

  /** More time than its work needs, where the machine is slower than AWS. */
  takesAtLeast(seconds: number): this {
    // A cast: the L1 below a function is one.
    const resource = this.node.defaultChild as CfnFunction;
    resource.timeout = Math.max(resource.timeout ?? 0, seconds);
    return this;
  }

  /** A finding about this function's role that is meant, and why. */
  excuse(id: string, reason: string): this {
    if (this.role) Validations.of(this.role).acknowledge({ id, reason });
    return this;
  }

  /** A permission no construct has a verb for. */
  may(actions: string[], ...resources: string[]): this {
    this.addToRolePolicy(new PolicyStatement({ actions, resources }));
    return this;
  }
}
