import { readFileSync } from 'node:fs';
import { dynamoProposals } from '../../adapters/dynamodb/proposals.ts';
import { dynamoBankLines } from '../../adapters/dynamodb/stores.ts';
import { dynamoSuggestions } from '../../adapters/dynamodb/suggestions.ts';
import type { RouteName } from '../../contracts/api.ts';
import { BankLineId, bookingIdOf } from '../../domain/account/bank.ts';
import { byOperator } from '../../domain/actor.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { decideProposing } from '../../domain/approval/decide-proposal.ts';
import { plusDays } from '../../domain/calendar.ts';
import { ClaimId, PaymentId, QueryId } from '../../domain/ids.ts';
import { cents } from '../../domain/money.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { pairOf, suggestionId } from '../../domain/similar/similar-debtors.ts';
import { musterversand } from '../support/akte.ts';
import { freshAkte } from '../support/similar-contracts.ts';
import { TODAY, type Asking, type Desk } from './a-desk.ts';

/** For each route that does something, a call that is right, and before it what must be there. */
const example = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${file}`, import.meta.url), 'utf8'));
const MUS = CreditorId.parse('MUS');
const BY = { on: TODAY, by: byOperator('Frau Sommer'), reason: 'x' } as const;
const IN_A_WEEK = plusDays(TODAY, 7);
const paid = (amount: number): Fact => ({
  kind: 'paid',
  id: PaymentId.parse('bank:1'),
  amount: cents(amount),
  valueDate: TODAY,
  bookedOn: TODAY,
  via: 'agency',
  source: 's',
});

/** Tells one thing from the next. */
let n = 0;
/** What is asked under a key; before it what must be there. */
type Case = (desk: Desk) => Promise<Pick<Asking, 'path' | 'body' | 'match'>>;
/** A call about an Akte to which this has happened. */
const about =
  (body: unknown, ...facts: readonly Fact[]): Case =>
  async (desk) => ({ path: { akte: await desk.anAkte(...facts) }, body });
const steered = about({ reason: 'x' });
/** Another account of a creditor waits for a second person. */
const proposed =
  (body: unknown): Case =>
  async (desk) => {
    const proposals = dynamoProposals(desk.dynamo);
    const what = {
      kind: 'account',
      creditor: MUS,
      from: musterversand.account,
      to: { ...musterversand.account, holder: 'Muster' },
      tellTo: [musterversand.email],
    } as const;
    const doing = { by: byOperator('Frau Sommer'), on: TODAY, at: `${TODAY}T08:00:00.000Z` };
    const proposal = decideProposing(what, doing, await proposals.last(MUS, 'account'));
    await proposals.write({ proposal, mandate: null });
    return { path: { proposal: proposal.id }, body };
  };
/** A way into the API that was made, and then this was done with it. */
const accessed =
  (body: unknown, ...before: readonly Pick<Asking, 'name' | 'body'>[]): Case =>
  async (desk) => {
    const path = { creditor: MUS, purpose: `erp-${++n}` };
    await desk.ask({ name: 'accesses.make', path, body: { purpose: path.purpose } });
    for (const asking of before) await desk.ask({ ...asking, path });
    return { path, body };
  };
const bankLine: Case = async (desk) => {
  const id = BankLineId.parse(`${String(++n).padStart(16, '0')}.1`);
  await dynamoBankLines(desk.dynamo).keep({
    id,
    account: 'DE02120300000000202051',
    bookedOn: TODAY,
    valueDate: TODAY,
    amount: cents(50_00),
    remittance: '',
    reversal: false,
  });
  const body = { line: bookingIdOf(id), amountCents: 50_00, valueDate: TODAY };
  return { path: { akte: await desk.anAkte() }, body };
};
const instalments: Case = async (desk) => {
  const path = { akte: await desk.anAkte() };
  const wish = { rateCents: 30_00, first: IN_A_WEEK };
  const { offer } = (await desk.ask({ name: 'instalments.agree', path, body: wish })).body as {
    offer: { totalCents: number };
  };
  return { path, body: { ...wish, totalCents: offer.totalCents } };
};
const suggestion: Case = async (desk) => {
  const akten = pairOf(freshAkte(), freshAkte());
  const id = suggestionId(akten);
  await dynamoSuggestions(desk.dynamo).put(MUS, { id, akten, score: 70, reasons: ['x'], on: TODAY, decision: null });
  return { path: { creditor: MUS, id }, body: { decision: 'same' } };
};
/** The version of the mandate that stands. */
const standing = async (desk: Desk): Promise<number> =>
  Number((await desk.ask({ name: 'creditors.read', path: { creditor: MUS } })).body['version']);
const CLAIM = {
  customerNumber: 'K-17',
  invoiceDate: '2026-01-15',
  dueDate: '2026-01-29',
  amountCents: 12_345,
  name: 'Erika Beispiel',
  kind: 'privat',
  street: 'Musterweg 5',
  postalCode: '44135',
  city: 'Dortmund',
  email: 'erika@example.com',
  subject: 'Schuhe',
  contractDate: '2026-01-10',
};
const INVITED = { name: 'mus-winter', email: 'w@example.com', role: 'editor' };

const CASES: Readonly<Partial<Record<RouteName, Case>>> = {
  'uploads.permit': async () => ({ body: { format: 'csv' } }),
  'claims.submit': async () => ({ body: { ...CLAIM, invoiceNumber: `RE-2026-${++n}` } }),
  'payments.record': async (desk) => ({
    path: { claim: `${await desk.anAkte()}-F1` },
    body: { amountCents: 500, valueDate: TODAY },
  }),
  'payments.assign': bankLine,
  'payments.reverse': about({ payment: 'bank:1', reason: 'x' }, paid(5_00)),
  'payments.refund': about({ amountCents: 5_00 }, paid(900_00)),
  'payments.credit': about({ claim: 'F1', id: 'GS-17', amountCents: 100, on: TODAY, reason: 'x' }),
  'steering.pause': about({ reason: 'x', until: IN_A_WEEK }),
  'steering.resume': about({ reason: 'x' }, { kind: 'held', ground: 'paused', ...BY }),
  'steering.close': steered,
  'steering.reopen': about({ reason: 'x' }, { kind: 'closed', ...BY }),
  'steering.waive': steered,
  'steering.skip': about({ reason: 'x', stage: 3 }),
  'steering.trace': steered,
  'steering.untraceable': about({ reason: 'x' }, { kind: 'tracingOrdered', ...BY }),
  'steering.clarify': about({ reason: 'x' }, { kind: 'trouble', claim: ClaimId.parse('F1'), on: TODAY, reason: 'x' }),
  'answers.note': about({ answer: { kind: 'dispute', reason: 'defective', note: 'x' } }),
  'queries.answer': async (desk) => ({
    path: {
      akte: await desk.anAkte({
        kind: 'asked',
        id: QueryId.parse('Q1'),
        on: TODAY,
        by: BY.by,
        question: 'x',
        answerBy: IN_A_WEEK,
      }),
      query: 'Q1',
    },
    body: { answer: 'Ja' },
  }),
  'instalments.agree': instalments,
  'calls.note': about({ matter: 'M1', stage: 1, made: { part: 'morning', outcome: 'reached', note: 'x' } }),
  'creditors.save': async (desk) => ({
    body: { creditor: { ...musterversand, email: `neu-${++n}@example.com` } },
    match: await standing(desk),
  }),
  'procedures.save': async () => ({ body: { procedure: example('stadtwerke.procedure.json') } }),
  'proposals.refuse': proposed({ reason: 'x' }),
  'proposals.approve': proposed({}),
  'accesses.make': async () => ({ path: { creditor: MUS }, body: { purpose: 'kasse' } }),
  'accesses.renew': accessed({ days: 30 }),
  'accesses.settle': accessed({ keep: 'new' }, { name: 'accesses.renew', body: { days: 30 } }),
  'accesses.revoke': accessed({}),
  'persons.invite': async () => ({ path: { creditor: MUS }, body: INVITED }),
  'persons.revoke': async () => ({ path: { creditor: MUS, name: INVITED.name } }),
  'team.revoke': async () => ({ path: { name: 'winter' } }),
  'team.readmit': async () => ({ path: { name: 'winter' } }),
  'failures.again': async () => ({ path: { source: 'bank' }, body: { most: 3 } }),
  'suggestions.decide': suggestion,
};
/** A case of a route that does something. */
export const caseOf = (name: RouteName): Case =>
  CASES[name] ?? (() => Promise.reject(new Error(`${name} has no case`)));
