import type { Stage } from '../config/stages.ts';
import type { Accesses } from './constructs/accesses.ts';
import type { AslStateMachine } from './constructs/asl-state-machine.ts';
import type { Cursors } from './constructs/cursors.ts';
import type { Failures } from './constructs/failures.ts';
import type { Filing } from './constructs/filing.ts';
import type { Handler } from './constructs/handler.ts';
import type { Outgoing } from './constructs/outgoing.ts';
import type { Store } from './constructs/store.ts';

/** What there is to be used. */
export type House = Readonly<{
  stage: Stage;
  store: Store;
  filing: Filing;
  machine: AslStateMachine;
  failures: Failures;
  outgoing: Outgoing;
  accesses: Accesses;
  cursors: Cursors;
}>;

/** What a function may do: the permission, and with it every setting that it takes to do it. */
export type Verb = (handler: Handler, house: House) => void;

/** Two start at once, each with half of what the account may start. */
const paced: Verb = (handler, { stage }) => {
  handler.set('STARTS_PER_SECOND', String(stage.startsPerSecond / 2));
};
/** Whoever writes to somebody signs as the agency. */
const signs: Verb = (handler, { stage }) => {
  handler.set('AGENCY', JSON.stringify(stage.agency));
};
const each =
  (...verbs: readonly Verb[]): Verb =>
  (handler, house) => {
    for (const verb of verbs) verb(handler, house);
  };

export const reads = {
  table: (handler, { store }) => {
    store.readableBy(handler);
  },
  /** Many items by their keys: the invoices of a list. */
  manyAtOnce: (handler, { store }) => {
    store.searchableBy(handler);
  },
  /** Seals where the next page of a list begins. */
  inPages: (handler, { cursors }) => {
    cursors.sealedBy(handler);
  },
} satisfies Record<string, Verb>;

export const writes = {
  /** Reads, and adds to the log of an Akte or to what else is kept about creditors, lists and payments. */
  table: (handler, { store }) => {
    store.writableBy(handler);
  },
  /** Notes what people are reached by, many at a time. */
  people: (handler, { store }) => {
    store.notableBy(handler);
  },
  /** Writes only as long as other Akten have not moved on: those of the same person. */
  unlessOthersMoved: (handler, { store }) => {
    store.comparableBy(handler);
  },
} satisfies Record<string, Verb>;

/** Whose files lie under which prefix. */
export const files = {
  reads:
    (prefix: string): Verb =>
    (handler, { filing }) => {
      filing.readableBy(prefix, handler);
    },
  writes:
    (prefix: string): Verb =>
    (handler, { filing }) => {
      filing.writableBy(prefix, handler);
    },
  /** May ask whether an object is there, and read it. */
  searches:
    (folder: string): Verb =>
    (handler, { filing }) => {
      filing.searchableBy(folder, handler);
    },
};

/** Executions of the Mahnlauf. */
export const executions = {
  starts: (handler, { machine }) => {
    machine.startableBy(handler);
  },
  /** Begins many of them, no faster than the account may. */
  startsLots: each((handler, { machine }) => {
    machine.startableBy(handler);
  }, paced),
  /** As a task of the machine itself. */
  startsItsOwn: (handler, { machine }) => {
    machine.startableByItsOwn(handler);
  },
  steers: (handler, { machine }) => {
    machine.steerableBy(handler);
  },
  /**
   * Sees which run, starts and stops them. Its starts come on top of those of the lots, but seldom: where both are busy
   * Step Functions refuses some, and both wait and ask again.
   */
  supervises: each((handler, { machine }) => {
    machine.superviseableBy(handler);
  }, paced),
} satisfies Record<string, Verb>;

/** Puts work into the queues that are worked off piece by piece. */
export const feedsQueues: Verb = (handler, { failures }) => {
  for (const queue of failures.work()) queue.fedBy(handler);
};

const mail = each((handler, { outgoing }) => {
  outgoing.mailedBy(handler);
}, signs);

export const sends = {
  mail,
  /** What concerns money also goes to the agency's finance department. */
  mailToFinance: each(mail, (handler, { stage }) => {
    handler.set('FINANCE_ADDRESS', stage.financeAddress);
  }),
  texts: each((handler, { outgoing }) => {
    outgoing.textedBy(handler);
  }, signs),
  letters: each((handler, { outgoing }) => {
    outgoing.postedBy(handler);
  }, signs),
} satisfies Record<string, Verb>;

/** Has another account in a mandate, to which nothing is paid out for some days. */
export const changesAccounts: Verb = (handler, { stage }) => {
  handler.set('ACCOUNT_WAIT_DAYS', String(stage.accountWaitDays));
};

/** Tells tokens of our pool from others. */
export const admits: Verb = (handler, { accesses, stage }) => {
  accesses.knownTo(handler, stage);
};

/** Makes, finds and takes away the machine clients of the creditors. */
export const managesAccesses: Verb = (handler, { accesses }) => {
  accesses.managedBy(handler);
};

/** Invites persons of creditors, and shuts them out. */
export const managesPersons: Verb = (handler, { accesses }) => {
  accesses.invitesPersons(handler);
};
/** Shuts out our own people, and lets them in again. */
export const managesTeam: Verb = (handler, { accesses }) => {
  accesses.shutsOutOurs(handler);
};

/** Sees what failed for good, and has it done again. */
export const doesAgainWhatFailed: Verb = (handler, { failures }) => {
  failures.redrivenBy(handler);
};
