import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../../domain/calendar.ts';
import { checkRow } from '../../../domain/intake/check-row.ts';
import { cellsOf, ClaimBody } from '../../../domain/intake/from-api.ts';
import { Creditor } from '../../../domain/parties.ts';
import { ibanIsValid } from '../../../domain/references.ts';
import { checkRows, readWhole } from '../../support/lists.ts';

const examples = join(import.meta.dirname, '../../../examples');
const json = (file: string): unknown => JSON.parse(readFileSync(join(examples, file), 'utf8'));
const creditorIn = (file: string): Creditor =>
  Creditor.parse((json(join('creditors', file)) as { creditor: unknown }).creditor);
const TODAY = day('2026-03-02');
const check = async (file: string, creditor: string) => {
  const { rows } = await readWhole(readFileSync(join(examples, file)));
  const { good, issues } = checkRows(rows, creditorIn(creditor), TODAY);
  return { rows, good, bad: issues.filter((i) => i.severity === 'error').map((i) => i.code) };
};
const FILES: readonly [file: string, creditor: string, rows: number, good: number, bad: string[]][] = [
  ['musterversand.csv', 'musterversand.json', 35, 32, ['required.missing', 'amount.ambiguous', 'date.invalid']],
  ['musterversand-nachtrag.csv', 'musterversand.json', 5, 4, ['amount.not-positive']],
  ['stadtwerke.csv', 'stadtwerke.json', 29, 27, ['name.missing', 'currency.foreign']],
  ['musterversand-kurz.csv', 'musterversand.json', 11, 10, ['amount.ambiguous']],
  ['stadtwerke-kurz.csv', 'stadtwerke.json', 9, 8, ['name.missing']],
];

test.each(FILES)('%s for %s: %i rows, %i good', async (file, creditor, rows, good, bad) => {
  const checked = await check(file, creditor);
  expect([checked.rows.length, checked.good.length, checked.bad]).toEqual([rows, good, bad]);
});

test('the three lists together: 62 claims that are new, one known already, six bad rows of six kinds', async () => {
  const [first, later, works] = await Promise.all(FILES.slice(0, 3).map(([file, creditor]) => check(file, creditor)));
  const known = new Set(first?.good.map((g) => g.claim.invoiceNumber));
  const fresh = later?.good.filter((g) => !known.has(g.claim.invoiceNumber)) ?? [];
  expect([
    (first?.good.length ?? 0) + fresh.length + (works?.good.length ?? 0),
    (later?.good.length ?? 0) - fresh.length,
  ]).toEqual([62, 1]);
  expect(new Set([first, later, works].flatMap((list) => list?.bad))).toHaveProperty('size', 6);
});

test('most claims are overdue on 2 March 2026, and every umlaut is one', async () => {
  const good = (await Promise.all(FILES.slice(0, 3).map(([file, creditor]) => check(file, creditor)))).flatMap(
    (checked) => checked.good,
  );
  expect(good.filter((g) => g.claim.dueOn < TODAY).length / good.length).toBeGreaterThan(0.9);
  expect(JSON.stringify(good)).not.toMatch(/\uFFFD|Ã/);
  expect(good.some((g) => g.debtor.name === 'Käthe Größinger')).toBe(true);
});

test('the short lists are rows of the long ones', () => {
  for (const list of ['musterversand', 'stadtwerke']) {
    const long = new Set(readFileSync(join(examples, `${list}.csv`), 'latin1').split('\r\n'));
    for (const line of readFileSync(join(examples, `${list}-kurz.csv`), 'latin1').split('\r\n'))
      expect([line, long.has(line)]).toEqual([line, true]);
  }
});

test('every creditor is one, with a test account that checks; every claim body is one and is accepted', () => {
  for (const file of readdirSync(join(examples, 'creditors')))
    expect(ibanIsValid(creditorIn(file).account.iban)).toBe(true);
  for (const file of ['laedchen-claim-1.json', 'laedchen-claim-2.json'])
    expect(checkRow(cellsOf(ClaimBody.parse(json(file))), creditorIn('laedchen.json'), TODAY).ok).toBe(true);
});
