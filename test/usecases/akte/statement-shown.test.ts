import { accountOf } from '../../../domain/account/account.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { MatterId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { StatementLine } from '../../../domain/statement/lines.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { statementShown } from '../../../usecases/akte/statement-shown.ts';
import { AKTE, aClaim, after, demandedTwice, erika, opened } from '../../support/akte.ts';

const akte = fold(AKTE, [
  opened(erika, aClaim(1), aClaim(2)),
  demandedTwice(MatterId.parse('M1'), cents(240_00)),
  [
    {
      kind: 'paid',
      id: PaymentId.parse('bank:1'),
      amount: cents(300_00),
      valueDate: after(20),
      bookedOn: after(20),
      via: 'agency',
      source: 'x',
    },
  ],
]);
const statement = statementOf(akte, accountOf(akte, after(40)));
const shown = statementShown(akte, statement);
type Shown = (typeof shown)['sections'][number]['lines'][number];
const amounts = (lines: readonly StatementLine[]): unknown[] => lines.map((l) => [l.id, l.amount, amounts(l.lines)]);
const inCents = (lines: readonly Shown[]): unknown[] => lines.map((l) => [l.id, l.amountCents, inCents(l.lines)]);

test('every line keeps its amount, also those that explain another', () => {
  expect(shown.sections.map((s) => [s.id, s.sumCents, inCents(s.lines)])).toEqual(
    statement.sections.map((s) => [s.id, s.sum, amounts(s.lines)]),
  );
  expect(shown.sections.flatMap((s) => s.lines).some((line) => line.lines.length > 0)).toBe(true);
});

test('the balance and what was paid too much are called what they are, and the Akte is named', () => {
  expect(shown).toMatchObject({
    akte: AKTE,
    totalCents: statement.total,
    overpaidCents: statement.overpaid,
    asOf: after(40),
  });
  expect(statement.overpaid).toBeGreaterThan(0);
});

test('no amount goes out under a name that leaves its unit open', () => {
  const names = new Set<string>();
  JSON.stringify(shown, (name, value: unknown) => {
    names.add(name);
    return value;
  });
  for (const bare of ['amount', 'sum', 'total', 'overpaid']) expect(names).not.toContain(bare);
});
