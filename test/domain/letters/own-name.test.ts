import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Akte } from '../../../domain/akte.ts';
import { fold } from '../../../domain/fold.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { MatterId } from '../../../domain/claim.ts';
import type { Channel, Fact } from '../../../domain/facts.ts';
import { composeNotice, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { answersTo, knownAs, shownName } from '../../../domain/letters/own-name.ts';
import { demandOf } from '../../../domain/letters/demand.ts';
import { cents } from '../../../domain/money.ts';
import type { Notice } from '../../../domain/notice.ts';
import { Creditor, type Debtor } from '../../../domain/parties.ts';
import { Procedure, STANDARD, senderOf, type Level } from '../../../domain/procedure.ts';
import { AKTE, EVERY_CLAIM, START, TERMS, aClaim, erika, musterversand } from '../../support/akte.ts';
import { claim, facts, musterladen, rheinbogen, werkstatt } from '../../support/notices.ts';

const example = (file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../examples', file), 'utf8'));
const teekontor = Creditor.parse((example('creditors/teekontor.json') as { creditor: unknown }).creditor);
const PRIVATE = [
  'Auftraggeber (Gläubiger)',
  'Grund der Forderung',
  'Berechnung der Zinsen',
  'Inkassokosten',
  'Herkunft Ihrer Anschrift',
  'Registrierung und Aufsicht',
  'Datenschutz: Information nach Art. 14 DSGVO',
  'Ihr Widerspruchsrecht (Art. 21 DSGVO)',
];
const headings = ({ information }: Notice): string[] => information.map((s) => s.heading);

test("in the agency's name a creditor goes by its legal name, and answers go to the agency, whatever its brand says", () => {
  const said = (sender: 'creditor' | 'agency', creditor = teekontor) => {
    const { phone, email } = answersTo({ agency: rheinbogen, creditor, sender });
    return [shownName({ creditor, sender }), phone.own, email.own, phone.at];
  };
  expect([said('creditor'), said('agency'), said('creditor', musterladen)]).toEqual([
    ['Teekontor am Hafen', true, true, '040 66969-120'],
    ['Beispiel Teehandel GmbH & Co. KG', false, false, rheinbogen.phone],
    ['Musterladen GmbH', false, false, rheinbogen.phone],
  ]);
  expect([knownAs(teekontor), knownAs(musterladen)]).toEqual([
    'Beispiel Teehandel GmbH & Co. KG („Teekontor am Hafen“)',
    'Musterladen GmbH',
  ]);
});

describe("a message in the creditor's own name", () => {
  const own = (more: Partial<NoticeFacts> = {}): Notice =>
    composeNotice(
      facts({
        creditor: teekontor,
        sender: 'creditor',
        stage: 0,
        title: 'Zahlungserinnerung',
        fees: [],
        interest: [],
        defaults: [],
        positions: [{ label: 'Rechnung', why: '', amount: cents(12_990) }],
        ...more,
      }),
    );
  const info = (notice: Notice): Record<string, string> => Object.fromEntries(notice.info);
  const words = (notice: Notice): string =>
    [
      notice.subject,
      ...notice.opening,
      ...notice.closing,
      notice.signature,
      ...notice.information.flatMap((s) => s.paragraphs),
    ].join('\n');
  const plain = { ...musterladen };

  test('wears its brand: head, information block, signature, ways to answer', () => {
    const notice = own();
    expect(notice.sender).toMatchObject({
      name: 'Teekontor am Hafen',
      firm: 'Beispiel Teehandel GmbH & Co. KG',
      phone: '040 66969-120',
      email: 'service@teekontor.example.com',
      colour: '#1f5c4a',
    });
    expect(info(notice)).toMatchObject({
      Gläubiger: 'Beispiel Teehandel GmbH & Co. KG',
      Telefon: '040 66969-120',
      'E-Mail': 'service@teekontor.example.com',
    });
    expect(notice.signature).toBe('Mit freundlichen Grüßen\nTeekontor am Hafen');
    expect(notice.closing.at(-1)).toBe(
      'So erreichen Sie uns: Telefon 040 66969-120, E-Mail service@teekontor.example.com. Bitte nennen Sie das Aktenzeichen MUS-4F7K-2QXR.',
    );
    expect(notice.subject).toBe('Zahlungserinnerung – Rechnung RE-2026-0001 – Aktenzeichen MUS-4F7K-2QXR');
    expect(words(notice)).not.toContain(teekontor.email);
  });
  test('without a brand its name; who claims need not be told twice; answers go to the agency, and that is said', () => {
    const notice = own({ creditor: plain });
    expect(notice.signature).toContain('Musterladen GmbH');
    expect(info(notice)).not.toHaveProperty('Gläubiger');
    expect(info(notice)).toMatchObject({ Telefon: rheinbogen.phone, 'E-Mail': rheinbogen.email });
    expect(notice.closing.at(-1)).toContain(
      `So erreichen Sie uns über Rheinbogen Inkasso GmbH: Telefon ${rheinbogen.phone}, E-Mail ${rheinbogen.email}.`,
    );
  });
  test('with one way to answer of its own, each is said to be whose it is', () => {
    expect(own({ creditor: { ...plain, brand: { phone: '0211 0000000' } } }).closing.at(-1)).toContain(
      `So erreichen Sie uns: Telefon 0211 0000000, oder über Rheinbogen Inkasso GmbH: E-Mail ${rheinbogen.email}.`,
    );
    expect(own({ creditor: { ...plain, brand: { email: 'wir@example.com' } } }).closing.at(-1)).toContain(
      `So erreichen Sie uns: E-Mail wir@example.com, oder über Rheinbogen Inkasso GmbH: Telefon ${rheinbogen.phone}.`,
    );
  });
  test('says who sends it and on whose account one pays, and for whom', () => {
    const notice = own();
    expect(notice.payment).toMatchObject({
      holder: 'Rheinbogen Inkasso GmbH Treuhand',
      iban: rheinbogen.clientAccount.iban,
    });
    expect(notice.closing[0]).toContain(
      'auf das Konto „Rheinbogen Inkasso GmbH Treuhand“. Rheinbogen Inkasso GmbH nimmt dort Ihre Zahlung für uns entgegen. Geben Sie',
    );
    expect(notice.opening.join(' ')).toContain('Rheinbogen Inkasso GmbH versendet dieses Schreiben in unserem Namen.');
    expect(headings(notice)).toEqual(['Wer dieses Schreiben versendet']);
    expect(words(notice)).toContain('Absender ist Beispiel Teehandel GmbH & Co. KG, Speicherweg 14, 20457 Hamburg.');
    expect([
      words(notice).includes('nimmt Zahlungen für uns'),
      words(own({ creditor: plain })).includes('nimmt Zahlungen und Antworten für uns'),
    ]).toEqual([true, true]);
  });
  test('is friendly at first, and plain after', () => {
    const opened = (more: Partial<NoticeFacts>): string => own({ creditor: plain, ...more }).opening[0]!;
    expect(opened({ stage: 0 })).toMatch(/^im Alltag bleibt eine Rechnung leicht einmal liegen/);
    expect(opened({ stage: 1, first: true })).toMatch(
      /^auf die folgende Rechnung ist bisher keine vollständige Zahlung eingegangen/,
    );
    expect(opened({ stage: 1, first: false })).toMatch(/^wir haben Sie bereits an eine offene Zahlung erinnert/);
  });
  test('looks at an objection itself, and says when collection follows; the agency asks the creditor', () => {
    const closed = (more: Partial<NoticeFacts>): string => own({ creditor: plain, ...more }).closing.join('\n');
    expect([
      closed({}).includes('Solange wir Ihren Einwand prüfen'),
      closed({ sender: 'agency' }).includes('Solange wir Ihren Einwand mit dem Gläubiger klären'),
    ]).toEqual([true, true]);
    expect([
      closed({}).includes('auf das Konto „Rheinbogen Inkasso GmbH Treuhand“'),
      closed({ sender: 'agency' }).includes('auf das angegebene Konto.'),
    ]).toEqual([true, true]);
    expect(closed({ announces: ['handOver'] })).toContain(
      'übergeben wir die Forderung an Rheinbogen Inkasso GmbH zum Inkasso. Dadurch können weitere Kosten entstehen.',
    );
  });
  test('says who sends it with the first, or with each where that is wanted; where only some answers are its own, the agency takes the others', () => {
    expect(
      [own({ first: true }), own({ first: false, detail: 'always' }), own({ first: false })].map(
        (n) => headings(n).length,
      ),
    ).toEqual([1, 1, 0]);
    expect(words(own({ creditor: { ...plain, brand: { phone: '0211 0000000' } } }))).toContain(
      'nimmt Zahlungen und Antworten für uns',
    );
  });
  test('speaks of several invoices as its own, and of the court as its own affair', () => {
    expect(own({ claims: [claim(1), claim(2)] }).subject).toContain('Zahlungserinnerung – Ihre offenen Rechnungen – ');
    expect(own({ stage: 2, lastStage: 2, announces: ['court'] }).closing.join(' ')).toContain(
      'prüfen wir, ob das gerichtliche Mahnverfahren',
    );
    expect(own({ sender: 'agency', stage: 2, lastStage: 2, announces: ['court'] }).closing.join(' ')).toContain(
      'prüfen wir mit dem Gläubiger, ob das gerichtliche Mahnverfahren',
    );
  });
  test("fills the creditor's own words with its brand, and names the sender after them", () => {
    const notice = own({ ownText: { opening: 'Ihr {{glaeubiger}}, Telefon {{telefon}}, {{email}}.' } });
    expect(notice.opening).toEqual([
      'Ihr Teekontor am Hafen, Telefon 040 66969-120, service@teekontor.example.com.',
      'Rheinbogen Inkasso GmbH versendet dieses Schreiben im Namen von Teekontor am Hafen.',
    ]);
  });
});

describe('the sender changes within one matter (Y09)', () => {
  const mixed = Procedure.parse({
    ...STANDARD,
    id: 'own',
    levels: STANDARD.levels.map((l) => (l.stage === 0 ? { ...l, sender: 'creditor' } : l)),
  });
  const M1 = MatterId.parse('M1');
  const sent = (stage: number, n: number, channel: Channel = 'email'): Fact[] => {
    const message = { matter: M1, stage, channel };
    const on = plusDays(day(START), n);
    return [
      {
        kind: 'reserved',
        message,
        reference: 'r',
        at: `${on}T08:00:00Z`,
        by: 'x',
        demand:
          channel === 'sms'
            ? null
            : { total: cents(1), asOf: on, payBy: plusDays(on, 5), claims: EVERY_CLAIM, collectionFee: stage > 0 },
      },
      { kind: 'sent', message, reference: 'r', on, providerId: 'p', document: null },
    ];
  };
  const akte = (debtor: Debtor, ...messages: Fact[][]): Akte =>
    fold(AKTE, [
      [
        { kind: 'opened', debtor, terms: TERMS },
        {
          kind: 'handedOver',
          handOver: 'h',
          on: day(START),
          matter: M1,
          procedure: { id: 'own', version: 1 },
          claims: [aClaim()],
        },
        ...messages.flat(),
      ],
    ]);
  const demanded = (
    of: Akte,
    stage: number,
    n: number,
    { procedure = mixed, level = {} }: { procedure?: Procedure; level?: Partial<Level> } = {},
  ) =>
    demandOf({
      akte: of,
      matter: of.matters[0]!,
      level: { ...procedure.levels.find((l) => l.stage === stage)!, ...level },
      procedure,
      channel: 'email',
      reference: 'r',
      today: plusDays(day(START), n),
      agency: rheinbogen,
      creditor: { ...musterversand, brand: { name: 'Muster-Shop' } },
      enclosures: [],
    });
  const noticed = (...of: Parameters<typeof demanded>): Notice => composeNotice(demanded(...of).facts);

  test('a level says whose it is, or the procedure does', () => {
    expect(mixed.levels.map((l) => senderOf(mixed, l))).toEqual(['creditor', 'agency', 'agency', 'agency']);
    expect(senderOf({ sender: 'creditor' }, { sender: null })).toBe('creditor');
    expect(senderOf({ sender: 'creditor' }, { sender: 'agency' })).toBe('agency');
  });
  test("the reminder is the creditor's, the 1st Mahnung the agency's", () => {
    expect(noticed(akte(erika), 0, 0)).toMatchObject({
      sender: { name: 'Muster-Shop', firm: 'Musterversand GmbH' },
      signature: 'Mit freundlichen Grüßen\nMuster-Shop',
    });
    const mahnung = noticed(akte(erika, sent(0, 0)), 1, 10);
    expect(mahnung.sender).toBeUndefined();
    expect(mahnung.signature).toBe('Mit freundlichen Grüßen\nRheinbogen Inkasso GmbH');
  });
  test("the agency's first message has every item of § 13a(1) RDG and Art. 14 GDPR, though the creditor's reminder went before, and says so", () => {
    const notice = noticed(akte(erika, sent(0, 0)), 1, 10);
    expect(headings(notice)).toEqual(PRIVATE);
    expect(notice.opening[0]).toBe(
      'Musterversand GmbH („Muster-Shop“) hat Sie bereits selbst an eine offene Zahlung erinnert und nun Rheinbogen Inkasso GmbH beauftragt, die folgende Forderung einzuziehen. Bisher ist keine vollständige Zahlung eingegangen. Bankverbindung und Referenz bleiben dieselben.',
    );
    expect(headings(noticed(akte(erika, sent(0, 0)), 1, 10, { level: { information: 'none' } }))).toEqual(PRIVATE);
  });
  test('a company gets its short form then', () => {
    expect(
      headings(noticed(akte({ ...werkstatt, name: 'Werkstatt GmbH', email: 'post@example.com' }, sent(0, 0)), 1, 10)),
    ).toEqual([
      'Auftraggeber (Gläubiger)',
      'Grund der Forderung',
      'Berechnung der Zinsen',
      'Inkassokosten',
      'Datenschutz',
    ]);
  });
  test('its second message is no first one, and a text message or one that was refused counts for nothing', () => {
    expect(demanded(akte(erika, sent(0, 0), sent(1, 10)), 2, 36).facts).toMatchObject({
      first: false,
      takesOver: false,
    });
    expect(demanded(akte(erika, sent(0, 0), sent(1, 10, 'sms')), 1, 10).facts).toMatchObject({
      first: true,
      takesOver: true,
    });
    const refused = akte(erika, sent(0, 0), [
      sent(1, 10)[0]!,
      {
        kind: 'notSent',
        message: { matter: M1, stage: 1, channel: 'email' },
        reference: 'r',
        on: plusDays(day(START), 10),
        why: 'refused',
        reason: 'x',
      },
    ]);
    expect(demanded(refused, 1, 10).facts).toMatchObject({ first: true, takesOver: true });
  });
  test('where the matter begins with the agency, nothing is said of a reminder that was not', () => {
    const notice = noticed(akte(erika), 1, 10);
    expect(headings(notice)).toEqual(PRIVATE);
    expect(notice.opening[0]).toMatch(/^Musterversand GmbH hat Rheinbogen Inkasso GmbH beauftragt/);
  });
  test('where the agency takes over later, its first level says all of it, too', () => {
    const late = Procedure.parse({
      ...STANDARD,
      id: 'late',
      levels: STANDARD.levels.map((l) => (l.stage < 2 ? { ...l, sender: 'creditor', collectionFee: false } : l)),
    });
    const of = akte(erika, sent(0, 0), sent(1, 10));
    expect(headings(noticed(of, 2, 36, { procedure: late }))).toEqual(PRIVATE);
    expect(demanded(akte(erika, sent(0, 0)), 1, 10, { procedure: late }).facts).toMatchObject({
      sender: 'creditor',
      first: false,
      takesOver: false,
    });
  });
  test("default that the creditor's reminder brought about goes on, and the agency's first message may claim its fee", () => {
    const { demand, facts: said } = demanded(akte(erika, sent(0, 0)), 1, 10);
    expect(said.defaults.map((d) => d.default?.since)).toEqual(['2026-03-08']);
    expect(demand.collectionFee).toBe(true);
    expect(said.fees).toHaveLength(1);
  });
  test("a level in the creditor's name claims no collection fee, whatever it says", () => {
    const { demand, facts: said } = demanded(akte(erika, sent(0, 0)), 1, 10, { level: { sender: 'creditor' } });
    expect(demand.collectionFee).toBe(false);
    expect(said.fees).toEqual([]);
    expect(said.positions.map((p) => p.label)).not.toContain('Inkassokosten');
  });
});
