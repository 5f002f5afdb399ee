import type { Claim } from '../../../domain/akte/claim.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { ClaimId, HandOverId } from '../../../domain/ids.ts';
import type { CheckedRow } from '../../../domain/intake/check-file.ts';
import { invoiceOf, siftRows, type Arriving, type Sifted } from '../../../domain/intake/known-rows.ts';
import { cents } from '../../../domain/money.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { AKTE, aClaim, after, erika, opened } from '../../support/akte.ts';

const H2 = HandOverId.parse('h2');

const HAND_OVER: Arriving = { handOver: H2, on: after(12), by: 'client:MUS' };
const F1 = ClaimId.parse('F1');
type Change = Readonly<{ debtor?: Partial<Debtor>; claim?: Partial<Claim> }>;
const row = (n: number, { debtor = {}, claim: change = {} }: Change = {}): CheckedRow => {
  const { id: _, matter: __, ...claim } = aClaim(n, change);
  return { row: n, line: n + 1, debtor: { ...erika, ...debtor }, claim };
};
/** A claim of whose contract nothing was told. */
const bare = (more: Partial<Claim> = {}): Claim => {
  const { subject: _, contractDate: __, ...claim } = aClaim(1);
  return { ...claim, ...more };
};
const CLOSED: Fact = { kind: 'closed', on: after(5), by: 'client:MUS', reason: 'Verzicht' };

/** What one Akte knows of rows; it has the invoice RE-1. */
const sifted = (facts: readonly Fact[], ...rows: readonly CheckedRow[]): Sifted => {
  const akte = fold(AKTE, [facts]);
  const invoices = akte.claims.map((claim) => invoiceOf({ ...row(1), claim }));
  return siftRows(rows, (invoice) => (invoices.includes(invoice) ? akte : undefined), HAND_OVER);
};
/** The code with which the row comes back, and whether it completes what is there. */
const told = (facts: readonly Fact[], of: CheckedRow) => {
  const { fresh, ours, refused, completing } = sifted(facts, of);
  expect([fresh, ours]).toEqual([[], []]);
  expect(refused).toMatchObject([{ row: of.row, line: of.line }]);
  if (completing.length > 0) expect(completing).toEqual([{ row: of, akte: AKTE, claim: F1 }]);
  return [refused[0]?.code, completing.length > 0];
};
const CASE = opened(erika, aClaim());

describe('a row', () => {
  test('is fresh where no Akte has its invoice', () => {
    const all = [row(2), row(3)];
    expect(sifted(CASE, ...all)).toEqual({ fresh: all, ours: [], completing: [], refused: [] });
  });
  test('is fresh where the Akte that is named for its invoice has no such claim', () => {
    const akte = fold(AKTE, [CASE]);
    expect(siftRows([row(2)], () => akte, HAND_OVER).fresh).toEqual([row(2)]);
  });
  test('is ours where an earlier try of the same hand-over brought it, whatever it says', () => {
    const [first, handedOver] = CASE;
    if (first?.kind !== 'opened' || handedOver?.kind !== 'handedOver') throw new Error('an Akte is opened first');
    const tried = [first, { ...handedOver, handOver: H2 }];
    expect(sifted(tried, row(1, { claim: { principal: cents(1) } }))).toEqual({
      fresh: [],
      ours: [{ row: 1, akte: AKTE, claim: F1 }],
      completing: [],
      refused: [],
    });
  });
  test('is told from the others: each in its place', () => {
    const { fresh, refused } = sifted(CASE, row(2), row(1), row(3));
    expect(fresh.map((r) => r.row)).toEqual([2, 3]);
    expect(refused.map((issue) => issue.row)).toEqual([1]);
  });
});

describe('an invoice that is there already', () => {
  test('comes back as a duplicate, and says in which Akte it is', () => {
    expect(told(CASE, row(1))).toEqual(['invoice.duplicate', false]);
    const [issue] = sifted(CASE, row(1)).refused;
    expect(issue).toMatchObject({ column: 'invoiceNumber', value: 'RE-1', severity: 'duplicate' });
    expect(issue?.message).toContain(`(Akte ${AKTE})`);
  });
  test('comes back as a conflict with other figures, or under another customer number', () => {
    expect(told(CASE, row(1, { claim: { principal: cents(1) } }))).toEqual(['invoice.conflict', false]);
    expect(told(CASE, row(1, { debtor: { customerNumber: 'K-2' } }))).toEqual(['invoice.conflict', false]);
  });
  test('comes back where its Akte is closed; other figures are said first', () => {
    expect(told([...CASE, CLOSED], row(1))).toEqual(['customer.closed', false]);
    expect(told([...CASE, CLOSED], row(1, { claim: { principal: cents(1) } }))).toEqual(['invoice.conflict', false]);
  });
  test('comes back where it names another person; a closed Akte is said first', () => {
    const other = row(1, { debtor: { name: 'Max Beispiel' } });
    expect(told(CASE, other)).toEqual(['customer.other-person', false]);
    expect(told([...CASE, CLOSED], other)).toEqual(['customer.closed', false]);
  });
  test('brings news of its debtor', () => {
    const news = row(1, { debtor: { email: 'neu@example.com' } });
    expect(told(CASE, news)).toEqual(['invoice.contact', true]);
  });
});

describe('what was missing of its contract', () => {
  const { subject, contractDate } = aClaim(1);
  const BARE = opened(erika, bare());
  const given = (claim: ClaimId, handOver?: HandOverId): Fact => ({
    kind: 'particularsGiven',
    claim,
    on: after(12),
    by: 'client:MUS',
    subject,
    contractDate,
    ...(handOver === undefined ? {} : { handOver }),
  });
  test('is completed', () => {
    expect(told(BARE, row(1))).toEqual(['invoice.completed', true]);
  });
  test('is completed in part: what is missing still is named', () => {
    const partly = row(1, { claim: { contractDate: undefined } });
    expect(told(BARE, partly)).toEqual(['invoice.partly-completed', true]);
    expect(sifted(BARE, partly).refused[0]?.message).toContain('es fehlt aber noch: Vertragsdatum.');
  });
  test('counts with what was given before', () => {
    const half = opened(erika, bare({ subject }));
    expect(told(half, row(1, { claim: { subject: undefined } }))).toEqual(['invoice.completed', true]);
  });
  test('need not be told of a company: whatever the row says completes it', () => {
    const company = { kind: 'business', name: 'Beispiel GmbH', lastName: undefined, salutation: undefined } as const;
    const facts = opened({ ...erika, ...company }, bare());
    const partly = row(1, { debtor: company, claim: { contractDate: undefined } });
    expect(told(facts, partly)).toEqual(['invoice.completed', true]);
  });
  test('was completed by an earlier try of the same hand-over: the row is still the one that did', () => {
    expect(told([...BARE, given(F1, H2)], row(1))).toEqual(['invoice.completed', true]);
    expect(told([...BARE, given(F1, HandOverId.parse('h1'))], row(1))).toEqual(['invoice.duplicate', false]);
    expect(told([...BARE, given(F1)], row(1))).toEqual(['invoice.duplicate', false]);
  });
});
