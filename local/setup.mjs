/**
 * Prepares a fresh clone and runs a command in it: `node local/setup.mjs -- jest test`. Plain JavaScript, because it
 * runs before anything is installed. Installs npm's lockfile and the hashed Python requirements, each once (those of
 * Schemathesis only with `--schemathesis`); Node 24 comes first on PATH from then on.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('./', import.meta.url).pathname, '..');
const fail = (text) => {
  console.error(`\nMahnwerk kann nicht starten: ${text}\n`);
  process.exit(1);
};
const hashOf = (...files) =>
  createHash('sha256')
    .update(files.map((f) => readFileSync(join(root, f))).join('\n'))
    .digest('hex')
    .slice(0, 16);
const version = (text) => (/(\d+)\.(\d+)/.exec(text)?.slice(1) ?? []).map(Number);
const atLeast = ([major = 0, minor = 0], [wantMajor, wantMinor]) =>
  major > wantMajor || (major === wantMajor && minor >= wantMinor);

const run = (what, command, args) => {
  const started = Date.now();
  process.stderr.write(`• ${what} …`);
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0)
    fail(`${what} ist gescheitert.\n${error ?? ''}${(stdout ?? '').slice(-3000)}${(stderr ?? '').slice(-3000)}`);
  process.stderr.write(` ${Math.round((Date.now() - started) / 1000)} s\n`);
};

const pythonOf = (least) => {
  for (const name of ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python']) {
    const { status, stdout } = spawnSync(
      name,
      ['-c', 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])'],
      { encoding: 'utf8' },
    );
    if (status === 0 && atLeast(version(stdout), least)) return name;
  }
  const wanted = least.join('.');
  return fail(
    `Python ab ${wanted} mit venv wird gebraucht (Debian/Ubuntu: apt install python3 python3-venv). / Python ${wanted} or newer with venv is needed.`,
  );
};

if (!atLeast(version(process.versions.node), [20, 0]))
  fail(`Node ab 20 wird gebraucht, gefunden: ${process.versions.node}. / Node 20 or newer is needed.`);

const npmMark = join(root, 'node_modules', `.mahnwerk-${hashOf('package-lock.json')}`);
if (!existsSync(npmMark)) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  run('npm-Pakete nach package-lock.json', process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
  // npm may touch the lockfile for platform packages; what is committed stays what counts.
  if (!lock.equals(readFileSync(join(root, 'package-lock.json')))) writeFileSync(join(root, 'package-lock.json'), lock);
  writeFileSync(npmMark, '');
}

const bin = join(root, 'node_modules/.bin');
const own = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' });
if (own.status !== 0 && !atLeast(version(process.versions.node), [24, 0]))
  fail(
    `Für diese Plattform liegt kein Node 24 im Lockfile; bitte Node 24 installieren (gefunden: ${process.versions.node}). / Please install Node 24.`,
  );

/** A Python environment of its own for what a file of hashed requirements names; made once for each such file. */
const pythonEnvironment = (folder, file, least) => {
  const mark = join(root, folder, `.mahnwerk-${hashOf(file)}`);
  if (existsSync(mark)) return;
  const python = pythonOf(least);
  rmSync(join(root, folder), { recursive: true, force: true });
  run(`Python-Umgebung (${folder} mit ${python})`, python, ['-m', 'venv', join(root, folder)]);
  run(`Python-Pakete nach ${file}`, join(root, folder, 'bin/python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--require-hashes',
    '-r',
    file,
  ]);
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(mark, '');
};
pythonEnvironment('.venv', 'requirements.txt', [3, 10]);
const separator = process.argv.indexOf('--');
const options = process.argv.slice(2, separator < 0 ? undefined : separator);
// Only who asks the API with Schemathesis waits for it (decision 121).
if (options.includes('--schemathesis'))
  pythonEnvironment('.venv-schemathesis', 'requirements-schemathesis.txt', [3, 11]);

const command = process.argv.slice(separator + 1);
if (separator >= 0 && command.length > 0) {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: [bin, join(root, '.venv/bin'), process.env.PATH].join(delimiter) },
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1);
  });
  child.on('error', (error) => fail(String(error)));
}
