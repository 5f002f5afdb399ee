import { lists } from '../../adapters/lists/open-list.ts';
import { reportWriter } from '../../adapters/lists/report.ts';
import { s3Archive } from '../../adapters/s3/archive.ts';
import { sqsWork } from '../../adapters/sqs/work.ts';
import type { ClockSetting } from '../../config/settings.ts';
import { tablePorts } from './deciding.ts';
import { mailingPorts } from './mailing.ts';

/** Ports of whatever takes a list in; two functions do: one for new uploads, one for those that go on. */
export const handOverPorts = (of: {
  TABLE_NAME: string;
  CLOCK: ClockSetting;
  BUCKET_NAME: string;
  AGENCY: unknown;
  MAIL_DOMAIN: string;
  HAND_OVER_QUEUE: string;
  START_QUEUE: string;
}) => ({
  ...tablePorts(of),
  ...mailingPorts(of),
  lists,
  reports: reportWriter,
  archive: s3Archive(of.BUCKET_NAME),
  work: sqsWork({ handOvers: of.HAND_OVER_QUEUE, starts: of.START_QUEUE }),
});
/** What a function that takes a list in is given. */
export const HAND_OVER_SETTINGS = [
  'TABLE_NAME',
  'CLOCK',
  'BUCKET_NAME',
  'AGENCY',
  'MAIL_DOMAIN',
  'HAND_OVER_QUEUE',
  'START_QUEUE',
] as const;

/** Left over for finishing: the reports of a long list, or handing the rest on. Milliseconds. */
export const FINISHING_MS = 120_000;
