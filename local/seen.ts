import * as z from 'zod';
import { START } from './calendar.ts';
import { run } from './cloud.ts';
import { executions } from './quiet.ts';
import { example, filing, queued, sent, type Running, type SentMail } from './stage.ts';
import { akteOf, readAkte, type AkteView, type Told } from './told.ts';

/** What the checks look at of an Akte, as our own people read it: a creditor is not given every fact. */
export type AkteSeen = Readonly<{ akte: string }> &
  Pick<
    AkteView,
    'openCents' | 'overpaidCents' | 'refundedCents' | 'closed' | 'claims' | 'payments' | 'reversals' | 'history'
  >;
export type Seen = Readonly<{
  akten: readonly AkteSeen[];
  executions: readonly Readonly<{ name: string; status: string }>[];
  debtorMails: SentMail[];
  officeMails: SentMail[];
  sms: Record<string, unknown>[];
  letters: string[];
  files: string[];
  /** Where each creditor gets its mail. */
  addresses: Readonly<Record<string, string>>;
  queued: readonly Readonly<{ queue: string; messages: number }>[];
  /**
   * Days on which the calendar of the standard procedure puts the decision on the court, for each way a debtor can be
   * reached.
   */
  plannedCourtDays: readonly number[];
}>;

const Plan = z.array(z.object({ step: z.string(), day: z.int() }));
const plannedCourtDays = async (): Promise<number[]> => {
  const ways = [[], ['--no-email'], ['--no-phone'], ['--no-email', '--no-phone']];
  const plans = ways.map(async (lacks) => {
    const args = ['cli/mahnwerk.ts', 'calendar', 'standard', '--from', START, ...lacks, '--json'];
    let printed = '';
    const onLine = (line: string): void => {
      printed += line;
    };
    await run({ environment: {} }, 'node', args, { onLine });
    return Plan.parse(JSON.parse(printed)).flatMap((row) => (row.step === 'courtDecision' ? [row.day] : []));
  });
  return (await Promise.all(plans)).flat();
};

const Mandate = z.object({ creditor: z.object({ id: z.string(), email: z.email() }) });
const addressesOf = (): Record<string, string> =>
  Object.fromEntries(
    ['musterversand', 'stadtwerke', 'laedchen'].map((name) => {
      const { creditor } = Mandate.parse(JSON.parse(example(`creditors/${name}.json`).toString('utf8')));
      return [creditor.id, creditor.email];
    }),
  );

/** Everything the story has left behind, read through the same doors its users have. */
export const look = async (running: Running, told: Told): Promise<Seen> => {
  const ids = [...new Set(told.handOvers.flatMap((h) => h.handOver.claims.map(akteOf)))];
  const akten: AkteSeen[] = [];
  for (const id of ids) akten.push(await readAkte(running.operator, id));
  const { mails, sms } = await sent(running);
  const files = [
    ...(await filing(running).list('handover/')),
    ...(await filing(running).list('payouts/')),
    ...(await filing(running).list('bank/')),
  ];
  return {
    akten,
    executions: await executions(running),
    debtorMails: mails.filter((m) => m.Source.startsWith('akte+')),
    officeMails: mails.filter((m) => !m.Source.startsWith('akte+')),
    sms,
    letters: running.prints.jobs().map((j) => j.filename_original),
    files,
    addresses: addressesOf(),
    queued: await queued(running),
    plannedCourtDays: await plannedCourtDays(),
  };
};
