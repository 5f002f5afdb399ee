import * as z from 'zod';
import { SOURCE_NAMES } from './sources.ts';

const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/**
 * Time as a stage wants it: real, or the demo's, where a day begins when somebody turns the calendar that lies in
 * `table`, and lasts `msPerDay` at least.
 */
export const ClockSetting = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system'), zone: z.string() }),
  z.strictObject({
    kind: z.literal('turned'),
    start: z.iso.date(),
    msPerDay: z.int().positive(),
    table: z.string().min(1),
  }),
]);
export type ClockSetting = z.infer<typeof ClockSetting>;

/** `eu-central-1_Ab12Cd34E` */
const UserPoolId = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d_[A-Za-z0-9]+$/);
/** Machines are creditors' programs; the team our own people; creditors their persons. */
const Pools = z.strictObject({ machines: UserPoolId, team: UserPoolId, creditors: UserPoolId });
export type Pools = z.infer<typeof Pools>;
/**
 * Whose tokens open the API, and where the keys of their pools are read: from Cognito over https, or from the local
 * cloud, which no stage but the demo's may say.
 */
export const TokenSetting = z.discriminatedUnion('keys', [
  z.strictObject({ keys: z.literal('cognito'), pools: Pools }),
  z.strictObject({ keys: z.literal('local'), pools: Pools, stage: z.literal('demo') }),
]);
export type TokenSetting = z.infer<typeof TokenSetting>;

/** Addresses of queues and names of functions. */
const Failures = z.array(
  z.union([
    z.strictObject({ source: z.enum(SOURCE_NAMES), lost: z.url(), call: z.string().min(1) }),
    z.strictObject({ source: z.enum(SOURCE_NAMES), lost: z.url(), put: z.url() }),
  ]),
);

/**
 * Every setting a function can be given. `lib/` writes these names, `lambdas/` reads them; nothing else touches
 * process.env.
 */
const settings = {
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  STATE_MACHINE_ARN: z.string().startsWith('arn:'),
  /** Domain of every mail we send, an SES identity. */
  MAIL_DOMAIN: z.string().min(3),
  FINANCE_ADDRESS: z.email(),
  /** Up to eleven letters: what a phone shows as sender. */
  SMS_SENDER: z.string().regex(/^[A-Za-z0-9]{1,11}$/),
  /** The agency as domain/parties/parties.ts describes it, JSON. */
  AGENCY: json(z.record(z.string(), z.unknown())),
  CLOCK: json(ClockSetting),
  /** Name of the secret with the print house's address and keys. */
  POST_SECRET: z.string().min(1),
  /** Name of the secret with the key that cursors of lists are sealed with. */
  CURSOR_KEY: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  /** The pool of creditors' persons. */
  PERSON_POOL_ID: z.string().min(1),
  /** The pool of our own people. */
  TEAM_POOL_ID: z.string().min(1),
  /** Who may call: the pools and where their keys are. */
  TOKENS: json(TokenSetting),
  /** Where the local cloud answers: it gives this to its functions itself, and lets only this machine in. */
  AWS_ENDPOINT_URL: z.url({ protocol: /^http$/, hostname: /^(127\.0\.0\.1|localhost)$/ }),
  /** Queues: hand-overs that go on, and lots whose executions are to be started. */
  HAND_OVER_QUEUE: z.url(),
  START_QUEUE: z.url(),
  /**
   * Where what failed waits, by source (config/sources.ts), and how it is done again: by a call of the function, or by
   * a message put back.
   */
  FAILURES: json(Failures),
  /**
   * So many days nothing is paid out after a creditor's account was changed. At most seven: who waits is paid out on
   * the ninth (lib/functions.ts).
   */
  ACCOUNT_WAIT_DAYS: z.coerce.number().int().min(0).max(7),
  /** This function's share of what the account may start. */
  STARTS_PER_SECOND: z.coerce.number().positive(),
};
export type Setting = keyof typeof settings;

/**
 * Reads the named settings at cold start: a function that lacks one fails when it is deployed, not when it is needed.
 */
export const environment = <K extends Setting>(...names: K[]): { [N in K]: z.output<(typeof settings)[N]> } => {
  // Casts: the names that come out are those that go in; Object.fromEntries calls every key a text.
  const shape = Object.fromEntries(names.map((n) => [n, settings[n]])) as unknown as { [N in K]: (typeof settings)[N] };
  return z.object(shape).parse(process.env) as { [N in K]: z.output<(typeof settings)[N]> };
};
