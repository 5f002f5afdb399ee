import { HandOverId } from '../../../domain/ids.ts';
import {
  calledHandOver,
  checkCall,
  ClaimRefused,
  issuesOfCall,
  lacksContracts,
  lotOfCall,
  MOST_AT_ONCE,
  rowsOfCall,
} from '../../../domain/intake/called.ts';
import type { RowIssue } from '../../../domain/intake/check-file.ts';
import { HandOver } from '../../../domain/intake/hand-over.ts';
import type { JudgedRow } from '../../../domain/intake/judged.ts';
import { issueOf, type Cells } from '../../../domain/intake/reading.ts';
import type { Outcome } from '../../../domain/intake/tally.ts';
import { AKTE, aClaim, after, musterversand } from '../../support/akte.ts';

const issue = (n: number, ...of: Parameters<typeof issueOf>): RowIssue => ({ row: n, line: n, ...issueOf(...of) });
const WARNING = issue(1, 'contract.missing', 'subject', '', {});
const CONFLICT = issue(2, 'invoice.conflict', 'invoiceNumber', 'RE-2', { Akte: AKTE });
const row = (n: number, outcome: Outcome, ...issues: readonly RowIssue[]): JudgedRow => ({
  row: n,
  line: n,
  text: '',
  outcome,
  issues,
});
const JUDGED = [row(1, 'good', WARNING), row(2, 'rejected', CONFLICT)];
const FIRST_TRY = '2026-03-02T08:00:00.000Z';
const NOW = '2026-03-02T09:00:00.000Z';
const taken = (more: Partial<Parameters<typeof calledHandOver>[0]> = {}) =>
  calledHandOver({
    id: HandOverId.parse('h1'),
    creditor: musterversand.id,
    on: after(0),
    at: NOW,
    receivedAt: undefined,
    judged: JUDGED,
    accepted: [{ row: 1, akte: AKTE, claim: aClaim().id }],
    ...more,
  });

describe('a call', () => {
  const claims = (n: number): readonly Cells[] => Array.from({ length: n }, () => ({}));
  test('may bring a lot of claims, and no more', () => {
    expect(() => checkCall(claims(MOST_AT_ONCE))).not.toThrow();
    expect(() => checkCall(claims(MOST_AT_ONCE + 1))).toThrow(
      expect.objectContaining({ name: 'Rejected', code: 'claims.too-many', field: 'claims' }),
    );
  });
  test('is read as rows, counted from 1, and named by the fields of the body', () => {
    const cells = [{ invoiceNumber: 'RE-1' }, { invoiceNumber: 'RE-2' }];
    expect(rowsOfCall(cells)).toEqual([
      { row: 1, line: 1, text: '', cells: cells[0] },
      { row: 2, line: 2, text: '', cells: cells[1] },
    ]);
    const amounts = (['amount', 'paid', 'ownCosts'] as const).map((column) => issue(1, 'row.cells', column, '', {}));
    const named = issuesOfCall([...JUDGED, row(3, 'rejected', ...amounts)]).map(({ column }) => column);
    expect(named).toEqual(['subject', 'invoiceNumber', 'amountCents', 'paidCents', 'ownCostsCents']);
  });
});

describe('what stands of it in the Abgabehistorie', () => {
  test('is one hand-over without a file, counted, done at once', () => {
    expect(taken()).toEqual({
      id: 'h1',
      creditor: 'MUS',
      source: 'api',
      file: null,
      on: after(0),
      mode: 'good-rows',
      state: 'done',
      rows: 2,
      accepted: 1,
      rejected: 1,
      duplicates: 0,
      warnings: 1,
      codes: { 'contract.missing': 1, 'invoice.conflict': 1 },
      encoding: null,
      delimiter: null,
      problem: null,
      report: null,
      correction: null,
      claims: [`${AKTE}-F1`],
      startsPending: false,
      receivedAt: NOW,
      updatedAt: NOW,
      finishedAt: NOW,
    });
    expect(HandOver.safeParse(taken()).success).toBe(true);
  });
  test('came when its first try came', () => {
    expect(taken({ receivedAt: FIRST_TRY })).toMatchObject({ receivedAt: FIRST_TRY, updatedAt: NOW, finishedAt: NOW });
  });
  test('is one lot, started where there is nothing to start', () => {
    const { rows, accepted, rejected, duplicates, warnings, codes, claims } = taken();
    const counts = { n: 1, rows, accepted, rejected, duplicates, warnings, codes };
    expect(lotOfCall(taken(), [])).toEqual({ ...counts, claims, woken: [], started: false });
    expect(lotOfCall(taken({ accepted: [] }), [])).toEqual({ ...counts, claims: [], woken: [], started: true });
    expect(lotOfCall(taken({ accepted: [] }), [AKTE])).toEqual({
      ...counts,
      claims: [],
      woken: [AKTE],
      started: false,
    });
  });
});

test('a person is asked for contracts where something was taken that lacks them', () => {
  expect(lacksContracts(taken())).toBe(true);
  expect(lacksContracts(taken({ judged: [row(1, 'good')] }))).toBe(false);
  expect(lacksContracts(taken({ judged: [row(1, 'rejected', WARNING)] }))).toBe(false);
});

describe('the one claim of a call is refused', () => {
  test('with all reasons and their remedies, each by its code and field; what only warns is none', () => {
    const other = issue(1, 'row.cells', null, '', { Grund: 'x' });
    const refused = new ClaimRefused([WARNING, CONFLICT, issue(1, 'column.unknown', null, 'x', {}), other]);
    expect(refused).toMatchObject({
      name: 'Rejected',
      code: 'claim.refused',
      reasons: [
        { code: CONFLICT.code, message: `${CONFLICT.message} ${CONFLICT.mend}` },
        { field: null, code: 'row.cells' },
      ],
    });
    expect(refused.message).toBe(`${CONFLICT.message} ${CONFLICT.mend} ${other.message} ${other.mend}`);
  });
  test('without a reason it is refused all the same', () => {
    expect(new ClaimRefused([WARNING])).toMatchObject({ code: 'claim.refused', message: '' });
  });
});
