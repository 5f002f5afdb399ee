import { closing, opening, urgency } from '../../../domain/letters/tone.ts';
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
