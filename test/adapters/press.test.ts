import { press } from '../../adapters/press.ts';
import { composeNotice } from '../../domain/letters/compose.ts';
import { facts, payoutLine, statement } from '../support/notices.ts';

test('letter and statement come as PDF, the mail in both forms, the bookings as a list', async () => {
  const notice = composeNotice(facts());
  const of = statement([payoutLine(1)]);
  const isPdf = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes.slice(0, 5)) === '%PDF-';
  expect([isPdf(await press.letter(notice)), isPdf(await press.statement(of))]).toEqual([true, true]);
  const { subject, text, html } = press.mail(notice);
  expect([subject, text.includes(notice.salutation), html.includes(notice.salutation)]).toEqual([
    notice.subject,
    true,
    true,
  ]);
  expect(press.statementCsv(of)).toContain(payoutLine(1).debtorName);
});
