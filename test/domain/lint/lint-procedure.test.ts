import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lintProcedure, isRefused, type LintContext } from '../../../domain/lint/lint-procedure.ts';
import { RULES, type RuleCode } from '../../../domain/lint/rules.ts';
import { PLACEHOLDERS } from '../../../domain/letters/own-text.ts';
import {
  Procedure,
  RECEIVABLES,
  SHIPPED_PROCEDURES,
  STANDARD,
  STANDARD_NO_PHASE_1,
} from '../../../domain/procedure.ts';
import { musterversand } from '../../support/akte.ts';

const file = (path: string): string => readFileSync(join(import.meta.dirname, '../../..', path), 'utf8');
type Levels = readonly object[];
const standard = (more: object): object => ({ ...STANDARD, id: 'own', ...more });
const levels = (n: number, more: object, of: Levels = STANDARD.levels): Levels =>
  of.map((l, i) => (i === n ? { ...l, ...more } : l));
const without1 = { ...STANDARD_NO_PHASE_1, id: 'own', presumesDefault: null };
const receivables = (more: object): object => ({ ...RECEIVABLES, id: 'own', ...more });
const LEGAL = { seat: 'Dortmund', court: 'Amtsgericht Dortmund', number: 'HRB 1', directors: ['Mia Muster'] };
const mandate = { ...musterversand, id: 'MUS' as never, module: 'komfort' as const };

/** One deliberately broken procedure per rule: where it is found, and what the message says of it. */
const BROKEN: Readonly<
  Record<RuleCode, readonly [procedure: object, place: string, says: string, context?: LintContext]>
> = {
  'fee.too-early': [
    standard({ levels: levels(1, { feeRate: 90 }) }),
    'levels[1].feeRate',
    '0,9 einer vollen Gebühr schon mit der ersten Zahlungsaufforderung',
  ],
  'fee.too-high': [standard({ levels: levels(3, { feeRate: 150 }) }), 'levels[3].feeRate', '1,5 einer vollen Gebühr'],
  'fee.without-default': [without1, 'levels[0].collectionFee', 'ohne dass vorher gemahnt wurde'],
  'fee.creditors-own': [
    receivables({ levels: levels(1, { collectionFee: true }, RECEIVABLES.levels) }),
    'levels[1].collectionFee',
    'im Namen des Gläubigers',
  ],
  'flat-fee.no-basis': [
    standard({ levels: levels(1, { flatFee: { amount: 1000 } }) }),
    'levels[1].flatFee.basis',
    'worauf sie beruht',
  ],
  'flat-fee.no-source': [
    standard({ levels: levels(1, { flatFee: { amount: 250, basis: 'contract' } }) }),
    'levels[1].flatFee.source',
    'keine Fundstelle',
  ],
  'flat-fee.before-default': [
    standard({ levels: levels(0, { flatFee: { amount: 1000, basis: 'contract', source: 'Vertrag' } }) }),
    'levels[0].flatFee',
    'ohne dass vorher gemahnt wurde',
  ],
  'flat-fee.high': [
    standard({ levels: levels(1, { flatFee: { amount: 1000, basis: 'agb', source: 'AGB' } }) }),
    'levels[1].flatFee.amount',
    '10,00',
  ],
  'information.missing': [
    standard({ levels: levels(0, { information: 'none' }) }),
    'levels[0].information',
    '§ 13a RDG',
  ],
  'messages.quiet-hours': [standard({ messageHours: { from: 6, to: 22 } }), 'messageHours', 'von 6 bis 22 Uhr'],
  'messages.rest-days': [standard({ messageDays: 'every-day' }), 'messageDays', 'sonntags'],
  'messages.saturday': [standard({ messageDays: 'monday-to-saturday' }), 'messageDays', 'samstags'],
  'phone.before-demand': [
    standard({ levels: levels(2, { phone: { afterDays: 1, days: 23 } }) }),
    'levels[2].phone.afterDays',
    'der Brief dann noch unterwegs',
  ],
  'phone.during-deadline': [
    standard({ levels: levels(1, { phone: { afterDays: 4, days: 20 } }) }),
    'levels[1].phone.afterDays',
    'nach 4 Tagen',
  ],
  'contacts.over-budget': [
    standard({
      levels: levels(
        2,
        { letter: 'at-once' },
        levels(1, { paymentTermDays: 3, phone: null, nextAfterDays: 4, letter: 'never' }),
      ),
    }),
    'levels[2]',
    'Nachrichten in 7 Tagen',
  ],
  'budget.too-wide': [standard({ contactBudget: { messages: 5, calls: 3 } }), 'contactBudget', '5 Nachrichten'],
  'deadline.no-shift': [standard({ shift: false }), 'shift', 'Wochenende'],
  'term.too-short': [
    standard({ levels: levels(1, { paymentTermDays: 1 }) }),
    'levels[1].paymentTermDays',
    '1 Tag zum Zahlen',
  ],
  'level.never-sends': [
    standard({ levels: levels(2, { email: false, letter: 'never' }) }),
    'levels[2]',
    'weder per E-Mail noch per Brief',
  ],
  'stages.overlap': [
    receivables({ levels: levels(2, { startsOnDay: 38 }, RECEIVABLES.levels) }),
    'levels[2].startsOnDay',
    'erst an Tag 43 vorbei',
  ],
  'window.no-day': [standard({ levels: levels(1, { windowDays: 3 }) }), 'levels[1].windowDays', 'keinen festen Tag'],
  'wait.too-long': [standard({ levels: levels(1, { phone: { afterDays: 330, days: 14 } }) }), 'levels', 'Tage.'],
  'reminder.before-due': [
    receivables({ levels: levels(0, { startsOnDay: 14 }, RECEIVABLES.levels) }),
    'levels[0].startsOnDay',
    'Zahlungsziel läuft bis Tag 14',
  ],
  'threat.no-step': [
    standard({ after: 'none', levels: levels(3, { announces: ['court'] }) }),
    'levels[3].announces',
    'kündigt das gerichtliche Mahnverfahren an',
  ],
  'text.placeholder': [
    standard({ levels: levels(1, { text: { opening: 'Guten Tag {{vorname}}' } }) }),
    'levels[1].text.opening',
    '{{vorname}}',
  ],
  'invoice.not-sent': [
    standard({ levels: levels(1, { email: false, letter: 'at-once', attachInvoice: true }) }),
    'levels[1].attachInvoice',
    'nicht per E-Mail',
  ],
  'court.no-mahnung': [
    standard({ levels: STANDARD.levels.slice(0, 1) }),
    'after',
    'gleich die gerichtliche Entscheidung',
  ],
  'hand-over.unknown': [
    receivables({ handOver: { procedure: { id: 'gibt-es-nicht', version: 1 } } }),
    'handOver.procedure',
    'gibt-es-nicht',
  ],
  'hand-over.not-ours': [
    standard({ after: 'handOver', handOver: { procedure: { id: 'standard-no-phase1', version: 1 } } }),
    'after',
    'schon im Namen des Inkassos',
  ],
  'sender.changes-back': [
    standard({ levels: levels(2, { sender: 'creditor', collectionFee: false }) }),
    'levels[2].sender',
    '„1. Mahnung“ davor schon im Namen des Inkassos',
  ],
  'creditor.other': [standard({ creditor: 'LAD' }), 'creditor', 'gehört LAD', { creditor: mandate }],
  'creditor.no-legal-entry': [receivables({}), 'sender', 'Bitte unter legal eintragen', { creditor: mandate }],
  'default.not-in-mandate': [
    { ...STANDARD_NO_PHASE_1, id: 'own' },
    'presumesDefault',
    'prior-dunning',
    { creditor: mandate },
  ],
  'module.own-workflow': [standard({}), 'id', 'Modul Standard', { creditor: { ...mandate, module: 'standard' } }],
};

const EXAMPLES = ['stadtwerke', 'forderungsmanagement', 'teekontor'].map((name) =>
  Procedure.parse(JSON.parse(file(`examples/${name}.procedure.json`))),
);
test.each([...SHIPPED_PROCEDURES, ...EXAMPLES].map((p) => [p.id, p] as const))(
  '%s passes without a word',
  (_, procedure) => {
    expect(lintProcedure(procedure)).toEqual([]);
  },
);

test.each(Object.entries(BROKEN))(
  '%s: found at its place, with rule, source and how to mend it',
  (code, [json, place, says, context]) => {
    const findings = lintProcedure(Procedure.parse(json), context ?? {});
    const own = findings.filter((f) => f.code === code);
    expect(own.map((f) => f.place)).toContain(place);
    expect(own.find((f) => f.place === place)?.message).toContain(says);
    const rule = RULES[code as RuleCode];
    expect(own[0]).toMatchObject(rule);
    for (const text of [rule.rule, rule.source, rule.mend]) expect(text.length).toBeGreaterThan(8);
    expect(isRefused(own)).toBe(rule.severity === 'error');
  },
);

test.each(Object.entries(BROKEN).filter(([code]) => RULES[code as RuleCode].severity === 'error'))(
  '%s: nothing else is refused about it',
  (code, [json, , , context]) => {
    const others = lintProcedure(Procedure.parse(json), context ?? {})
      .filter((f) => f.severity === 'error' && f.code !== code)
      .map((f) => f.code);
    // A day that lies inside the time to pay is inside the stage before, too, and so on.
    expect(others.filter((c) => !['stages.overlap'].includes(c))).toEqual([]);
  },
);

describe('fees', () => {
  const codes = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => f.code);
  test('0.9 is fine once two weeks have passed for everybody, and 0.5 always', () => {
    expect(codes(standard({ levels: levels(2, { feeRate: 90 }) }))).toEqual(['fee.too-early']);
    expect(codes(standard({ levels: levels(3, { feeRate: 90 }) }))).toEqual([]);
    expect(codes(standard({ levels: levels(1, { feeRate: 50 }) }))).toEqual([]);
  });
  test.each(['prior-dunning', 'due-by-contract', 'thirty-days'] as const)(
    'the first Mahnung may cost something where default is presumed by %s',
    (presumesDefault) => {
      expect(codes({ ...without1, presumesDefault })).toEqual([]);
    },
  );
});

describe('the whole of D32: ten euros in phase 1', () => {
  test('without a basis it is refused, with one and earlier default it may stand', () => {
    const ten = (flatFee: object): object =>
      standard({ presumesDefault: 'due-by-contract', levels: levels(0, { flatFee }) });
    expect(lintProcedure(Procedure.parse(ten({ amount: 1000 }))).map((f) => f.code)).toEqual(['flat-fee.no-basis']);
    expect(
      lintProcedure(Procedure.parse(ten({ amount: 1000, basis: 'proven-cost', source: 'Kostenrechnung 2026' }))),
    ).toEqual([]);
  });
});

describe('threats', () => {
  const words = (text: string, more: object = {}): string[] =>
    lintProcedure(Procedure.parse(standard({ ...more, levels: levels(1, { text: { closing: text } }) }))).map(
      (f) => f.code,
    );
  test('the court may be named where it follows', () => {
    expect(words('Sonst folgt das gerichtliche Mahnverfahren.')).toEqual([]);
    expect(words('Sonst folgt das gerichtliche Mahnverfahren.', { after: 'none' })).toEqual(['threat.no-step']);
  });
  test.each([
    'Wir melden Sie der SCHUFA.',
    'Der Gerichtsvollzieher kommt.',
    'Ihr Konto wird gepfändet.',
    'Es droht Haft.',
    'Wir erstatten Strafanzeige.',
  ])('„%s“ is never true here', (text) => {
    expect(words(text)).toContain('threat.no-step');
  });
  test('the agency may say what it is', () => {
    expect(words('Wir sind ein Inkassounternehmen.')).toEqual([]);
  });
  test('calls are announced only where somebody calls', () => {
    expect(lintProcedure(Procedure.parse(standard({ levels: levels(1, { announces: ['calls'] }) })))).toEqual([]);
    expect(
      lintProcedure(
        Procedure.parse(receivables({ levels: levels(1, { announces: ['calls'] }, RECEIVABLES.levels) })),
      ).map((f) => f.code),
    ).toEqual(['threat.no-step']);
  });
});

describe('the sender, level by level', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  const own = { sender: 'creditor', collectionFee: false };
  const reminded = levels(0, own);
  test('changes once, from the creditor to the agency, after whichever level', () => {
    expect(at(standard({ levels: reminded }))).toEqual([]);
    expect(at(standard({ levels: levels(1, own, reminded) }))).toEqual([]);
    expect(
      at(
        standard({
          sender: 'creditor',
          levels: STANDARD.levels.map((l) => (l.stage === 0 ? l : { ...l, sender: 'agency' })),
        }),
      ),
    ).toEqual([]);
  });
  test("every level in the creditor's name after one in the agency's is named", () => {
    expect(
      at(
        standard({
          sender: 'creditor',
          levels: STANDARD.levels.map((l) => ({
            ...l,
            collectionFee: l.stage === 1,
            sender: l.stage === 1 ? 'agency' : null,
          })),
        }),
      ),
    ).toEqual(['sender.changes-back levels[2].sender', 'sender.changes-back levels[3].sender']);
  });
  test("the creditor's levels claim no collection fee, the agency's may", () => {
    expect(at(standard({ levels: levels(1, { sender: 'creditor' }, reminded) }))).toEqual([
      'fee.creditors-own levels[1].collectionFee',
    ]);
    expect(
      at({
        ...RECEIVABLES,
        id: 'own',
        after: 'court',
        handOver: null,
        levels: levels(2, { sender: 'agency', collectionFee: true }, RECEIVABLES.levels),
      }),
    ).toEqual([]);
  });
  test("the agency's first level carries § 13a RDG, whatever the creditor has written before; the creditor's own need not", () => {
    expect(at(standard({ levels: levels(0, { ...own, information: 'none' }) }))).toEqual([]);
    expect(at(standard({ levels: levels(1, { information: 'none' }, reminded) }))).toEqual([
      'information.missing levels[1].information',
    ]);
    expect(at(standard({ levels: levels(2, { information: 'none' }, reminded) }))).toEqual([]);
  });
  test("a creditor's level may announce that collection follows where it does, in a word or by its text; the agency's may not", () => {
    expect(
      at(
        standard({
          levels: levels(0, {
            ...own,
            announces: ['handOver'],
            text: { closing: 'Sonst geht die Sache zum Inkasso.' },
          }),
        }),
      ),
    ).toEqual([]);
    expect(
      at({
        ...RECEIVABLES,
        id: 'own',
        after: 'none',
        handOver: null,
        levels: levels(
          1,
          { announces: ['handOver'], text: { closing: 'Sonst geht die Sache zum Inkasso.' } },
          RECEIVABLES.levels,
        ),
      }),
    ).toEqual(['threat.no-step levels[1].announces', 'threat.no-step levels[1].text.closing']);
    expect(at(standard({ levels: levels(1, { announces: ['handOver'] }, reminded) }))).toEqual([
      'threat.no-step levels[1].announces',
    ]);
  });
  test("what the agency has written in is not handed over to it, and collection is the agency's from its first level on", () => {
    expect(at(receivables({ levels: levels(2, { sender: 'agency' }, RECEIVABLES.levels) }))).toEqual([
      'hand-over.not-ours after',
    ]);
    const mixed = Procedure.parse(standard({ id: 'mixed', levels: reminded }));
    expect(
      lintProcedure(
        Procedure.parse(receivables({ handOver: { ...RECEIVABLES.handOver, procedure: { id: 'mixed', version: 1 } } })),
        { known: [mixed] },
      ).map((f) => f.code),
    ).toEqual(['hand-over.unknown']);
  });
});

describe('time', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  test('a letter whose deadline runs beyond its stage', () => {
    expect(at(standard({ levels: levels(1, { paymentTermDays: 20 }) }))).toContain(
      'stages.overlap levels[1].phone.days',
    );
  });
  test('a window that reaches into the next stage', () => {
    expect(at(receivables({ levels: levels(0, { windowDays: 14 }, RECEIVABLES.levels) }))).toEqual([
      'stages.overlap levels[0].windowDays',
    ]);
  });
  test("a hand-over before the last letter's deadline", () => {
    expect(at(receivables({ handOver: { ...RECEIVABLES.handOver, startsOnDay: 55 } }))).toEqual([
      'stages.overlap handOver.startsOnDay',
    ]);
  });
  test('exactly a year is allowed', () => {
    const year = (days: number): object =>
      standard({ levels: [STANDARD.levels[0], { ...STANDARD.levels[1], phone: { afterDays: 300, days } }] });
    expect(at(year(54))).toEqual([]);
    expect(at(year(55))).toEqual(['wait.too-long levels']);
  });
  test('call attempts that a week has no room for', () => {
    expect(at(standard({ levels: levels(1, { phone: { afterDays: 10, days: 14, attempts: 6 } }) }))).toEqual([]);
    expect(at(standard({ levels: levels(1, { phone: { afterDays: 10, days: 14, attempts: 7 } }) }))).toEqual([
      'contacts.over-budget levels[1].phone.attempts',
    ]);
  });
});

describe('the mandate', () => {
  const of = (json: object, creditor: object = {}): string[] =>
    lintProcedure(Procedure.parse(json), { creditor: { ...mandate, ...creditor } }).map((f) => f.code);
  test('that fits has nothing to be said of it', () => {
    expect([
      of(standard({})),
      of(standard({ creditor: 'MUS' })),
      of(STANDARD, { module: 'standard' }),
      of(RECEIVABLES, { module: 'standard', legal: LEGAL }),
      of(RECEIVABLES, { module: 'standard', name: 'Stadtwerke Beispiel' }),
    ]).toEqual([[], [], [], [], []]);
  });
  test('says itself what the procedure presumes', () => {
    const presumes = (presumesDefault: string) => ({ ...STANDARD_NO_PHASE_1, id: 'own', presumesDefault });
    const mandates = [{ priorDunning: 'reminder' }, { dueByContract: true }, { invoicesAnnounceDefault: true }];
    expect(
      ['prior-dunning', 'due-by-contract', 'thirty-days'].map((what) =>
        mandates.map((says) => of(presumes(what), { priorDunning: 'none', ...says })),
      ),
    ).toEqual([0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? [] : ['default.not-in-mandate']))));
  });
  test('a hand-over names the version there is, and no procedure that hands over itself', () => {
    const to = (procedure: object, known: Procedure[] = []) =>
      lintProcedure(Procedure.parse(receivables({ handOver: { ...RECEIVABLES.handOver, procedure } })), { known }).map(
        (f) => f.code,
      );
    const again = Procedure.parse({
      ...RECEIVABLES,
      id: 'again',
      sender: 'agency',
      levels: RECEIVABLES.levels.map((l) => ({ ...l, sender: 'agency' })),
    });
    expect([
      to({ id: 'standard-no-phase1', version: 1 }),
      to({ id: 'standard-no-phase1', version: 2 }),
      to({ id: 'again', version: 1 }, [again]),
    ]).toEqual([[], ['hand-over.unknown'], ['hand-over.unknown']]);
  });
});

describe('at the edge', () => {
  const at = (json: object): string[] => lintProcedure(Procedure.parse(json)).map((f) => `${f.code} ${f.place}`);
  const fee = (amount: number, basis = 'agb'): object =>
    standard({ levels: levels(1, { flatFee: { amount, basis, source: 'AGB' } }) });
  test('hours: from eight to twenty, not an hour earlier nor later', () => {
    expect(
      [
        [8, 20],
        [7, 20],
        [8, 21],
      ].map(([from, to]) => at(standard({ messageHours: { from, to } }))),
    ).toEqual([[], ['messages.quiet-hours messageHours'], ['messages.quiet-hours messageHours']]);
  });
  test('the budget: three messages and three calls', () => {
    expect(
      [
        [3, 3],
        [2, 3],
        [4, 3],
        [3, 4],
      ].map(
        ([messages, calls]) =>
          at(standard({ contactBudget: { messages, calls } })).filter((f) => f.startsWith('budget')).length,
      ),
    ).toEqual([0, 0, 1, 1]);
  });
  test('a phone: on the third day, and on the day the time to pay ends', () => {
    expect(
      [3, 5, 2].map((afterDays) => at(standard({ levels: levels(1, { phone: { afterDays, days: 24 - afterDays } }) }))),
    ).toEqual([
      ['phone.during-deadline levels[1].phone.afterDays'],
      [],
      ['phone.before-demand levels[1].phone.afterDays'],
    ]);
  });
  test('fees: five euros, 1.3, and the two weeks to their last day', () => {
    expect([at(fee(500)), at(fee(501)), at(fee(5000, 'proven-cost'))]).toEqual([
      [],
      ['flat-fee.high levels[1].flatFee.amount'],
      [],
    ]);
    expect(at(standard({ levels: levels(3, { feeRate: 130 }) }))).toEqual([]);
    const after = (days: number): object =>
      standard({
        levels: [
          STANDARD.levels[0],
          { ...STANDARD.levels[1], phone: null, letter: 'never', sms: false, nextAfterDays: days },
          { ...STANDARD.levels[2], feeRate: 90 },
        ],
      });
    // By post the first demand arrives three days after it went: that much later may the second come.
    expect([14, 17, 18].map((days) => at(after(days)))).toEqual([
      ['fee.too-early levels[2].feeRate'],
      ['fee.too-early levels[2].feeRate'],
      [],
    ]);
    expect(lintProcedure(Procedure.parse(after(17)))[0]?.message).toContain(
      '14 Tage nach Zugang der ersten Zahlungsaufforderung',
    );
  });
  test("a stage: its letter's time to pay to the last day, counted from the mail or from the letter", () => {
    const overlaps = (more: object): boolean =>
      at(standard({ levels: levels(1, more) })).some((f) => f === 'stages.overlap levels[1].phone.days');
    expect(
      [
        { paymentTermDays: 13 },
        { paymentTermDays: 14 },
        { paymentTermDays: 21, anchor: 'letter' },
        { paymentTermDays: 22, anchor: 'letter' },
      ].map(overlaps),
    ).toEqual([false, true, false, true]);
  });
  test('seven days are seven: what goes on the eighth is in the next ones', () => {
    const twice = (nextAfterDays: number): boolean =>
      at(
        standard({
          levels: [
            { ...STANDARD.levels[0], letter: 'at-once', paymentTermDays: 2, nextAfterDays },
            { ...STANDARD.levels[1], letter: 'at-once', sms: false, phone: null },
          ],
        }),
      ).some((f) => f.startsWith('contacts.over-budget'));
    expect([7, 6].map(twice)).toEqual([false, true]);
  });
  test('the court needs a Mahnung before it, nothing else does', () => {
    expect(at(standard({ levels: STANDARD.levels.slice(0, 1), after: 'none' }))).toEqual([]);
  });
  test('a window belongs to a day, at the hand-over too', () => {
    expect(at(receivables({ handOver: { ...RECEIVABLES.handOver, startsOnDay: null } }))).toEqual([
      'window.no-day handOver.windowDays',
    ]);
    expect(at(receivables({ handOver: { ...RECEIVABLES.handOver, startsOnDay: null, windowDays: 0 } }))).toEqual([]);
  });
  test('a window may end the day before the next level, not on its day', () => {
    expect(
      [13, 14].map((windowDays) => at(receivables({ levels: levels(0, { windowDays }, RECEIVABLES.levels) }))),
    ).toEqual([[], ['stages.overlap levels[0].windowDays']]);
    expect(
      lintProcedure(Procedure.parse(receivables({ levels: levels(0, { windowDays: 14 }, RECEIVABLES.levels) })))[0]
        ?.message,
    ).toBe('Das Zeitfenster von „Zahlungserinnerung“ reicht bis Tag 35, „1. Mahnung“ beginnt an Tag 35.');
  });
  test('the longest way is the one that is told', () => {
    expect(
      lintProcedure(Procedure.parse(standard({ levels: levels(1, { phone: null, nextAfterDays: 340 }) }))).find(
        (f) => f.code === 'wait.too-long',
      )?.message,
    ).toBe('Der Mahnlauf dauert ohne E-Mail 399 Tage.');
    expect(
      lintProcedure(Procedure.parse(standard({ levels: levels(1, { nextAfterDays: 340 }) }))).find(
        (f) => f.code === 'wait.too-long',
      )?.message,
    ).toBe('Der Mahnlauf dauert ohne Telefon 384 Tage.');
  });
  test('a first level with a day counts against the time to pay only where that is counted from the invoice', () => {
    expect(at(receivables({ levels: levels(0, { startsOnDay: 15 }, RECEIVABLES.levels) }))).toEqual([]);
    expect(at(standard({ levels: levels(0, { startsOnDay: 0 }), invoiceTermDays: 14 }))).toEqual([]);
    expect(
      at(receivables({ invoiceTermDays: null, levels: levels(0, { startsOnDay: 5 }, RECEIVABLES.levels) })),
    ).toEqual([]);
  });
  test('calls are announced at their own level or before; costs only where some come later', () => {
    const announced = (i: number, what: string, of: Levels, more: object = {}): string[] =>
      at({ ...standard(more), levels: levels(i, { announces: [what] }, of) });
    const onlyFirstCalls = STANDARD.levels.map((l) => (l.stage > 1 ? { ...l, phone: null, nextAfterDays: 16 } : l));
    expect([0, 1, 2].map((i) => announced(i, 'calls', onlyFirstCalls))).toEqual([
      [],
      [],
      ['threat.no-step levels[2].announces'],
    ]);
    const noFees = STANDARD.levels.map((l) => ({ ...l, collectionFee: false }));
    const lateFee = (more: object) => levels(2, more, noFees);
    expect([announced(1, 'fee', noFees), announced(1, 'fee', noFees, { after: 'none' })]).toEqual([
      [],
      ['threat.no-step levels[1].announces'],
    ]);
    expect(
      [1, 2].map((i) =>
        [{ collectionFee: true }, { flatFee: { amount: 250, basis: 'agb', source: 'AGB' } }].map((more) =>
          announced(i, 'fee', lateFee(more), { after: 'none' }),
        ),
      ),
    ).toEqual([
      [[], []],
      [['threat.no-step levels[2].announces'], ['threat.no-step levels[2].announces']],
    ]);
  });
});

test('docs/procedures.md lists every rule as it is, every field, and every placeholder', () => {
  const doc = file('docs/procedures.md');
  const table = Object.entries(RULES)
    .map(
      ([code, r]) =>
        `| \`${code}\` | ${r.severity === 'error' ? 'lehnt ab' : 'Hinweis'} | ${r.rule} | ${r.source} | ${r.mend} |`,
    )
    .join('\n');
  expect(doc).toContain(table);
  for (const field of [...Object.keys(STANDARD), 'creditor', ...Object.keys(STANDARD.levels[1]!)])
    expect(doc).toContain(`| \`${field}\` |`);
  for (const name of PLACEHOLDERS) expect(doc).toContain(`{{${name}}}`);
});

test('the examples of docs/procedures.md may run as they stand', () => {
  const examples = [...file('docs/procedures.md').matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) =>
    Procedure.parse(JSON.parse(json ?? '')),
  );
  expect(examples.map((p) => [p.id, lintProcedure(p)])).toEqual([['kurz', []]]);
});
