import { ClaimId, PaymentId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { Notice } from '../../../domain/letters/notice.ts';
import { creditClaim } from '../../../usecases/payments/credit-claim.ts';
import { reversePayment } from '../../../usecases/payments/reverse-payment.ts';
import { anAgencyAtWork, anInvoice } from '../../support/agency.ts';

type Agency = ReturnType<typeof anAgencyAtWork>;

/** RE-2 is credited in full after a letter that had asked for it. */
const creditedInFull = async (): Promise<Agency> => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 163.44), anInvoice(2, -20, 600));
  await agency.until(20);
  await creditClaim(agency.ports)({
    akte: agency.id,
    claim: ClaimId.parse('F2'),
    id: 'GS-1',
    amount: cents(600_00),
    on: agency.on(19),
    reason: 'x',
    by: 'client:MUS',
  });
  await agency.until(80);
  return agency;
};

/** RE-2 comes while the series runs, and is paid to the cent before anything has asked for it. */
const paidBeforeAsked = async (): Promise<Agency> => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 163.44));
  await agency.until(15);
  await agency.handIn(anInvoice(2, -60, 100));
  await agency.until(30);
  await agency.pay(100_00);
  await agency.until(60);
  return agency;
};

/** RE-1 with its costs is paid, RE-2 begins anew; then the payment of RE-1 is taken back. */
const takenBackOn = async (n: number): Promise<Agency> => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 163.44));
  await agency.until(12);
  await agency.pay(194_42);
  await agency.until(20);
  await agency.handIn(anInvoice(2, -3, 100));
  await agency.until(n);
  const payment = PaymentId.parse((await agency.akte()).payments[0]?.id);
  await reversePayment(agency.ports)({ akte: agency.id, payment, reason: 'x', by: 'system:bank' });
  await agency.until(70);
  return agency;
};

/** Between the mail of RE-2's 1. Mahnung and its letter. */
const takenBackBetween = (): Promise<Agency> => takenBackOn(33);

/** The letters that repeat a mail, each with it. */
const repeated = (agency: Agency): (readonly [mail: Notice, letter: Notice])[] =>
  agency.notices().flatMap((letter, n, all) => {
    if (!letter.reference.endsWith('-letter')) return [];
    const mail = all.slice(0, n).find((m) => m.reference === letter.reference.replace(/letter$/, 'email'));
    return mail ? [[mail, letter] as const] : [];
  });

const labels = (notice: Notice | undefined): string[] => notice?.positions.map((p) => p.label) ?? [];
/** What a message says of the height of the costs, now and later. */
const costsSaid = ({ opening, closing }: Notice): string[] =>
  [...opening, ...closing].flatMap((said) => said.match(/Inkassokosten (bei|sind von) [^.]*/g) ?? []);

describe('“Dieses Schreiben haben wir Ihnen auch per E-Mail geschickt”, and it was another one', () => {
  test.each([
    ['an invoice credited in full stood in the mail only', creditedInFull, 2],
    ['an invoice paid before it was asked for stood in the mail only', paidBeforeAsked, 2],
    ['an earlier series that was paid stood in the mail only, with its costs', takenBackBetween, 2],
  ])('%s', async (_, story, least) => {
    const pairs = repeated(await story());
    expect(pairs.length).toBeGreaterThanOrEqual(least);
    for (const [mail, letter] of pairs) {
      expect(letter.positions).toEqual(mail.positions);
      expect(letter.total).toBe(mail.total);
      expect(costsSaid(letter)).toEqual(costsSaid(mail));
    }
  });

  test('who reads post only learns of the credit note and of the payment', async () => {
    const credited = repeated(await creditedInFull()).find(([mail]) => mail.reference.includes('-2-'));
    expect(labels(credited?.[1])).toEqual(
      expect.arrayContaining(['Rechnung RE-2 vom 27.01.2026', 'Gutschrift GS-1 vom 21.03.2026']),
    );
    const paid = repeated(await paidBeforeAsked()).find(([mail]) => mail.reference.includes('-2-'));
    expect(labels(paid?.[1])).toEqual(
      expect.arrayContaining(['Rechnung RE-2 vom 18.12.2025', 'Zahlung vom 01.04.2026']),
    );
  });
});

test('a new series said “von 30,90 € auf 61,80 € gestiegen”: the costs of an earlier one that were paid stood in it', async () => {
  const agency = await takenBackBetween();
  const [reminder, mahnung] = agency.notices().filter((n) => /-M2-[01]-email$/.test(n.reference));
  expect(labels(reminder)).toEqual(['Rechnung RE-2 vom 13.02.2026']);
  expect(mahnung?.total).toBe(130_95);
  const said = [...(mahnung?.opening ?? []), ...(mahnung?.closing ?? [])].join(' ').replaceAll('\u00a0', ' ');
  expect(said).toContain('bleiben die Inkassokosten bei 30,90 €; danach sind es 55,62 €.');
  expect(said).not.toMatch(/gestiegen|61,80/);
});

test('that a payment was taken back was never said where a letter about another claim lay between', async () => {
  const agency = await takenBackBetween();
  await agency.until(100);
  const said = 'Die Zahlung vom 14.03.2026 über 194,42 € ist am 04.04.2026 zurückgebucht worden.';
  const telling = agency.notices().filter((n) => n.opening.join(' ').replaceAll('\u00a0', ' ').includes(said));
  expect(telling.map((n) => n.reference.replace(/^.*-M/, 'M'))).toEqual(['M2-2-email', 'M2-2-letter']);
});

describe('“weil sie nun auch zu der Rechnung RE-1 verlangt werden”, which had been charged for before it was paid', () => {
  const openingsOf = (agency: Agency, stage: string): string[] =>
    agency
      .notices()
      .filter((n) => n.reference.includes(stage))
      .map((n) => n.opening.join(' ').replaceAll('\u00a0', ' '));

  test('they are asked for again, beside those that go on', async () => {
    const said = openingsOf(await takenBackBetween(), '-M2-2-');
    expect(said).toHaveLength(2);
    for (const opening of said)
      expect(opening).toContain(
        'Die Inkassokosten sind von 30,90 € auf 111,24 € gestiegen, weil bis zum 20.04.2026 nicht alles bezahlt war (Nr. 2300 Anm. 2 VV RVG), und weil sie auch zu der Rechnung RE-1 wieder verlangt werden.',
      );
  });
  test('also where the last message had asked for none', async () => {
    const [said = ''] = openingsOf(await takenBackOn(27), '-M2-1-');
    expect(said).toContain(
      'Zuletzt waren keine Inkassokosten zu zahlen; jetzt sind es 86,52 €, weil sie auch zu der Rechnung RE-1 wieder verlangt werden, und weil sie nun auch zu der Rechnung RE-2 verlangt werden.',
    );
  });
});

test('what a series has asked for and was paid in it is told on, also where it came from another matter', async () => {
  const agency = anAgencyAtWork();
  await agency.handIn(anInvoice(1, -20, 163.44));
  await agency.until(87);
  await agency.handIn(anInvoice(2, -1, 100));
  await agency.until(100);
  await agency.pay(163_44, ClaimId.parse('F1'));
  await agency.until(160);
  const last = agency.notices().at(-1);
  expect(labels(last)).toEqual(expect.arrayContaining(['Rechnung RE-1 vom 27.01.2026', 'Zahlung vom 10.06.2026']));
});
