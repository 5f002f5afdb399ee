import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Architecture, Code, Function as LambdaFunction, Runtime, type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { buildSync } from 'esbuild';
import { PRINTED_WITH } from '../../config/printed-with.ts';
import type { Setting } from '../../config/settings.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'dist/lambdas');
/**
 * The functions that print: pdfkit and the letters read files beside their bundle (adapters/pdf/assets.ts says why).
 */
const PRINTING = new Set(['tasks/send-email', 'tasks/send-letter', 'schedules/run-payout']);
let bundled = false;
/**
 * One esbuild run over all functions. CJS loads a third faster than ESM; the AWS SDK is bundled, so that what is tested
 * is what runs.
 */
const bundle = (): void => {
  if (bundled) return;
  const entries = globSync('lambdas/{tasks,api,events,schedules}/*.ts', { cwd: root });
  buildSync({
    entryPoints: Object.fromEntries(
      entries.map((file) => [`${relative('lambdas', file).replace(/\.ts$/, '')}/index`, join(root, file)]),
    ),
    outdir: out,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
    define: { 'import.meta.url': '__moduleUrl', 'import.meta.dirname': '__dirname' },
    banner: { js: "const __moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  for (const name of PRINTING)
    for (const { source, bundled: to } of Object.values(PRINTED_WITH)) {
      mkdirSync(dirname(join(out, name, to)), { recursive: true });
      cpSync(join(root, 'node_modules', source), join(out, name, to));
    }
  bundled = true;
};

/**
 * One file under `lambdas/` as one function, with the house defaults. Settings are given by the constructs that give
 * the permission.
 */
export class Handler extends LambdaFunction {
  readonly settings: Partial<Record<Setting, string>> = {};
  /** The source, so that a test can start it with exactly its settings. */
  readonly source: string;

  constructor(scope: Construct, id: string, file: string, of: { memory?: number; seconds?: number } = {}) {
    bundle();
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    super(scope, id, {
      code: Code.fromAsset(join(out, file.replace(/\.ts$/, ''))),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: of.memory ?? 512,
      timeout: Duration.seconds(of.seconds ?? 30),
      role,
      logGroup,
    });
    logGroup.grantWrite(role);
    this.source = join(root, 'lambdas', file);
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
