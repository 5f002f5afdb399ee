import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, request as forward } from 'node:http';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { eventually } from './eventually.ts';

const root = join(import.meta.dirname, '..');
export const REGION = 'eu-central-1';
export const ACCOUNT = '000000000000';

/** The whole AWS on one machine: MiniStack as a child process, bound to this machine only. */
export type Cloud = Readonly<{
  endpoint: string;
  direct: string;
  port: number;
  folder: string;
  environment: Readonly<Record<string, string>>;
  enforcing: boolean;
  stop: () => Promise<void>;
}>;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

const program = (): string => {
  const path = join(root, '.venv/bin/ministack');
  if (!existsSync(path))
    throw new Error('The local cloud is not installed: run `npm run demo` or `npm test`, which install it into .venv.');
  return path;
};

const answers = (endpoint: string, child: ChildProcess): Promise<true> =>
  eventually(async () => {
    if (child.exitCode !== null)
      throw new Error(`The local cloud ended with ${child.exitCode}; its log lies in ministack.log.`);
    const isUp = await fetch(`${endpoint}/_ministack/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    return isUp ? { answer: true } : { still: `die lokale Cloud auf ${endpoint}` };
  });

const ended = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
      });

/**
 * Stands in front of the cloud like the end of a TLS connection and says so to it: the cloud's own TLS mode cannot
 * check tokens (its key set is fetched over plain HTTP). Whoever goes around this door is refused by the bucket policy,
 * as on AWS without TLS.
 */
const tlsDoor = async (target: number): Promise<{ port: number; close: () => void }> => {
  const server = createHttpServer((request, response) => {
    const onward = forward(
      {
        host: '127.0.0.1',
        port: target,
        method: request.method,
        path: request.url,
        headers: { ...request.headers, 'x-forwarded-proto': 'https' },
        agent: false,
      },
      (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(response);
      },
    );
    onward.on('error', () => {
      response.destroy();
    });
    request.pipe(onward);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** The way to our own programs, before anybody else's. */
const pathOf = (): string => `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
/** What MiniStack reads from its environment. `keeps`: what it holds outlives it. `door`: the one it is reached by. */
const settingsOf = (of: {
  folder: string;
  port: number;
  keeps: boolean;
  door: string | null;
}): Record<string, string> => ({
  TMPDIR: join(of.folder, 'tmp'),
  GATEWAY_PORT: String(of.port),
  BIND_HOST: '127.0.0.1',
  MINISTACK_REGION: REGION,
  LOG_LEVEL: 'WARNING',
  LAMBDA_EXECUTOR: 'local',
  IOT_MTLS_ENABLED: '0',
  ...(of.keeps
    ? { PERSIST_STATE: '1', STATE_DIR: join(of.folder, 'state'), S3_PERSIST: '1', S3_DATA_DIR: join(of.folder, 's3') }
    : {}),
  ...(of.door === null ? {} : { AUTH: 'true', AWS_ENDPOINT_URL: of.door }),
});
/** Ends the cloud. Where it keeps something, that is written on the way out and given its time; else nobody waits. */
const end = async (child: ChildProcess, keeps: boolean): Promise<void> => {
  child.kill('SIGTERM');
  const hard = keeps ? undefined : setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended(child);
  clearTimeout(hard);
};

/**
 * Starts the local cloud in a folder of its own. `enforce`: every call of every role is checked against its policies.
 */
export const startCloud = async (of: {
  folder: string;
  port?: number;
  enforce?: boolean;
  persist?: boolean;
}): Promise<Cloud> => {
  mkdirSync(join(of.folder, 'tmp'), { recursive: true });
  // Functions are unpacked below; without this file they would inherit the project's `"type": "module"` and not start.
  writeFileSync(join(of.folder, 'tmp/package.json'), '{}\n');
  const port = of.port ?? (await freePort());
  const log = openSync(join(of.folder, 'ministack.log'), 'a');
  const door = of.enforce ? await tlsDoor(port) : null;
  const direct = `http://127.0.0.1:${port}`;
  const endpoint = door ? `http://127.0.0.1:${door.port}` : direct;
  const keeps = of.persist === true || of.enforce === true;
  const settings = settingsOf({ folder: of.folder, port, keeps, door: door && endpoint });
  const child = spawn(program(), [], {
    stdio: ['ignore', log, log],
    env: { ...process.env, PATH: pathOf(), ...settings },
  });
  await answers(direct, child);
  const environment = {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  const stop = async (): Promise<void> => {
    await end(child, keeps);
    door?.close();
  };
  return { endpoint, direct, port, folder: of.folder, environment, enforcing: of.enforce === true, stop };
};

/** Runs a program of the project against the cloud; its output comes line by line. */
export const run = (
  cloud: Pick<Cloud, 'environment'>,
  command: string,
  args: readonly string[],
  { onLine = () => undefined, cwd = root }: Readonly<{ onLine?: (line: string) => void; cwd?: string }> = {},
): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', command), args, {
      cwd,
      env: {
        ...process.env,
        PATH: pathOf(),
        ...cloud.environment,
        CI: '1',
      },
    });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString().split('\n'))
          if (line.trim()) {
            lines.push(line);
            onLine(line);
          }
      });
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${lines.slice(-30).join('\n')}`));
    });
  });
