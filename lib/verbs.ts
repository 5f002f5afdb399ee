import type { Family } from '../config/partitions.ts';
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

/** What an Akte is decided from: its log and those of the same person, mandates, procedures, phone windows. */
const readsCases: Verb = (handler, { store }) => {
  store.readableBy(handler, 'akte', 'calls', 'creditor', 'procedures', 'people');
  store.listableBy(handler, 'aktenByDay');
};
/** What a creditor has beside its Akten: hand-overs, mandate, payouts, proposals, ways in, similar debtors. */
const readsBook: Verb = (handler, { store }) => {
  store.readableBy(handler, 'creditor');
};
/** Reads and puts what is in these families. */
const keeps =
  (...families: readonly Family[]): Verb =>
  (handler, { store }) => {
    store.readableBy(handler, ...families);
    store.writableBy(handler, ...families);
  };
const puts =
  (...families: readonly Family[]): Verb =>
  (handler, { store }) => {
    store.writableBy(handler, ...families);
  };

/** Each opens some families of keys (config/partitions.ts) and no other. */
export const reads = {
  cases: readsCases,
  book: readsBook,
  /** All creditors, one after the other, with their books. */
  everyCreditor: each(readsBook, (handler, { store }) => {
    store.listableBy(handler, 'creditors');
  }),
  openProposals: (handler, { store }) => {
    store.listableBy(handler, 'openProposals');
  },
  /** A creditor's hand-overs, by when they came. */
  handOvers: each(readsBook, (handler, { store }) => {
    store.listableBy(handler, 'handOversByTime');
  }),
  /** The rows of hand-overs. */
  lots: (handler, { store }) => {
    store.readableBy(handler, 'lots');
  },
  procedures: (handler, { store }) => {
    store.readableBy(handler, 'procedures');
  },
  /** Whose machine client or person it is that calls. */
  callers: (handler, { store }) => {
    store.readableBy(handler, 'clients', 'subs');
  },
  /** Whether SES took a mail. */
  mails: (handler, { store }) => {
    store.readableBy(handler, 'mails');
  },
  /** The invoices of a list, many at a time. */
  invoices: (handler, { store }) => {
    store.searchableBy(handler, 'creditor');
  },
  /** Seals where the next page of a list begins. */
  inPages: (handler, { cursors }) => {
    cursors.sealedBy(handler);
  },
} satisfies Record<string, Verb>;

export const writes = {
  /** Adds to the log of an Akte. */
  cases: each(readsCases, puts('akte', 'calls')),
  book: keeps('creditor'),
  lots: keeps('lots'),
  procedures: keeps('procedures'),
  /** What is kept of a call that carries an Idempotency-Key: whatever does something on a route keeps it. */
  requests: keeps('requests'),
  /** What has been told, so that it is not told again. */
  marks: keeps('once'),
  /** Which claims wait for a person, by the state they wait in. */
  clarifications: each(keeps('clarifications'), (handler, { store }) => {
    store.listableBy(handler, 'clarificationsByState');
  }),
  /** Which executions ought to run: of claims that money opens again, or that a list completes. */
  timers: puts('timers'),
  bankLines: keeps('bankLines'),
  mails: puts('mails'),
  /** Whom the machine clients of a creditor speak for. */
  clients: puts('clients'),
  /** Who a person is that signs in. */
  persons: keeps('subs'),
  /** Notes what people are reached by, many at a time. */
  people: (handler, { store }) => {
    store.notableBy(handler, 'people');
  },
  /**
   * Writes only as long as other Akten have not moved on: those of the same person. What is written with it is named,
   * too: AWS does not say whether a part of a transaction is asked for its own key or for all keys of the whole.
   */
  unlessOthersMoved: (handler, { store }) => {
    store.comparableBy(handler, 'akte', 'calls', 'requests');
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

/** Executions of the Mahnlauf. What is started stands on the sweep's list before. */
export const executions = {
  starts: each(writes.timers, (handler, { machine }) => {
    machine.startableBy(handler);
  }),
  /** Begins many of them, no faster than the account may. */
  startsLots: each(
    writes.timers,
    (handler, { machine }) => {
      machine.startableBy(handler);
    },
    paced,
  ),
  /** As a task of the machine itself. */
  startsItsOwn: each(writes.timers, (handler, { machine }) => {
    machine.startableByItsOwn(handler);
  }),
  steers: each(writes.timers, (handler, { machine }) => {
    machine.steerableBy(handler);
  }),
  /**
   * Reads the list, sees which run, starts and stops them. Its starts come on top of those of the lots, but seldom:
   * where both are busy Step Functions refuses some, and both wait and ask again.
   */
  supervises: each(
    keeps('timers'),
    (handler, { machine }) => {
      machine.superviseableBy(handler);
    },
    paced,
  ),
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
