import { closing, opening, urgency } from '../../../domain/letters/tone.ts';
import type { NoticeFacts } from '../../../domain/letters/facts.ts';
import { aClaim } from '../../support/akte.ts';
import { facts, werkstatt } from '../../support/notices.ts';

const IN_DEFAULT = /^Sie sind seit dem 26\.02\.2026 in Verzug\. Seit Fälligkeit/;
const HEADS = [
  /^Bitte überweisen Sie 161,23\u00a0€ bis zum 24\.03\.2026 .*RF80MUS4F7K2QXR/,
  /^Können Sie nicht alles auf einmal zahlen/,
  /^Halten Sie die Forderung/,
  /^So erreichen Sie Rheinbogen Inkasso GmbH/,
];
const COURT = /gerichtliche Mahnverfahren/;
const COUNSEL = /Schuldnerberatungsstellen/;
const matches = (paragraphs: readonly string[], patterns: readonly RegExp[]): void => {
  expect(paragraphs.map((p, i) => patterns[i]?.test(p) ?? p)).toEqual(patterns.map(() => true));
};

describe('what is said before the table', () => {
  test('a reminder is friendly, first or not, and does not speak of default', () => {
    for (const first of [true, false])
      matches(opening(facts({ stage: 0, first })), [/freundlich an die folgende Zahlung erinnern/]);
  });
  test('the first Mahnung without a reminder says who has ordered it', () => {
    matches(opening(facts()), [/^Musterladen GmbH hat Rheinbogen Inkasso GmbH beauftragt/, IN_DEFAULT]);
  });
  test('the first after a reminder refers to it, the later ones to what was written', () => {
    matches(opening(facts({ first: false })), [/bereits an eine offene Zahlung erinnert/, IN_DEFAULT]);
    for (const stage of [2, 3] as const)
      matches(opening(facts({ first: false, stage })), [/bereits angeschrieben/, IN_DEFAULT]);
  });
  test('without default nothing is said of it', () => {
    expect(opening(facts({ defaults: [] }))).toHaveLength(1);
  });
});
describe('what is said after it', () => {
  test('until the last stage: how to pay, what is urgent, instalments, objection, answer', () => {
    for (const stage of [0, 1, 2] as const)
      matches(closing(facts({ stage }), ['Eilt.']), [HEADS[0]!, /^Eilt\.$/, ...HEADS.slice(1)]);
  });
  test('in the last: also the court, and for a private person where to find counsel', () => {
    matches(closing(facts({ stage: 3 }), ['Eilt.']), [
      HEADS[0]!,
      COURT,
      /^Eilt\.$/,
      HEADS[1]!,
      HEADS[2]!,
      COUNSEL,
      HEADS[3]!,
    ]);
    matches(closing(facts({ stage: 3, debtor: werkstatt }), []), [HEADS[0]!, COURT, ...HEADS.slice(1)]);
    matches(closing(facts({ stage: 1, lastStage: 1 }), []), [
      HEADS[0]!,
      COURT,
      HEADS[1]!,
      HEADS[2]!,
      COUNSEL,
      HEADS[3]!,
    ]);
  });
  test('a private person is offered instalments, a business a plan', () => {
    expect(closing(facts(), []).join()).toContain('Raten vor, die zu Ihrer Lage passen');
    expect(closing(facts({ debtor: werkstatt }), []).join()).toContain('einen Zahlungsplan vor');
  });
  test('what is urgent, by stage; a reminder that is the last stage stays a reminder', () => {
    expect(
      [
        urgency(facts({ stage: 0, lastStage: 0 })),
        urgency(facts()),
        urgency(facts({ stage: 2 })),
        urgency(facts({ stage: 3 })),
      ].map((t) => /gegenstandslos|weitere Zinsen|letzte Mahnung/.exec(t)?.[0]),
    ).toEqual(['gegenstandslos', 'weitere Zinsen', 'weitere Zinsen', 'letzte Mahnung']);
  });
});

describe('who was dunned before for something else', () => {
  const OLD = aClaim(1, { invoiceNumber: 'ALT-1' });
  const OLDER = aClaim(2, { invoiceNumber: 'ALT-2' });
  const NEW = aClaim(3, { invoiceNumber: 'NEU-3' });
  const reminded = (more: Partial<NoticeFacts>) => opening(facts({ stage: 0, ...more }))[0];
  for (const sender of ['agency', 'creditor'] as const)
    test(`a reminder of the ${sender} speaks of what is new alone as forgotten`, () => {
      const dunnedBefore = [OLD, OLDER];
      expect(reminded({ sender, dunnedBefore, claims: [OLD, OLDER, NEW] })).toContain(
        'Neu ist die Rechnung NEU-3 vom 10.01.2026; an ihre Zahlung',
      );
      expect(reminded({ sender, dunnedBefore, claims: [OLD, OLDER] })).toContain('weiterhin nicht vollständig');
      expect(reminded({ sender, claims: [NEW] })).toContain('Alltag bleibt eine Rechnung leicht einmal liegen');
    });
  test('a later letter of the creditor’s own does not call it the first', () => {
    const own = (more: Partial<NoticeFacts>) => opening(facts({ sender: 'creditor', introduces: true, ...more }))[0];
    expect(own({})).toContain('ist bisher keine vollständige Zahlung eingegangen');
    expect(own({ dunnedBefore: [OLD] })).toContain('bereits an eine offene Zahlung erinnert');
    for (const sender of ['agency', 'creditor'] as const)
      expect(opening(facts({ sender, stage: 2, dunnedBefore: [OLD] }))[0]).not.toContain('Neu ist');
  });
});

describe('what is told of what follows', () => {
  test('the last letter is the last before what it announces', () => {
    const last = (...announces: NoticeFacts['announces']) => urgency(facts({ stage: 3, announces }));
    expect(last('court')).toContain('unsere letzte Mahnung vor dieser Prüfung.');
    expect(last('handOver')).toContain('unsere letzte Mahnung vor der Übergabe.');
    expect(last()).toContain('unsere letzte Mahnung.');
  });
  test('that a next letter may cost something, only while costs may grow', () => {
    const told = (costs: boolean) =>
      closing(facts({ announces: ['fee', 'calls'], grows: { interest: true, costs } }), []);
    expect(told(true).join()).toContain('Müssen wir Sie noch einmal mahnen');
    expect(told(false).join()).not.toContain('Müssen wir Sie noch einmal mahnen');
    expect(told(false).join()).toContain('rufen wir Sie in den nächsten Wochen an');
  });
});
