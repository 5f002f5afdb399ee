import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetSession, keepSession, readSession } from '../../../cli/sign-in/session-file.ts';

const SESSION = {
  signIn: 'https://x',
  client: 'command',
  access: 'a',
  refresh: 'r',
  until: '2026-03-02T09:00:00.000Z',
};
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('who is signed in is kept for its owner only, in a folder that was made for it', () => {
  const path = join(folder, 'mahnwerk/anmeldung.json');
  keepSession(path, SESSION);
  expect(readSession(path)).toEqual(SESSION);
  expect([modeOf(path), modeOf(join(folder, 'mahnwerk'))]).toEqual(['600', '700']);
  expect(readdirSync(join(folder, 'mahnwerk'))).toEqual(['anmeldung.json']);
});

test('an older file that others could read is replaced by one that they cannot', () => {
  const path = join(folder, 'anmeldung.json');
  writeFileSync(path, '{}');
  chmodSync(path, 0o644);
  keepSession(path, SESSION);
  expect([readSession(path), modeOf(path)]).toEqual([SESSION, '600']);
});

test.each([['{'], ['{}'], ['null'], [JSON.stringify({ ...SESSION, access: '' })]])(
  'what is no sign-in signs nobody in: %s',
  (text) => {
    const path = join(folder, 'anmeldung.json');
    writeFileSync(path, text);
    expect(readSession(path)).toBeNull();
  },
);

test('nobody is signed in where nothing lies, and after it was forgotten, however often', () => {
  const path = join(folder, 'anmeldung.json');
  expect(readSession(path)).toBeNull();
  keepSession(path, SESSION);
  forgetSession(path);
  forgetSession(path);
  expect(readSession(path)).toBeNull();
});

test('where it cannot be kept, that is said in German', () => {
  writeFileSync(join(folder, 'mahnwerk'), '');
  expect(() => {
    keepSession(join(folder, 'mahnwerk/anmeldung.json'), SESSION);
  }).toThrow(/lässt sich unter .* nicht aufbewahren: /);
});
