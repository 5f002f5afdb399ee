import { createHash } from 'node:crypto';
import { scaledClock, systemClock } from '../adapters/clock.ts';
import { dynamoAkten } from '../adapters/dynamodb/akten.ts';
import { openTable } from '../adapters/dynamodb/client.ts';
import { dynamoCreditors, dynamoHandOvers, dynamoMailLog, dynamoOnce, dynamoProcedures } from '../adapters/dynamodb/stores.ts';
import { press } from '../adapters/press.ts';
import { s3Archive } from '../adapters/s3/archive.ts';
import { postFromSecret } from '../adapters/secrets.ts';
import { sesMailbox, sesPost } from '../adapters/ses/mailer.ts';
import { stepFunctions } from '../adapters/sfn/workflows.ts';
import { snsSms } from '../adapters/sns/sms.ts';
import type { ClockSetting } from '../config/settings.ts';
import { day } from '../domain/calendar.ts';
import { Agency } from '../domain/parties.ts';
import type { Deciding } from '../usecases/next.ts';
import type { Clock, Hashes } from '../usecases/ports.ts';

/** The live ports, made from settings. Each handler takes what it needs; bundling drops the rest. */
export const clockOf = (setting: ClockSetting): Clock => (setting.kind === 'system' ? systemClock(setting.zone) : scaledClock({ start: day(setting.start), epoch: new Date(setting.epoch), msPerDay: setting.msPerDay }));
export const agencyOf = (setting: unknown): Agency => Agency.parse(setting);
export const hashes: Hashes = { sha256: (text) => createHash('sha256').update(text).digest('hex') };

export const decidingPorts = (of: { TABLE_NAME: string; CLOCK: ClockSetting }): Deciding & { table: ReturnType<typeof openTable> } => {
  const [table, clock] = [openTable(of.TABLE_NAME), clockOf(of.CLOCK)];
  return { table, akten: dynamoAkten(table, clock.now), procedures: dynamoProcedures(table), clock };
};

export const writingPorts = (of: { TABLE_NAME: string; CLOCK: ClockSetting; BUCKET_NAME: string; AGENCY: unknown }) => {
  const deciding = decidingPorts(of);
  return { ...deciding, creditors: dynamoCreditors(deciding.table), agency: agencyOf(of.AGENCY), press, archive: s3Archive(of.BUCKET_NAME) };
};

export const registeringPorts = (of: { TABLE_NAME: string; CLOCK: ClockSetting; STATE_MACHINE_ARN: string }) => {
  const deciding = decidingPorts(of);
  return { ...deciding, creditors: dynamoCreditors(deciding.table), handOvers: dynamoHandOvers(deciding.table), once: dynamoOnce(deciding.table), workflows: stepFunctions(of.STATE_MACHINE_ARN), hashes };
};

export const emailPost = (of: { MAIL_DOMAIN: string }, table: ReturnType<typeof openTable>, agency: Agency) => sesPost({ domain: of.MAIL_DOMAIN, name: agency.name }, dynamoMailLog(table));
export const mailbox = (of: { MAIL_DOMAIN: string }, agency: Agency) => sesMailbox({ domain: of.MAIL_DOMAIN, name: agency.name });
export { postFromSecret, snsSms };
