import type { ClockSetting } from './settings.ts';

/** A stage's time; the table of a calendar that is turned is named by the stack that has it. */
export type StageClock =
  Extract<ClockSetting, { kind: 'system' }> | Omit<Extract<ClockSetting, { kind: 'turned' }>, 'table'>;

/** What differs between stages; nothing else does. */
export type Stage = Readonly<{
  name: 'dev' | 'demo' | 'prod';
  region: string;
  mailDomain: string;
  financeAddress: string;
  /** Whom an alarm wakes. */
  alarmAddress: string;
  smsSender: string;
  clock: StageClock;
  /** Where the keys of its tokens are read: from Cognito, or from the local cloud, which has no certificate. */
  keys: 'cognito' | 'local';
  /** Whose page persons sign in on: Cognito's managed login, or the local cloud's, which knows no style. */
  signInPage: 'managed' | 'local';
  /** At most 80 % of the account's StartExecution quota: 150 per second in Frankfurt unless raised. */
  startsPerSecond: number;
  /**
   * Whether state machines are published as versions with an alias; CloudFormation of the local cloud knows neither.
   */
  versions: boolean;
  /** Whether IAM is told which keys a request to the table names; the local cloud does not tell it. */
  keysTold: boolean;
  /**
   * What every function is given at least, in seconds, however little its work needs on AWS: the demo runs on machines
   * that nobody knows.
   */
  leastSeconds: number;
  /** Whether data outlives its stack, and no stack can be deleted before its protection is lifted by hand. */
  keepData: boolean;
  /** So many days nothing is paid out after a creditor's account was changed; at most seven. */
  accountWaitDays: number;
  agency: Readonly<Record<string, unknown>>;
}>;

/** An invented agency: a real deployment puts its own here (docs/operations.md). */
const RHEINBOGEN = {
  name: 'Rheinbogen Inkasso GmbH',
  address: { street: 'Uferallee 12', postalCode: '40210', city: 'Düsseldorf', country: 'DE' },
  legal: {
    seat: 'Düsseldorf',
    court: 'Amtsgericht Düsseldorf',
    number: 'HRB 000000 (erfunden)',
    directors: ['Regine Bogen', 'Karl Ufer'],
  },
  phone: '0211 23125000',
  email: 'service@rheinbogen.example.com',
  web: 'https://rheinbogen.example.com',
  register: {
    number: 'RDG 0000-2026 (erfunden)',
    authority: 'Bundesamt für Justiz',
    authorityAddress: 'Adenauerallee 99–103, 53113 Bonn',
    authorityEmail: 'rechtsdienstleister@example.com',
  },
  clientAccount: { holder: 'Rheinbogen Inkasso GmbH', iban: 'DE02120300000000202051', bic: 'BYLADEM1001' },
  vatId: 'DE000000000',
  dataProtection: 'datenschutz@rheinbogen.example.com',
};

const base = {
  region: 'eu-central-1',
  mailDomain: 'rheinbogen.example.com',
  financeAddress: 'finanzen@rheinbogen.example.com',
  alarmAddress: 'bereitschaft@rheinbogen.example.com',
  smsSender: 'Rheinbogen',
  startsPerSecond: 120,
  leastSeconds: 0,
  clock: { kind: 'system', zone: 'Europe/Berlin' },
  keys: 'cognito',
  signInPage: 'managed',
  keysTold: true,
  accountWaitDays: 3,
  agency: RHEINBOGEN,
} as const;

/** The demo's time begins on Monday 2 March 2026; the day turns when whoever plays it says so. */
export const stageOf = (name: string): Stage => {
  switch (name) {
    case 'dev':
      return { ...base, name: 'dev', versions: true, keepData: false };
    case 'prod':
      return { ...base, name: 'prod', versions: true, keepData: true };
    case 'demo':
      return {
        ...base,
        name: 'demo',
        versions: false,
        keepData: false,
        leastSeconds: 300,
        keys: 'local',
        signInPage: 'local',
        keysTold: false,
        clock: { kind: 'turned', start: '2026-03-02', msPerDay: 1000 },
      };
    default:
      throw new Error(`unknown stage ${name}: dev, demo or prod (npx cdk deploy -c stage=dev)`);
  }
};
