import { fileCheck } from '../../../../domain/intake/check-file.ts';
import { creditor, TODAY } from '../../../domain/intake/rows.ts';
import { readWhole } from '../../../support/lists.ts';

const HEAD = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Betrag;Name;E-Mail';
const ROW = '05.01.2026;1,00;Erika Beispiel;erika@example.com';
const judged = async (heading: string, ...words: readonly string[]) => {
  const rows = words.map((word, i) => `K-${i};RE-${i};${ROW};${word}`);
  const list = await readWhole(Buffer.from([`${HEAD};${heading}`, ...rows].join('\r\n')));
  const { check } = fileCheck(creditor(), TODAY, { rows: rows.length });
  return list.rows.map((row) => check(row).outcome);
};

test.each(['Typ', 'Kz', 'Info', ''])(
  'in a column „%s“ that nobody knows, a word that says it all still decides the row',
  async (heading) => {
    expect(await judged(heading, 'Rechnung', 'Gutschrift', 'bezahlt', 'Nicht mahnen!', 'Filiale Nord')).toEqual([
      'good',
      'rejected',
      'rejected',
      'rejected',
      'good',
    ]);
  },
);
test('a column of the credit side with an amount is what was paid, and without a debit there is no claim', async () => {
  const head = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Name;E-Mail;Soll;Haben';
  const row = (n: number, soll: string, haben: string): string =>
    `K-${n};RE-${n};05.01.2026;Erika Beispiel;erika@example.com;${soll};${haben}`;
  const rows = [head, row(1, '100,00', ''), row(2, '', '40,00'), row(3, '100,00', '40,00')];
  const list = await readWhole(Buffer.from(rows.join('\n')));
  const { check } = fileCheck(creditor(), TODAY, { rows: 3 });
  const verdicts = list.rows.map(check);
  expect(verdicts.map((v) => (v.outcome === 'good' ? v.claim.principal : v.outcome))).toEqual([
    10000,
    'rejected',
    6000,
  ]);
});
