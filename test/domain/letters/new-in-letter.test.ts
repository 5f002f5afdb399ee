import type { Stage } from '../../../domain/procedure/states.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, MatterId } from '../../../domain/ids.ts';
import type { ContactSource } from '../../../domain/akte/contact-data.ts';
import { isLegalPerson } from '../../../domain/parties/legal-form.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import type { NoticeFacts } from '../../../domain/letters/facts.ts';
import { information } from '../../../domain/letters/information.ts';
import { opening } from '../../../domain/letters/tone.ts';
import { cents } from '../../../domain/money.ts';
import { aClaim } from '../../support/akte.ts';
import { aPayment, afterSending, anAkte, askedOn, letterOn, wordsOf } from '../../support/letters.ts';
import { ALL_TOLD, claim, facts, werkstatt } from '../../support/notices.ts';

const plain = (texts: readonly string[]): string => texts.join('\n').replaceAll('\u00a0', ' ');
const headings = (more: Partial<NoticeFacts>): string[] => information(facts(more)).map((s) => s.heading);

describe('a payment that was taken back (it vanished, and the sum jumped)', () => {
  const reversed = (of: Akte): Akte => ({
    ...of,
    payments: [aPayment('p', 24_43, '2026-03-13', { reversed: { on: day('2026-03-18'), reason: 'Rücklastschrift' } })],
  });
  const dunned = afterSending(afterSending(anAkte(), 0, '2026-03-02'), 1, '2026-03-12');
  const said = 'Die Zahlung vom 13.03.2026 über 24,43 € ist am 18.03.2026 zurückgebucht worden.';
  test('is a row and a sentence, in every channel of the next stage', () => {
    for (const channel of ['email', 'letter'] as const) {
      const notice = letterOn(reversed(dunned), 2, '2026-04-07', { channel });
      expect(plain(notice.opening)).toContain(said);
      expect(notice.positions.at(-1)).toMatchObject({ label: 'Zahlung vom 13.03.2026, zurückgebucht', amount: 0 });
    }
  });
  test('what the creditor had reported by mistake became “hat die Bank zurückgebucht”, with the internal reason', () => {
    const internal = 'Irrtum: war eine andere Kundin';
    const of = {
      ...dunned,
      payments: [
        aPayment('p', 24_43, '2026-03-13', {
          via: 'creditor',
          reversed: { on: day('2026-03-18'), reason: internal },
        }),
      ],
    };
    const notice = letterOn(of, 2, '2026-04-07');
    expect(plain(notice.opening)).toContain(
      'Die Meldung, dass am 13.03.2026 24,43 € beim Gläubiger eingegangen sind, ist am 18.03.2026 zurückgenommen worden. Deshalb ist dieser Betrag wieder offen.',
    );
    expect(JSON.stringify(notice)).not.toMatch(/Bank am|zurückgebucht|andere Kundin/);
  });
  test('no internal note reaches a letter or a statement: not that of a reversal, a waiver or a credit note', () => {
    const internal = 'INTERN';
    const by = { on: day('2026-03-18'), reason: internal };
    const [F1] = dunned.claims;
    const of: Akte = {
      ...dunned,
      payments: [aPayment('p', 24_43, '2026-03-13', { reversed: by })],
      credits: F1 ? [{ ...by, id: 'G1', claim: F1.id, amount: cents(5_00), by: 'operator:x' }] : [],
      matters: dunned.matters.map((m) => ({ ...m, waiver: { ...by, interest: by.on } })),
    };
    expect(JSON.stringify(letterOn(of, 2, '2026-04-07'))).not.toContain(internal);
    expect(JSON.stringify(statementOf(of, accountOf(of, day('2026-04-07'))))).not.toContain(internal);
  });
  test('is said once: a stage later it is a row only', () => {
    const later = letterOn(afterSending(reversed(dunned), 2, '2026-04-07'), 3, '2026-05-04');
    expect(plain(later.opening)).not.toContain('zurückgebucht');
    expect(later.positions.map((p) => p.label)).toContain('Zahlung vom 13.03.2026, zurückgebucht');
  });
});

test('a payment on the day of the letter does not count as an answer to that letter', () => {
  const of = anAkte(
    { claims: [aClaim(1, { dueByContract: true })] },
    { payments: [aPayment('p', 10_00, '2026-03-12')] },
  );
  expect(wordsOf(letterOn(of, 1, '2026-03-12'))).not.toContain('Damit ist beglichen');
});

describe('a letter that repeats a mail of its stage', () => {
  const mailed = afterSending(afterSending(anAkte(), 0, '2026-03-02'), 1, '2026-03-12');
  const said =
    'Dieses Schreiben („1. Mahnung“) haben wir Ihnen am 12.03.2026 auch per E-Mail geschickt. Zu zahlen ist nur einmal.';
  test('says so; a mail, or the letter of another stage, does not', () => {
    expect(letterOn(mailed, 1, '2026-03-20', { channel: 'letter' }).opening.at(-1)).toBe(said);
    expect(plain(letterOn(mailed, 2, '2026-04-07', { channel: 'letter' }).opening)).not.toContain('auch per E-Mail');
    expect(plain(letterOn(mailed, 2, '2026-04-07').opening)).not.toContain('auch per E-Mail');
  });
});

describe('a claim that joins the running series', () => {
  const newcomer = { ...claim(2, { principal: cents(49_90) }), open: cents(49_90) };
  const second = { ...claim(3), open: cents(30_00) };
  test('is named as new, with what is open of it and that it costs nothing yet', () => {
    expect(plain(opening(facts({ newcomers: [newcomer], first: false, stage: 2 })))).toContain(
      'Neu hinzugekommen ist die Rechnung RE-2026-0002 vom 12.01.2026 über 49,90 €. Um ihre Zahlung bitten wir Sie hiermit zum ersten Mal; Inkassokosten verlangen wir dafür jetzt nicht.',
    );
    expect(plain(opening(facts({ newcomers: [newcomer, second], sender: 'creditor' })))).toContain(
      'Neu hinzugekommen sind: Rechnung RE-2026-0002 vom 12.01.2026 über 49,90 €; Rechnung RE-2026-0003 vom 12.01.2026 über 129,90 €, von der noch 30,00 € offen sind. Um ihre Zahlung bitten wir Sie hiermit zum ersten Mal.',
    );
  });
  test('told by a notice of its own, it is no “letzte Mahnung” and threatens with nothing', () => {
    const notice = composeNotice(
      facts({ newcomers: [newcomer], first: false, stage: 3, occasion: 'joined', announces: [] }),
    );
    expect(plain(notice.opening)).toContain('Nun ist etwas hinzugekommen.');
    expect(plain([...notice.opening, ...notice.closing])).not.toMatch(/letzte Mahnung|gerichtlich|weiterhin nicht/);
  });
  test('is told with its particulars, and its alone, since § 13a(1) RDG asks them of every claim', () => {
    const notice = facts({ claims: [claim(1), newcomer], newcomers: [newcomer], first: false, stage: 2 });
    expect(information(notice).map((s) => s.heading)).toEqual([
      'Auftraggeber (Gläubiger)',
      'Grund der Forderung',
      'Berechnung der Zinsen',
      'Inkassokosten',
      'Herkunft Ihrer Anschrift',
      'Registrierung und Aufsicht',
    ]);
    expect(information(notice)[1]?.paragraphs).toEqual([expect.stringContaining('RE-2026-0002')]);
    expect(headings({ newcomers: [newcomer], first: false, stage: 2, detail: 'none' })).toHaveLength(6);
    const told = { untold: ALL_TOLD, first: false, stage: 2 as const };
    expect(headings({ ...told, newcomers: [newcomer], debtor: werkstatt })).toEqual([]);
  });
  test('is new in every message of the stage that first asks for it, and no longer after', () => {
    const F2 = ClaimId.parse('F2');
    const running = afterSending(afterSending(anAkte(), 0, '2026-03-02'), 1, '2026-03-12');
    const second = aClaim(2, {
      matter: MatterId.parse('M1'),
      invoiceDate: day('2026-03-14'),
      dueOn: day('2026-03-28'),
    });
    const joined: Akte = {
      ...running,
      claims: [...running.claims, second],
      matters: running.matters.map((m) => ({ ...m, claims: [...m.claims, F2] })),
      arrivals: { ...running.arrivals, [F2]: { handOver: 'h2', on: day('2026-04-01'), joinedOn: day('2026-04-01') } },
    };
    const news = (of: Akte, stage: Stage, on: string, channel: 'email' | 'letter'): string[] =>
      askedOn(of, stage, on, { channel }).facts.newcomers.map((c) => c.id);
    const mailed = afterSending(joined, 2, '2026-04-07');
    expect([
      news(joined, 2, '2026-04-07', 'email'),
      news(mailed, 2, '2026-04-15', 'letter'),
      news(mailed, 3, '2026-05-04', 'email'),
      news(running, 2, '2026-04-07', 'email'),
    ]).toEqual([['F2'], ['F2'], [], []]);
  });
});

describe('where the address is from (“vom Gläubiger” after a tracing)', () => {
  const told = (source: ContactSource): string =>
    information(facts({ address: { source, isNew: true } })).find((s) => s.heading === 'Herkunft Ihrer Anschrift')
      ?.paragraphs[0] ?? '';
  test('follows from the fact', () => {
    expect(told('creditor')).toMatch(/^Ihre Anschrift hat uns der Gläubiger mitgeteilt\./);
    expect(told('debtor')).toMatch(/^Ihre Anschrift haben Sie uns selbst mitgeteilt\./);
    for (const source of ['register', 'tracing', 'post'] as const) {
      expect(told(source)).toMatch(/^Ihre Anschrift hat uns nicht der Gläubiger mitgeteilt/);
      expect(told(source)).toMatch(/Ist etwas daran falsch .* Wir berichtigen es\.$/);
    }
  });
  test('is told with the first letter to that address, also where it is a later one and a level would say nothing', () => {
    const traced = { source: 'tracing', isNew: true } as const;
    const later = { first: false, stage: 2 as const, untold: ALL_TOLD };
    for (const detail of ['none', 'as-needed'] as const)
      expect(headings({ ...later, address: traced, detail })).toEqual(['Herkunft Ihrer Anschrift']);
    expect(headings({ ...later, address: { ...traced, isNew: false } })).toEqual([]);
    expect(headings({ ...later, address: { source: 'creditor', isNew: true } })).toEqual([]);
  });
  test('by the Akte: a new address after a tracing, until a letter has gone there', () => {
    const address = { street: 'Neuer Weg 7', postalCode: '50667', city: 'Köln', country: 'DE' as const };
    const written = afterSending(anAkte(), 1, '2026-03-12', { channel: 'letter' });
    const moved: Akte = {
      ...written,
      debtor: { ...written.debtor, address },
      origins: { address: { source: 'tracing', on: day('2026-03-20') } },
    };
    const facts = (of: Akte, channel: 'email' | 'letter'): NoticeFacts['address'] =>
      askedOn(of, 2, '2026-04-07', { channel }).facts.address;
    const reached = { ...moved, messages: moved.messages.map((m) => ({ ...m, to: { address } })) };
    expect([facts(moved, 'letter'), facts(moved, 'email'), facts(reached, 'letter')]).toEqual([
      { source: 'tracing', isNew: true },
      { source: 'tracing', isNew: false },
      { source: 'tracing', isNew: false },
    ]);
  });
});

describe('the right to object, and whose data are protected', () => {
  test('stands in a frame of its own and in no list (Art. 21(4) GDPR)', () => {
    const framed = composeNotice(facts()).information.filter((s) => s.framed);
    expect(framed.map((s) => s.heading)).toEqual(['Ihr Widerspruchsrecht (Art. 21 DSGVO)']);
    const rest = composeNotice(facts()).information.filter((s) => !s.framed);
    expect(plain(rest.flatMap((s) => s.paragraphs))).not.toMatch(/Art\. 21|widersprechen/);
  });
  test('a sole trader, partners and whoever has no legal form in the name are told in full; a company briefly', () => {
    const named = (name: string): string[] => headings({ debtor: { ...werkstatt, name }, detail: 'none' });
    for (const name of [
      'Malerbetrieb Jürgen Möller',
      'Möller e.K.',
      'Möller & Sohn OHG',
      'Möller GbR',
      'Dr. Möller PartG',
    ])
      expect(named(name)).toContain('Ihr Widerspruchsrecht (Art. 21 DSGVO)');
    expect(headings({ debtor: { ...werkstatt, name: 'Möller GmbH' } })).toContain('Datenschutz');
    expect(named('Möller GmbH')).toEqual([]);
  });
  test.each([
    ['Möller GmbH', true],
    ['Möller GmbH & Co. KG', true],
    ['Möller UG (haftungsbeschränkt)', true],
    ['Sportverein Köln e. V.', true],
    ['Wohnbau eG', true],
    ['Bürgerstiftung Köln', false],
    ['Kölner Stiftung', true],
    ['Agnes Ugur', false],
    ['Möller KG', false],
    ['Gaststätte Zum Anker', false],
  ])('%s', (name, legal) => {
    expect(isLegalPerson(name)).toBe(legal);
  });
  test('Art. 6(1)(b) is not claimed: there is no contract between agency and debtor', () => {
    expect(plain(information(facts()).flatMap((s) => s.paragraphs))).not.toContain('Buchst. b');
  });
});

test('only paying is said to stop interest and costs, and only what really does to keep the court away', () => {
  const last = plain(composeNotice(facts({ stage: 3 })).closing);
  expect(plain(composeNotice(facts()).closing)).not.toMatch(/zahlen oder sich/);
  expect(last).not.toMatch(/melden Sie sich nicht/);
  expect(last).toContain(
    'Ist der Betrag am 24.03.2026 noch offen und ist bis dahin weder eine Zahlung vereinbart noch ein Einwand zu klären, prüfen wir mit dem Gläubiger',
  );
});
