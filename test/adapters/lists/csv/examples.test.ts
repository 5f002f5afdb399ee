import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../../../../domain/calendar.ts';
import { checkRow } from '../../../../domain/intake/check-row.ts';
import { cellsOf, ClaimBody } from '../../../../domain/intake/from-api.ts';
import { Creditor } from '../../../../domain/parties/parties.ts';
import { ibanIsValid } from '../../../../domain/akte/references.ts';
import { checkRows, readWhole } from '../../../support/lists.ts';

const examples = join(import.meta.dirname, '../../../../examples');
const json = (file: string): unknown => JSON.parse(readFileSync(join(examples, file), 'utf8'));
const creditorIn = (file: string): Creditor =>
  Creditor.parse((json(join('creditors', file)) as { creditor: unknown }).creditor);
const TODAY = day('2026-03-02');
const check = async (file: string, creditor: string) => {
  const { rows } = await readWhole(readFileSync(join(examples, file)));
  const { good, issues } = checkRows(rows, creditorIn(creditor), TODAY);
  return { rows, good, bad: issues.filter((i) => i.severity === 'error').map((i) => i.code) };
};
type Example = Readonly<{ file: string; creditor: string; rows: number; good: number; bad: string[] }>;
const FILES: readonly Example[] = [
  {
    file: 'musterversand.csv',
    creditor: 'musterversand.json',
    rows: 35,
    good: 32,
    bad: ['required.missing', 'amount.ambiguous', 'date.invalid'],
  },
  {
    file: 'musterversand-nachtrag.csv',
    creditor: 'musterversand.json',
    rows: 5,
    good: 4,
    bad: ['amount.not-positive'],
  },
  {
    file: 'stadtwerke.csv',
    creditor: 'stadtwerke.json',
    rows: 29,
    good: 27,
    bad: ['name.missing', 'currency.foreign'],
  },
  { file: 'musterversand-kurz.csv', creditor: 'musterversand.json', rows: 11, good: 10, bad: ['amount.ambiguous'] },
  { file: 'stadtwerke-kurz.csv', creditor: 'stadtwerke.json', rows: 9, good: 8, bad: ['name.missing'] },
];

test.each(FILES)('$file for $creditor: $rows rows, $good good', async ({ file, creditor, rows, good, bad }) => {
  const checked = await check(file, creditor);
  expect([checked.rows.length, checked.good.length, checked.bad]).toEqual([rows, good, bad]);
});

test('the three lists together: 62 claims that are new, one known already, six bad rows of six kinds', async () => {
  const [first, later, works] = await Promise.all(FILES.slice(0, 3).map(({ file, creditor }) => check(file, creditor)));
  const known = new Set(first?.good.map((g) => g.claim.invoiceNumber));
  const fresh = later?.good.filter((g) => !known.has(g.claim.invoiceNumber)) ?? [];
  expect([
    (first?.good.length ?? 0) + fresh.length + (works?.good.length ?? 0),
    (later?.good.length ?? 0) - fresh.length,
  ]).toEqual([62, 1]);
  expect(new Set([first, later, works].flatMap((list) => list?.bad))).toHaveProperty('size', 6);
});

test('most claims are overdue on 2 March 2026, and every umlaut is one', async () => {
  const good = (await Promise.all(FILES.slice(0, 3).map(({ file, creditor }) => check(file, creditor)))).flatMap(
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
