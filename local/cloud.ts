import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';

/** The whole AWS on one machine: MiniStack as a child process, bound to this machine only. */
export type Cloud = Readonly<{ endpoint: string; port: number; folder: string; environment: Readonly<Record<string, string>>; enforcing: boolean; ca: Buffer | undefined; stop: () => Promise<void> }>;

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer();
  server.on('error', reject);
  server.listen(0, '127.0.0.1', () => { const address = server.address(); server.close(() => { resolve(typeof address === 'object' && address ? address.port : 0); }); });
});

const program = (): string => {
  const path = join(root, '.venv/bin/ministack');
  if (!existsSync(path)) throw new Error('The local cloud is not installed: run `npm run demo` or `npm test`, which install it into .venv.');
  return path;
};

const answers = async (endpoint: string, child: ChildProcess, seconds: number): Promise<void> => {
  for (const deadline = Date.now() + seconds * 1000; Date.now() < deadline;) {
    if (child.exitCode !== null) throw new Error(`The local cloud ended with ${child.exitCode}; its log lies in ministack.log.`);
    try { if ((await fetch(`${endpoint}/_ministack/health`)).ok) return; } catch { /* not yet */ }
    await pause(100);
  }
  throw new Error(`The local cloud did not answer within ${seconds} s.`);
};

const ended = (child: ChildProcess): Promise<void> => (child.exitCode !== null ? Promise.resolve() : new Promise((resolve) => { child.once('exit', () => { resolve(); }); }));

/** Starts the local cloud in a folder of its own. `enforce`: every call of every role is checked against its policies, over TLS. */
export const startCloud = async (of: { folder: string; port?: number; enforce?: boolean; persist?: boolean }): Promise<Cloud> => {
  mkdirSync(join(of.folder, 'tmp'), { recursive: true });
  // Functions are unpacked below; without this file they would inherit the project's `"type": "module"` and not start.
  writeFileSync(join(of.folder, 'tmp/package.json'), '{}\n');
  const port = of.port ?? await freePort();
  const log = openSync(join(of.folder, 'ministack.log'), 'a');
  const state = of.persist || of.enforce ? { PERSIST_STATE: '1', STATE_DIR: join(of.folder, 'state'), S3_PERSIST: '1', S3_DATA_DIR: join(of.folder, 's3') } : {};
  const certificate = join(of.folder, 'tmp/ministack-tls/server.crt');
  const tls = of.enforce ? { AUTH: 'true', USE_SSL: '1', NODE_EXTRA_CA_CERTS: certificate } : {};
  const child = spawn(program(), [], { stdio: ['ignore', log, log], env: {
    ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`, TMPDIR: join(of.folder, 'tmp'),
    GATEWAY_PORT: String(port), BIND_HOST: '127.0.0.1', MINISTACK_REGION: REGION, MINISTACK_ACCOUNT_ID: ACCOUNT, LOG_LEVEL: 'WARNING', LAMBDA_EXECUTOR: 'local', ...state, ...tls,
  } });
  const endpoint = `${of.enforce ? 'https://localhost' : 'http://127.0.0.1'}:${port}`;
  await (of.enforce ? secured(of.folder, child) : answers(endpoint, child, 30));
  const environment = {
    AWS_ENDPOINT_URL: endpoint, AWS_REGION: REGION, AWS_DEFAULT_REGION: REGION, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test',
    ...(of.enforce ? { NODE_EXTRA_CA_CERTS: certificate } : {}),
  };
  const stop = async (): Promise<void> => { child.kill('SIGTERM'); const hard = globalThis.setTimeout(() => child.kill('SIGKILL'), 15_000); await ended(child); clearTimeout(hard); };
  return { endpoint, port, folder: of.folder, environment, enforcing: of.enforce === true, ca: of.enforce ? readFileSync(certificate) : undefined, stop };
};

/** With TLS this process may not know the certificate yet: the log of its creation is waited for instead of an answer. */
const secured = async (folder: string, child: ChildProcess): Promise<void> => {
  const home = join(folder, 'tmp/ministack-tls');
  for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
    if (child.exitCode !== null) throw new Error(`The local cloud ended with ${child.exitCode}; its log lies in ministack.log.`);
    if (existsSync(home) && readdirSync(home).includes('server.crt')) { await pause(2500); return; }
    await pause(100);
  }
  throw new Error('The local cloud made no certificate within 30 s.');
};

/** Runs a program of the project against the cloud; its output comes line by line. */
export const run = (cloud: Pick<Cloud, 'environment'>, command: string, args: readonly string[], onLine: (line: string) => void = () => undefined): Promise<void> => new Promise((resolve, reject) => {
  const child = spawn(join(root, 'node_modules/.bin', command), args, { cwd: root, env: { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`, ...cloud.environment, CI: '1' } });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { for (const line of chunk.toString().split('\n')) if (line.trim()) { lines.push(line); onLine(line); } });
  child.on('error', reject);
  child.on('exit', (code) => { if (code === 0) resolve(); else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${lines.slice(-30).join('\n')}`)); });
});
