import type { AslStateMachine } from './constructs/asl-state-machine.ts';
import type { Filing } from './constructs/filing.ts';
import type { Handler } from './constructs/handler.ts';
import type { Store } from './constructs/store.ts';
import type { Functions } from './functions.ts';

/** Who adds to the log of an Akte, or to what else is kept about creditors, lists and payments. */
const writersAmong = ({ tasks, api, background }: Functions): Handler[] => [
  tasks.Decide,
  tasks.SendEmail,
  tasks.SendSms,
  tasks.SendLetter,
  tasks.OpenCalls,
  tasks.PresentToCourt,
  tasks.ReportTrouble,
  tasks.HandToCollection,
  api.claims,
  api.payments,
  api.steer,
  api.reversals,
  api.credits,
  api.refunds,
  api.bankLines,
  api.creditors,
  api.accesses,
  background.handOverArrived,
  background.handOverGoesOn,
  background.lotToStart,
  background.reconcile,
  background.bankStatementArrived,
  background.mailEvent,
  background.runPayout,
  api.suggestions,
  api.answers,
  api.queries,
  api.instalments,
  api.calls,
  api.procedures,
  background.findSimilar,
  background.reportQuality,
];

/** What each function may do with the table. */
const openStore = (store: Store, functions: Functions): void => {
  const { tasks, api, background } = functions;
  const { handOverArrived, handOverGoesOn, sweep } = background;
  const readers = [api.uploads, api.handOvers, api.akten, api.chains, api.payouts, api.failures];
  const notePeople = [api.claims, handOverArrived, handOverGoesOn, api.answers, sweep];
  store.readableBy(...readers);
  store.writableBy(...writersAmong(functions));
  store.looksUp(api.claims, handOverArrived, handOverGoesOn);
  store.notesPeople(...notePeople);
  store.watchesOthers(tasks.SendEmail, tasks.SendSms, tasks.SendLetter, api.calls);
};

/** Who begins, stops and supervises executions of the Mahnlauf. */
const openMachine = (machine: AslStateMachine, { tasks, api, background }: Functions): void => {
  const steerers = [
    api.steer,
    api.answers,
    api.queries,
    api.instalments,
    api.calls,
    api.reversals,
    api.credits,
    background.mailEvent,
  ];
  machine.startableBy(api.claims, background.lotToStart);
  machine.startableByItsOwn(tasks.HandToCollection);
  machine.steerableBy(...steerers);
  machine.superviseableBy(background.sweep);
};

/** The lists of what ought to run and of what waits for a person: the sweep keeps them, the API shows them. */
const openWorkLists = (store: Store, { api, background }: Functions): void => {
  store.writableBy(background.sweep, api.clarifications);
};

/** Everybody's permissions on the table and on the machine. */
export const letWork = (
  { store, machine }: Readonly<{ store: Store; machine: AslStateMachine }>,
  functions: Functions,
): void => {
  openStore(store, functions);
  openMachine(machine, functions);
  openWorkLists(store, functions);
};

/** Whose files lie under which prefix. */
export const openFiling = (filing: Filing, { tasks, api, background }: Functions): void => {
  const { handOverArrived, handOverGoesOn, bankStatementArrived, runPayout } = background;
  filing.writableBy('handover/*', handOverArrived, handOverGoesOn, api.uploads);
  filing.readableBy('handover/*', handOverArrived, handOverGoesOn, api.handOvers);
  filing.writableBy('bank/*', bankStatementArrived);
  filing.readableBy('bank/*', bankStatementArrived);
  filing.writableBy('letters/*', tasks.SendEmail, tasks.SendLetter);
  filing.writableBy('invoices/*', api.uploads);
  filing.searchableBy('invoices', tasks.SendEmail);
  filing.writableBy('payouts/*', runPayout);
  filing.searchableBy('payouts', runPayout);
  filing.readableBy('payouts/*', api.payouts);
};

/** Who sends mail: to debtors, to creditors, to our own people. */
export const mailersAmong = ({ tasks, api, background }: Functions): Handler[] => [
  tasks.SendEmail,
  background.handOverArrived,
  background.handOverGoesOn,
  background.bankStatementArrived,
  background.runPayout,
  background.reportQuality,
  api.answers,
  api.claims,
];
