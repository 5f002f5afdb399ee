import type { dunning } from '../statemachines/dunning.ts';
import { gateway, mailEvents, queue, routes, schedule, task, upload, type CalledBy } from './called-by.ts';
import type { HandlerProps } from './constructs/handler.ts';
import {
  admits,
  changesAccounts,
  doesAgainWhatFailed,
  executions,
  feedsQueues,
  files,
  managesAccesses,
  managesPersons,
  managesTeam,
  reads,
  sends,
  writes,
  type Verb,
} from './verbs.ts';

/** A function: where it lies, how much it needs, what calls it, what it may. Everything else follows from that. */
export type FunctionOf<By extends CalledBy = CalledBy> = HandlerProps &
  Readonly<{ calledBy: By; may: readonly Verb[] }>;
type Task = keyof typeof dunning.tasks;

const HAND_OVERS = ['liste.csv', 'liste.xlsx', 'pruefung.csv', 'pruefung.xlsx'].map((name) => `handover/*/${name}`);
/** Reading lists and settling months: as much memory as comes with a whole processor, and as long as Lambda allows. */
const LONG = { memory: 1769, seconds: 900 } as const;
/** Whoever takes a list, from its beginning or from where another stopped. */
const TAKES_LISTS: readonly Verb[] = [
  writes.cases,
  writes.book,
  writes.lots,
  writes.people,
  writes.timers,
  writes.marks,
  reads.invoices,
  files.reads('handover/*'),
  files.writes('handover/*'),
  feedsQueues,
  sends.mail,
];

/**
 * Every function there is, one paragraph each: the application is a loop over it. A verb brings its permission and its
 * settings; what calls a function brings the trigger, and where nobody waits for the answer the queue of what failed;
 * an alarm on its errors has every function.
 */
export const FUNCTIONS = {
  // The tasks of the state machine: the compiler wants each that stands in its contract.
  Decide: { file: 'tasks/decide.ts', calledBy: task, may: [writes.cases, writes.clarifications] },
  SendEmail: {
    file: 'tasks/send-email.ts',
    memory: 1024,
    prints: true,
    calledBy: task,
    may: [
      writes.cases,
      writes.clarifications,
      writes.unlessOthersMoved,
      reads.mails,
      files.writes('letters/*'),
      files.searches('invoices'),
      sends.mail,
    ],
  },
  SendSms: {
    file: 'tasks/send-sms.ts',
    calledBy: task,
    may: [writes.cases, writes.clarifications, writes.unlessOthersMoved, sends.texts],
  },
  SendLetter: {
    file: 'tasks/send-letter.ts',
    memory: 1024,
    seconds: 60,
    prints: true,
    calledBy: task,
    may: [writes.cases, writes.clarifications, writes.unlessOthersMoved, files.writes('letters/*'), sends.letters],
  },
  OpenCalls: { file: 'tasks/open-calls.ts', calledBy: task, may: [writes.cases, writes.clarifications] },
  PresentToCourt: { file: 'tasks/present-to-court.ts', calledBy: task, may: [writes.cases, writes.clarifications] },
  ReportTrouble: { file: 'tasks/report-trouble.ts', calledBy: task, may: [writes.cases, writes.clarifications] },
  HandToCollection: {
    file: 'tasks/hand-to-collection.ts',
    calledBy: task,
    may: [writes.cases, writes.clarifications, executions.startsItsOwn],
  },

  // What answers the API, and before it who may call.
  Authorize: { file: 'gateway/authorize.ts', calledBy: gateway, may: [reads.callers, admits] },
  Uploads: {
    file: 'api/uploads.ts',
    calledBy: routes,
    may: [writes.requests, files.writes('handover/*'), files.writes('invoices/*')],
  },
  HandOvers: {
    file: 'api/hand-overs.ts',
    calledBy: routes,
    may: [reads.handOvers, reads.inPages, files.reads('handover/*')],
  },
  Claims: {
    file: 'api/claims.ts',
    calledBy: routes,
    may: [
      writes.cases,
      writes.book,
      writes.lots,
      writes.people,
      writes.requests,
      writes.marks,
      reads.invoices,
      executions.starts,
      feedsQueues,
      sends.mail,
    ],
  },
  Akten: { file: 'api/akten.ts', calledBy: routes, may: [reads.cases, reads.inPages] },
  Options: { file: 'api/options.ts', calledBy: routes, may: [reads.cases] },
  Chains: { file: 'api/chains.ts', calledBy: routes, may: [reads.cases] },
  Payments: { file: 'api/payments.ts', calledBy: routes, may: [writes.cases, writes.requests, writes.timers] },
  Payouts: {
    file: 'api/payouts.ts',
    calledBy: routes,
    may: [reads.book, files.reads('payouts/*')],
  },
  Steer: { file: 'api/steer.ts', calledBy: routes, may: [writes.cases, writes.requests, executions.steers] },
  Reversals: { file: 'api/reversals.ts', calledBy: routes, may: [writes.cases, writes.requests, executions.steers] },
  Credits: { file: 'api/credits.ts', calledBy: routes, may: [writes.cases, writes.requests, executions.steers] },
  Refunds: { file: 'api/refunds.ts', calledBy: routes, may: [writes.cases, writes.requests] },
  BankLines: {
    file: 'api/bank-lines.ts',
    calledBy: routes,
    may: [writes.cases, writes.requests, writes.bankLines, writes.timers],
  },
  Creditors: {
    file: 'api/creditors.ts',
    calledBy: routes,
    may: [writes.book, writes.requests, writes.marks, reads.procedures, sends.mail],
  },
  Proposals: {
    file: 'api/proposals.ts',
    calledBy: routes,
    may: [writes.book, writes.requests, writes.marks, reads.openProposals, sends.mail, changesAccounts],
  },
  Suggestions: { file: 'api/suggestions.ts', calledBy: routes, may: [writes.book, writes.requests] },
  Answers: {
    file: 'api/answers.ts',
    calledBy: routes,
    may: [writes.cases, writes.people, writes.requests, writes.marks, executions.steers, sends.mail],
  },
  Queries: { file: 'api/queries.ts', calledBy: routes, may: [writes.cases, writes.requests, executions.steers] },
  Instalments: {
    file: 'api/instalments.ts',
    calledBy: routes,
    may: [writes.cases, writes.requests, executions.steers],
  },
  Calls: {
    file: 'api/calls.ts',
    calledBy: routes,
    may: [writes.cases, writes.requests, writes.unlessOthersMoved, executions.steers],
  },
  Procedures: { file: 'api/procedures.ts', calledBy: routes, may: [reads.book, writes.procedures, writes.requests] },
  Clarifications: {
    file: 'api/clarifications.ts',
    calledBy: routes,
    may: [reads.cases, writes.clarifications, reads.inPages],
  },
  Failed: { file: 'api/failures.ts', calledBy: routes, may: [writes.requests, doesAgainWhatFailed] },
  Accesses: {
    file: 'api/accesses.ts',
    calledBy: routes,
    may: [writes.book, writes.clients, writes.requests, managesAccesses],
  },
  Persons: {
    file: 'api/persons.ts',
    calledBy: routes,
    may: [writes.book, writes.persons, writes.requests, managesPersons],
  },
  Team: { file: 'api/team.ts', calledBy: routes, may: [writes.persons, writes.requests, managesTeam] },

  // What begins with a file, a list that goes on, a mail that came back.
  HandOverArrived: {
    file: 'events/hand-over-arrived.ts',
    ...LONG,
    calledBy: upload('uebergaben', HAND_OVERS),
    may: TAKES_LISTS,
  },
  HandOverGoesOn: {
    file: 'events/hand-over-goes-on.ts',
    ...LONG,
    calledBy: queue('fortsetzungen', 'HAND_OVER_QUEUE', 5),
    may: TAKES_LISTS,
  },
  LotToStart: {
    file: 'events/lot-to-start.ts',
    seconds: 300,
    calledBy: queue('starts', 'START_QUEUE', 2),
    may: [reads.cases, writes.lots, executions.startsLots],
  },
  BankStatementArrived: {
    file: 'events/bank-statement-arrived.ts',
    memory: 1024,
    seconds: 900,
    calledBy: upload('bank', ['bank/*.xml']),
    may: [
      writes.cases,
      writes.bankLines,
      writes.timers,
      writes.marks,
      files.reads('bank/*'),
      files.writes('bank/*'),
      sends.mailToFinance,
    ],
  },
  MailEvent: {
    file: 'events/mail-event.ts',
    calledBy: mailEvents('mailereignisse'),
    may: [writes.cases, writes.mails, executions.steers],
  },

  // What the clock calls.
  /**
   * On the first of each month the month before is paid out when finance comes in; on the ninth whoever waited for a
   * new account, at most a week.
   */
  RunPayout: {
    file: 'schedules/run-payout.ts',
    ...LONG,
    prints: true,
    calledBy: schedule('auszahlung', 'Auszahlung an die Gläubiger', { minute: '0', hour: '6', day: '1,9' }),
    may: [
      writes.cases,
      writes.book,
      writes.marks,
      reads.everyCreditor,
      files.writes('payouts/*'),
      files.searches('payouts'),
      sends.mailToFinance,
    ],
  },
  /** On the second: a list handed over on the last evening is done by then. */
  ReportQuality: {
    file: 'schedules/report-quality.ts',
    seconds: 300,
    calledBy: schedule('datenqualitaet', 'Rückmeldung zur Datenqualität', { minute: '0', hour: '8', day: '2' }),
    may: [reads.everyCreditor, reads.handOvers, writes.marks, sends.mail],
  },
  /** Each night: customers of one creditor that may be one and the same. */
  FindSimilar: {
    file: 'schedules/find-similar.ts',
    ...LONG,
    calledBy: schedule('aehnliche', 'Ähnliche Schuldner', { minute: '30', hour: '2' }),
    may: [reads.cases, reads.everyCreditor, writes.book],
  },
  /** Each morning: figures of the law that somebody should look up, the next base rate among them. */
  CheckLaw: {
    file: 'schedules/check-law.ts',
    calledBy: schedule('recht', 'Werte des Rechts, die nachzulesen sind', { minute: '0', hour: '7' }),
    may: [],
  },
  ReconcileHandOvers: {
    file: 'schedules/reconcile-hand-overs.ts',
    seconds: 300,
    calledBy: schedule('abgleich', 'Übergaben, die stehen geblieben sind', { minute: '5/30' }),
    may: [reads.everyCreditor, reads.handOvers, reads.lots, writes.book, feedsQueues],
  },
  /** Hourly, so that a lost execution is back within the hour and a million within a day (decision 26). */
  Sweep: {
    file: 'schedules/sweep.ts',
    ...LONG,
    calledBy: schedule('ausfuehrungen', 'Verlorene Ausführungen', { minute: '20' }),
    may: [writes.cases, writes.people, writes.clarifications, executions.supervises],
  },
} satisfies Readonly<Record<string, FunctionOf>> & Readonly<Record<Task, FunctionOf<typeof task>>>;
export type FunctionName = keyof typeof FUNCTIONS;
/** A function that may answer a route. */
export type AnsweringName = {
  [N in FunctionName]: (typeof FUNCTIONS)[N]['calledBy'] extends typeof routes ? N : never;
}[FunctionName];
