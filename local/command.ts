import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './cloud.ts';
import { SOMMER, filledIn } from './persons.ts';
import type { Running } from './stage.ts';

const command = join(import.meta.dirname, '../cli/mahnwerk.ts');

/** What the command is told of a stage, and where it keeps who is signed in. */
export const commandSettings = ({ cloud, outputs, folder }: Running): Readonly<Record<string, string>> => ({
  MAHNWERK_API: `${cloud.endpoint}/_aws/execute-api/${new URL(outputs.ApiUrl).host.split('.')[0] ?? ''}/$default`,
  MAHNWERK_SIGN_IN: cloud.endpoint,
  MAHNWERK_CLIENT: outputs.TeamClientId,
  XDG_CONFIG_HOME: join(folder, 'angemeldet'),
});

/** Follows the page to where it sends a browser: the command waits there. */
const inBrowser = async (page: string): Promise<void> => {
  await fetch(await filledIn(page, SOMMER));
};

/** Signs in by the command itself: what it asks to open is opened. */
const signIn = async (environment: Readonly<Record<string, string>>): Promise<void> => {
  let told: (page: string) => void = () => undefined;
  const page = new Promise<string>((resolve) => {
    told = resolve;
  });
  const onLine = (line: string): void => {
    if (URL.canParse(line)) told(line);
  };
  await Promise.all([run({ environment }, 'node', [command, 'anmelden'], { onLine }), page.then(inBrowser)]);
};

/** Runs the command `mahnwerk` as one of our own people does, who signs in before the first. */
export const mahnwerk = async (running: Running, args: readonly string[]): Promise<void> => {
  const environment = commandSettings(running);
  if (!existsSync(join(running.folder, 'angemeldet'))) await signIn(environment);
  await run({ environment }, 'node', [command, ...args]);
};
