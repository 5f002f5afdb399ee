import { firstDayOf, REACHES, rehearse } from '../../../domain/lint/rehearsal.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { RECEIVABLES, STANDARD } from '../../../domain/procedure/shipped-procedures.ts';

const told = (procedure: Procedure, n: number): string[] => {
  const { done, lasts } = rehearse(procedure, REACHES[n]!);
  return [...done.map((d) => `${d.day} ${d.channel ?? d.act} ${d.stage}`), `${lasts} over`];
};

test('a run is rehearsed with everybody it may meet', () => {
  expect(REACHES.map((r) => [r.words, r.email, r.phone])).toEqual([
    ['mit E-Mail und Telefon', true, true],
    ['ohne E-Mail', false, true],
    ['ohne Telefon', true, false],
    ['nur mit Anschrift', false, false],
  ]);
});
test('Standard, day by day: with e-mail and telephone nobody answers, and the text after the calls comes the day before the next stage', () => {
  expect(told(STANDARD, 0)).toEqual([
    '0 email 0',
    ...[10, 34, 58].flatMap((day, i) => [
      `${day} email ${i + 1}`,
      `${day} sms ${i + 1}`,
      `${day + 8} letter ${i + 1}`,
      `${day + 10} Telefoninkasso eröffnen ${i + 1}`,
      `${day + 23} sms ${i + 1}`,
    ]),
    '82 over',
  ]);
});
test('without e-mail by post, without a telephone by letter alone', () => {
  expect(told(STANDARD, 1)).toEqual([
    '0 letter 0',
    ...[11, 35, 59].flatMap((day, i) => [
      `${day} letter ${i + 1}`,
      `${day} sms ${i + 1}`,
      `${day + 10} Telefoninkasso eröffnen ${i + 1}`,
      `${day + 23} sms ${i + 1}`,
    ]),
    '83 over',
  ]);
  expect(told(STANDARD, 2)).toEqual([
    '0 email 0',
    '10 email 1',
    '18 letter 1',
    '27 email 2',
    '35 letter 2',
    '44 email 3',
    '52 letter 3',
    '61 over',
  ]);
  expect(told(STANDARD, 3)).toEqual(['0 letter 0', '11 letter 1', '27 letter 2', '43 letter 3', '59 over']);
});
test('where no text follows the calls there is none', () => {
  const silent = Procedure.parse({
    ...STANDARD,
    levels: STANDARD.levels.map((l) => ({ ...l, phone: l.phone && { afterDays: 10, days: 14 } })),
  });
  expect(told(silent, 0).filter((d) => d.includes('sms'))).toEqual(['10 sms 1', '34 sms 2', '58 sms 3']);
});
test("the creditor's own run counts from the invoice and ends with the hand-over", () => {
  expect(told(RECEIVABLES, 0)).toEqual(['21 email 0', '35 email 1', '49 letter 2', '63 over']);
});
test('the first day of a stage is that of its first message', () => {
  const of = rehearse(STANDARD, REACHES[0]!);
  expect(([0, 1, 2, 3, 4] as const).map((stage) => firstDayOf(of, stage))).toEqual([0, 10, 34, 58, null]);
});
