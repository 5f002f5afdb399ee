import type { Stage } from '../../../domain/procedure/states.ts';
import type { Akte } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, ProviderId } from '../../../domain/ids.ts';
import type { Fact } from '../../../domain/akte/facts.ts';
import type { Channel } from '../../../domain/procedure/channels.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { demandOf } from '../../../domain/letters/demand.ts';
import { cents } from '../../../domain/money.ts';
import type { Notice } from '../../../domain/letters/notice.ts';
import type { Debtor } from '../../../domain/parties/parties.ts';
import { Procedure, senderOf, type Level } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { AKTE, EVERY_CLAIM, START, TERMS, aClaim, erika, musterversand } from '../../support/akte.ts';
import { rheinbogen, werkstatt } from '../../support/notices.ts';
import { headings } from '../../support/letters.ts';

const REFERENCE = MessageReference.parse('r');

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

describe('the sender changes within one matter (Y09)', () => {
  const mixed = Procedure.parse({
    ...STANDARD,
    id: 'own',
    levels: STANDARD.levels.map((l) => (l.stage === 0 ? { ...l, sender: 'creditor' } : l)),
  });
  const M1 = MatterId.parse('M1');
  const sent = (stage: Stage, n: number, channel: Channel = 'email'): Fact[] => {
    const message = { matter: M1, stage, channel };
    const on = plusDays(day(START), n);
    return [
      {
        kind: 'reserved',
        message,
        reference: REFERENCE,
        at: `${on}T08:00:00Z`,
        by: 'operator:x',
        demand:
          channel === 'sms'
            ? null
            : { total: cents(1), asOf: on, payBy: plusDays(on, 5), claims: EVERY_CLAIM, collectionFee: stage > 0 },
      },
      { kind: 'sent', message, reference: REFERENCE, on, providerId: ProviderId.parse('p'), document: null },
    ];
  };
  const akte = (debtor: Debtor, ...messages: Fact[][]): Akte =>
    fold(AKTE, [
      [
        { kind: 'opened', debtor, terms: TERMS },
        {
          kind: 'handedOver',
          handOver: HandOverId.parse('h'),
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
    stage: Stage,
    n: number,
    { procedure = mixed, level = {} }: { procedure?: Procedure; level?: Partial<Level> } = {},
  ) =>
    demandOf({
      akte: of,
      matter: of.matters[0]!,
      level: { ...procedure.levels.find((l) => l.stage === stage)!, ...level },
      procedure,
      channel: 'email',
      reference: REFERENCE,
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
        reference: REFERENCE,
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
