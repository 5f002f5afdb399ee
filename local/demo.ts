import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LEAF_KEY } from '../config/calendar.ts';
import { dateOf } from './calendar.ts';
import { check, courtDays, type Check } from './checks.ts';
import { commandSettings } from './command.ts';
import { look, type Seen } from './seen.ts';
import { wordsOf } from './history.ts';
import { PASSWORD, SOMMER } from './persons.ts';
import { filing, setStage, type Running } from './stage.ts';
import { tell } from './story.ts';
import type { Told } from './told.ts';

const root = join(import.meta.dirname, '..');

const tally = (list: readonly string[]): Record<string, number> => {
  const n: Record<string, number> = {};
  for (const x of list) n[x] = (n[x] ?? 0) + 1;
  return n;
};

const summaryOf = (told: Told, seen: Seen, started: number) => {
  const totals = new Map<string, number>();
  for (const run of told.payouts)
    for (const p of run.payouts) totals.set(p.creditor, (totals.get(p.creditor) ?? 0) + p.cents);
  return {
    handOvers: told.handOvers.map(({ creditor, file, handOver: h }) => ({
      creditor,
      file,
      rows: h.rows,
      accepted: h.accepted,
      rejected: h.rejected,
      duplicates: h.duplicates,
    })),
    akten: seen.akten.length,
    executions: tally(seen.executions.map((e) => e.status)),
    messages: { email: seen.debtorMails.length, sms: seen.sms.length, letter: seen.letters.length },
    payments: told.payments,
    payouts: [...totals].map(([creditor, cents]) => ({ creditor, cents })),
    courtDecisions: tally(courtDays(seen).map((d) => `Tag ${d.day}`)),
    wallSeconds: Math.round((Date.now() - started) / 1000),
  };
};

const keep = (folder: string, name: string, content: string | Uint8Array): void => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
/** Puts everything that went out where a person can open it. Letters lie there already: the print house kept them. */
const keepArtefacts = async (running: Running, seen: Seen): Promise<void> => {
  for (const mail of seen.debtorMails) {
    const name = /akte\+([^@]+)@/.exec(mail.Source)?.[1] ?? 'mail';
    keep(
      running.folder,
      `mails/${name}.txt`,
      `An: ${mail.To.join(', ')}\nBetreff: ${mail.Subject}\n\n${mail.BodyText ?? ''}`,
    );
    if (mail.BodyHtml) keep(running.folder, `mails/${name}.html`, mail.BodyHtml);
  }
  seen.officeMails.forEach((mail, i) => {
    keep(
      running.folder,
      `mails/intern-${i + 1}.txt`,
      `An: ${mail.To.join(', ')}\nBetreff: ${mail.Subject}\n\n${mail.BodyText ?? ''}`,
    );
  });
  keep(running.folder, 'sms.json', JSON.stringify(seen.sms, null, 2));
  for (const file of seen.files)
    if (!file.endsWith('/liste.csv')) keep(running.folder, file, await filing(running).get(file));
};

/** Sets the stage, tells the story, looks at what is left, and says whether every promise held. */
export const playDemo = async (of: {
  folder: string;
  short: boolean;
  enforce?: boolean;
  keepRunning?: boolean;
  afterwards?: (running: Running, told: Told) => Promise<void>;
  say: (text: string) => void;
}): Promise<{ checks: Check[]; summary: ReturnType<typeof summaryOf>; seen: Seen }> => {
  const started = Date.now();
  const running = await setStage({
    folder: of.folder,
    ...(of.enforce ? { enforce: true } : {}),
    say: of.say,
  });
  try {
    const told = await tell(running, of);
    const seen = await look(running, told);
    const checks = check(told, seen);
    const summary = summaryOf(told, seen, started);
    await keepArtefacts(running, seen);
    keep(of.folder, 'summary.json', `${JSON.stringify(summary, null, 2)}\n`);
    keep(of.folder, 'pruefungen.json', `${JSON.stringify(checks, null, 2)}\n`);
    await of.afterwards?.(running, told);
    if (of.keepRunning) {
      keep(of.folder, 'umsehen.txt', lookAround(running));
      of.say(lookAround(running));
      await new Promise<void>((resolve) => {
        process.once('SIGINT', () => {
          resolve();
        });
      });
    }
    return { checks, summary, seen };
  } finally {
    await running.stop();
  }
};

const leafOf = (n: number): string =>
  JSON.stringify({
    PK: { S: LEAF_KEY.PK },
    SK: { S: LEAF_KEY.SK },
    day: { S: dateOf(n) },
    since: { S: new Date().toISOString() },
  });
const settingsShown = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}='${value}'`)
    .join(' ');
const lookAround = (running: Running): string => {
  const { cloud, outputs, calendar } = running;
  return `Die Cloud läuft weiter (Strg+C beendet sie). Umsehen, zum Beispiel mit der AWS CLI:
  export AWS_ENDPOINT_URL=${cloud.endpoint} AWS_REGION=eu-central-1 AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
  aws stepfunctions list-executions --state-machine-arn ${outputs.StateMachineArn}
  aws s3 ls --recursive s3://${outputs.BucketName}
  aws s3 cp examples/musterversand-nachtrag.csv s3://${outputs.BucketName}/handover/MUS/von-hand/liste.csv
  curl ${cloud.endpoint}/_ministack/ses/messages
Als ${SOMMER.name} anmelden, Kennwort ${PASSWORD}:
  export ${settingsShown(commandSettings(running))}
  npm run -s mahnwerk -- anmelden
  npm run -s mahnwerk -- klaerung liste
Der Kalender steht still, bis jemand ihn weiterdreht:
  aws dynamodb put-item --table-name ${outputs.CalendarTable} --item '${leafOf(calendar.dayNumber() + 1)}'`;
};

export type DemoResult = Awaited<ReturnType<typeof playDemo>>;

const main = async (): Promise<void> => {
  const short = process.argv.includes('--short');
  const folder = join(root, 'out/demo');
  rmSync(folder, { recursive: true, force: true });
  const started = Date.now();
  const say = (text: string): void => {
    console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${text}`);
  };
  const { checks, summary, seen } = await playDemo({
    folder,
    short,
    keepRunning: process.argv.includes('--keep'),
    say,
  });
  for (const id of [0, 1, Math.min(5, seen.akten.length - 1)]) {
    const akte = seen.akten[id];
    if (akte) console.log(`\nAkte ${akte.akte}\n  ${wordsOf(akte).join('\n  ')}`);
  }
  console.log(`\n${JSON.stringify(summary, null, 2)}\n`);
  for (const c of checks) console.log(`${c.ok ? '✓' : '✗'} ${c.what} (${c.detail})`);
  const failed = checks.filter((c) => !c.ok).length;
  console.log(
    `\nAlles liegt in out/demo: Briefe, E-Mails, SMS, Berichte, Überweisungsdateien.\n${checks.length - failed} passed, ${failed} failed`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
};
if (process.argv[1] === import.meta.filename) await main();
