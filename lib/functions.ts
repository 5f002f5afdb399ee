import type { Construct } from 'constructs';
import { Handler } from './constructs/handler.ts';
import { API_FILES, type ApiName } from './routes.ts';

/** The tasks of the state machine; the compiler compares them with its contract. */
const taskFunctions = (scope: Construct) => ({
  Decide: new Handler(scope, 'Decide', 'tasks/decide.ts'),
  SendEmail: new Handler(scope, 'SendEmail', 'tasks/send-email.ts', { memory: 1024 }),
  SendSms: new Handler(scope, 'SendSms', 'tasks/send-sms.ts'),
  SendLetter: new Handler(scope, 'SendLetter', 'tasks/send-letter.ts', { memory: 1024, seconds: 60 }),
  OpenCalls: new Handler(scope, 'OpenCalls', 'tasks/open-calls.ts'),
  PresentToCourt: new Handler(scope, 'PresentToCourt', 'tasks/present-to-court.ts'),
  ReportTrouble: new Handler(scope, 'ReportTrouble', 'tasks/report-trouble.ts'),
  HandToCollection: new Handler(scope, 'HandToCollection', 'tasks/hand-to-collection.ts'),
});

/** What answers the routes of the API. */
const apiFunctions = (scope: Construct): Readonly<Record<ApiName, Handler>> => ({
  uploads: new Handler(scope, 'Uploads', API_FILES.uploads),
  handOvers: new Handler(scope, 'HandOvers', API_FILES.handOvers),
  claims: new Handler(scope, 'Claims', API_FILES.claims),
  akten: new Handler(scope, 'Akten', API_FILES.akten),
  chains: new Handler(scope, 'Chains', API_FILES.chains),
  payments: new Handler(scope, 'Payments', API_FILES.payments),
  payouts: new Handler(scope, 'Payouts', API_FILES.payouts),
  steer: new Handler(scope, 'Steer', API_FILES.steer),
  reversals: new Handler(scope, 'Reversals', API_FILES.reversals),
  credits: new Handler(scope, 'Credits', API_FILES.credits),
  refunds: new Handler(scope, 'Refunds', API_FILES.refunds),
  bankLines: new Handler(scope, 'BankLines', API_FILES.bankLines),
  creditors: new Handler(scope, 'Creditors', API_FILES.creditors),
  suggestions: new Handler(scope, 'Suggestions', API_FILES.suggestions),
  answers: new Handler(scope, 'Answers', API_FILES.answers),
  queries: new Handler(scope, 'Queries', API_FILES.queries),
  instalments: new Handler(scope, 'Instalments', API_FILES.instalments),
  calls: new Handler(scope, 'Calls', API_FILES.calls),
  procedures: new Handler(scope, 'Procedures', API_FILES.procedures),
  clarifications: new Handler(scope, 'Clarifications', API_FILES.clarifications),
  failures: new Handler(scope, 'Failed', API_FILES.failures),
  accesses: new Handler(scope, 'Accesses', API_FILES.accesses),
});

/** What runs while nobody waits for it: on files and mails that arrive, on queues, by the clock. */
const backgroundFunctions = (scope: Construct) => ({
  handOverArrived: new Handler(scope, 'HandOverArrived', 'events/hand-over-arrived.ts', { memory: 1769, seconds: 900 }),
  handOverGoesOn: new Handler(scope, 'HandOverGoesOn', 'events/hand-over-goes-on.ts', { memory: 1769, seconds: 900 }),
  lotToStart: new Handler(scope, 'LotToStart', 'events/lot-to-start.ts', { seconds: 300 }),
  reconcile: new Handler(scope, 'ReconcileHandOvers', 'schedules/reconcile-hand-overs.ts', { seconds: 300 }),
  bankStatementArrived: new Handler(scope, 'BankStatementArrived', 'events/bank-statement-arrived.ts', {
    memory: 1024,
    seconds: 900,
  }),
  mailEvent: new Handler(scope, 'MailEvent', 'events/mail-event.ts'),
  runPayout: new Handler(scope, 'RunPayout', 'schedules/run-payout.ts', { memory: 1769, seconds: 900 }),
  findSimilar: new Handler(scope, 'FindSimilar', 'schedules/find-similar.ts', { memory: 1769, seconds: 900 }),
  reportQuality: new Handler(scope, 'ReportQuality', 'schedules/report-quality.ts', { seconds: 300 }),
  checkLaw: new Handler(scope, 'CheckLaw', 'schedules/check-law.ts'),
  sweep: new Handler(scope, 'Sweep', 'schedules/sweep.ts', { memory: 1769, seconds: 900 }),
});

/** Everything that runs, by who calls it. */
export type Functions = Readonly<{
  tasks: ReturnType<typeof taskFunctions>;
  api: ReturnType<typeof apiFunctions>;
  background: ReturnType<typeof backgroundFunctions>;
}>;
export const functionsIn = (scope: Construct): Functions => ({
  tasks: taskFunctions(scope),
  api: apiFunctions(scope),
  background: backgroundFunctions(scope),
});
