import { plusDays } from '../../../domain/calendar.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { opening } from '../../../domain/letters/tone.ts';
import type { Notice } from '../../../domain/letters/notice.ts';
import { STANDARD_NO_PHASE_1 } from '../../../domain/procedure/shipped-procedures.ts';
import { anAgencyAtWork, anInvoice } from '../../support/agency.ts';
import { afterSending, anAkte, letterOn, partOf } from '../../support/letters.ts';
import { claim, facts } from '../../support/notices.ts';

/** Every letter of an Akte whose first invoice stands before the court decision when a second one comes. */
const lettersOfASecondSeries = async (): Promise<Notice[]> => {
  const agency = anAgencyAtWork();
  const letters: Notice[] = [];
  const { press } = agency.ports.paper;
  const { mail } = press;
  press.mail = (notice, ...more) => {
    letters.push(notice);
    return mail(notice, ...more);
  };
  await agency.handIn(anInvoice(1, -20, 163.44));
  await agency.until(87);
  await agency.handIn(anInvoice(2, -1, 100));
  await agency.until(110);
  return letters.filter((n) => n.date >= plusDays(agency.on(0), 85));
};

describe('a second series that also asks for what was dunned in the first', () => {
  test('“bleibt eine Rechnung leicht einmal liegen” was said of an invoice after its last Mahnung; a reminder that asked 55,62 € of costs was “kostenlos”', async () => {
    const [reminder, mahnung] = await lettersOfASecondSeries();
    if (!reminder || !mahnung) throw new Error('no second series');
    expect(reminder.subject).toMatch(/^Zahlungserinnerung/);
    expect(reminder.positions.map((p) => p.label)).toContain('Inkassokosten');
    expect(reminder.opening[0]).toMatch(
      /haben wir Sie bereits angeschrieben\. Neu ist die Rechnung RE-2 vom .*; an ihre Zahlung möchten wir Sie freundlich erinnern\./,
    );
    expect(mahnung.subject).toMatch(/^1\. Mahnung/);
    expect(partOf(mahnung, 'Inkassokosten')).toContain('Entstehungsgrund');
    expect(partOf(mahnung, 'Inkassokosten')).not.toContain('kostenlos');
    expect(mahnung.opening[0]).toContain('bereits angeschrieben');
  });
  test('where nothing in it is new, nothing is said to be; a creditor says it in its own name', () => {
    const again = { stage: 0 as const, claims: [claim(1)], dunnedBefore: [claim(1)] };
    expect(opening(facts(again))[0]).toBe(
      'im Auftrag von Musterladen GmbH haben wir Sie bereits angeschrieben. Der Betrag ist weiterhin nicht vollständig eingegangen.',
    );
    expect(opening(facts({ ...again, claims: [claim(1), claim(2), claim(3)], sender: 'creditor' }))[0]).toMatch(
      /^wir haben Sie bereits angeschrieben\. Neu sind die Rechnungen RE-2026-0002 vom 12\.01\.2026, RE-2026-0003 vom 12\.01\.2026; an ihre Zahlung/,
    );
  });
});

test('a 1st Mahnung that claimed nothing yet was free, though its level may claim a fee', () => {
  const procedure = STANDARD_NO_PHASE_1;
  const second = letterOn(afterSending(anAkte(), 1, '2026-03-02', { procedure }), 2, '2026-03-26', { procedure });
  expect(partOf(second, 'Inkassokosten')).toContain('Unser Schreiben „1. Mahnung“ vom 02.03.2026 war kostenlos.');
});

test('the letter that repeats the first mail of a matter says who writes, not that a reminder went before', () => {
  const procedure = STANDARD_NO_PHASE_1;
  const mailed = afterSending(anAkte(), 1, '2026-03-02', { procedure });
  const letter = letterOn(mailed, 1, '2026-03-10', { procedure, channel: 'letter' });
  expect(letter.opening[0]).toMatch(/^Musterversand GmbH hat Rheinbogen Inkasso GmbH beauftragt/);
  expect(composeNotice(facts({ introduces: false })).opening[0]).toContain('bereits an eine offene Zahlung erinnert');
});
