import { byOperator } from '../../../domain/actor.ts';
import type { Answer } from '../../../domain/akte/answer.ts';
import { decideAnswer } from '../../../domain/akte/decide-answer.ts';
import type { Fact, FactOf } from '../../../domain/akte/facts.ts';
import { day, formatDay, plusDays, type Day } from '../../../domain/calendar.ts';
import { QueryId } from '../../../domain/ids.ts';
import { cents } from '../../../domain/money.ts';
import type { Address } from '../../../domain/parties/parties.ts';
import {
  DISPUTE_WORDS,
  DISPUTES,
  HOLD_GROUNDS,
  SITUATIONS,
  type DisputeReason,
} from '../../../domain/procedure/holds.ts';
import { aClaim, after, demandedTwice, erika, MATTER, opened } from '../../support/akte.ts';
import { deciding } from '../../support/deciding.ts';

const by = byOperator('test');
const CASE = opened(erika, aClaim());
const given = deciding(decideAnswer);
const told = (answer: Answer) => ({ answer, by });
const rests = (more: Pick<FactOf<'held'>, 'ground' | 'reason' | 'until'>, on = after(0)): Fact => ({
  kind: 'held',
  on,
  by,
  ...more,
});

describe('what lets the case rest, once', () => {
  test.each<[Answer, Fact]>([
    [{ kind: 'proof', note: 'Beleg' }, rests({ ground: 'proof', until: after(14), reason: 'Zahlungsnachweis: Beleg' })],
    [
      { kind: 'deferral', until: after(30), note: 'Stundung' },
      rests({ ground: 'deferral', until: after(30), reason: 'Stundung' }),
    ],
    [
      { kind: 'deferral', until: after(1), note: 'Stundung' },
      rests({ ground: 'deferral', until: after(1), reason: 'Stundung' }),
    ],
    [{ kind: 'situation', ground: 'hardship', note: 'krank' }, rests({ ground: 'hardship', reason: 'krank' })],
    [
      { kind: 'situation', ground: 'hardship', note: 'krank', until: after(1) },
      rests({ ground: 'hardship', reason: 'krank', until: after(1) }),
    ],
  ])('%j', (answer, fact) => {
    given(...CASE)
      .when(told(answer), after(0))
      .then([fact]);
    given(...CASE, fact)
      .when(told(answer), after(0))
      .then([]);
  });
  test('said on another day, for another reason, until another day or of another ground, it is news', () => {
    const deferred = rests({ ground: 'deferral', until: after(30), reason: 'Stundung' });
    const again = given(...CASE, deferred);
    const answer = { kind: 'deferral', until: after(30), note: 'Stundung' } as const;
    again
      .when(told(answer), after(1))
      .then([rests({ ground: 'deferral', until: after(30), reason: 'Stundung' }, after(1))]);
    again
      .when(told({ ...answer, note: 'krank' }), after(0))
      .then([rests({ ground: 'deferral', until: after(30), reason: 'krank' })]);
    again
      .when(told({ ...answer, until: after(31) }), after(0))
      .then([rests({ ground: 'deferral', until: after(31), reason: 'Stundung' })]);
    again
      .when(told({ kind: 'situation', ground: 'hardship', note: 'Stundung', until: after(30) }), after(0))
      .then([rests({ ground: 'hardship', until: after(30), reason: 'Stundung' })]);
  });
  test('what holds no longer is over; what never held is not', () => {
    const answer: Answer = { kind: 'over', ground: 'hardship', note: 'vorbei' };
    given(...CASE, rests({ ground: 'hardship', reason: 'krank' }))
      .when(told(answer), after(3))
      .then([{ kind: 'resumed', ground: 'hardship', on: after(3), by, reason: 'vorbei' }]);
    given(...CASE)
      .when(told(answer), after(3))
      .then([]);
    given(...CASE, rests({ ground: 'insolvent', reason: 'Beschluss' }))
      .when(told(answer), after(3))
      .then([]);
  });
});

describe('a dispute lets the case rest and asks the creditor', () => {
  const disputes = (dispute: DisputeReason, { id = 'Q1', note = '' } = {}): Fact[] => [
    {
      kind: 'held',
      ground: 'dispute',
      on: after(0),
      by,
      dispute,
      reason: `Bestritten: ${DISPUTE_WORDS[dispute].name}${note}`,
    },
    {
      kind: 'asked',
      id: QueryId.parse(id),
      on: after(0),
      by,
      question: DISPUTE_WORDS[dispute].question,
      answerBy: after(14),
    },
  ];
  test.each(DISPUTES)('%s, with its question to the creditor, once', (reason) => {
    given(...CASE)
      .when(told({ kind: 'dispute', reason }), after(0))
      .then(disputes(reason));
    given(...CASE, ...disputes(reason))
      .when(told({ kind: 'dispute', reason, note: 'noch einmal' }), after(5))
      .then([]);
  });
  test('what the debtor adds stands in its reason', () => {
    given(...CASE)
      .when(told({ kind: 'dispute', reason: 'defective', note: 'Bein fehlt' }), after(0))
      .then(disputes('defective', { note: ' (Bein fehlt)' }));
  });
  test('another objection is another question', () => {
    given(...CASE, ...disputes('not-ordered'))
      .when(told({ kind: 'dispute', reason: 'amount' }), after(0))
      .then(disputes('amount', { id: 'Q2' }));
  });
  test('what was settled may be objected again', () => {
    given(...CASE, ...disputes('amount'), { kind: 'resumed', ground: 'dispute', on: after(0), by })
      .when(told({ kind: 'dispute', reason: 'amount' }), after(0))
      .then(disputes('amount', { id: 'Q2' }));
  });
});

describe('a promise is believed three days more, to the end of a working day', () => {
  const promised = (payBy: Day, until: Day, { on = after(0), note = '' } = {}): Fact =>
    rests({ ground: 'promise', until, reason: `Zahlung zugesagt bis ${formatDay(payBy)}${note}` }, on);
  test.each([
    ['three days later is a Friday', '2026-03-17', '2026-03-21'],
    ['three days later is a Saturday', '2026-03-18', '2026-03-24'],
    ['three days later is Good Friday', '2026-03-31', '2026-04-08'],
    ['tomorrow', '2026-03-03', '2026-03-07'],
    ['the last day that a promise may reach', '2026-04-13', '2026-04-17'],
  ])('%s', (_, payBy, until) => {
    given(...CASE)
      .when(told({ kind: 'promise', payBy: day(payBy) }), after(0))
      .then([promised(day(payBy), day(until))]);
  });
  test('a holiday counts where the debtor lives', () => {
    const on = day('2026-05-20');
    const payBy = day('2026-06-01');
    const answer: Answer = { kind: 'promise', payBy };
    given(...CASE)
      .when(told(answer), on)
      .then([promised(payBy, day('2026-06-06'), { on })]);
    given(...opened({ ...erika, land: 'BE' }, aClaim()))
      .when(told(answer), on)
      .then([promised(payBy, day('2026-06-05'), { on })]);
  });
  test('what the debtor adds stands in its reason; the same again adds nothing', () => {
    const answer: Answer = { kind: 'promise', payBy: day('2026-03-17'), note: 'nach dem Gehalt' };
    const fact = promised(day('2026-03-17'), day('2026-03-21'), { note: ' (nach dem Gehalt)' });
    given(...CASE)
      .when(told(answer), after(0))
      .then([fact]);
    given(...CASE, fact)
      .when(told(answer), after(0))
      .then([]);
  });
});

describe('news of a contact, and of what came back', () => {
  const NEW: Address = { street: 'Neuweg 1', postalCode: '20457', city: 'Hamburg', country: 'DE' };
  const CAME_BACK: Fact = { kind: 'undeliverable', contact: 'email', on: after(11), reason: 'Postfach voll' };
  const SENT = [...CASE, ...demandedTwice(MATTER, cents(120_00))];
  test('what the debtor says of himself, with the Land of a postal code that lies in one', () => {
    given(...CASE)
      .when(told({ kind: 'contact', address: NEW }), after(1))
      .then([{ kind: 'contactChanged', on: after(1), by, source: 'debtor', address: NEW, land: 'HH' }]);
  });
  test('what does not lead to the debtor is not told again', () => {
    given(...CASE, CAME_BACK)
      .when(told({ kind: 'contact', email: 'erika@example.com' }), after(12))
      .thenRefuses('contact.failed');
  });
  test('what no letter can print is refused', () => {
    given(...CASE)
      .when(told({ kind: 'contact', name: 'エリカ' }), after(0))
      .thenRefuses('contact.letters');
  });
  test.each(['r1', '12.03.2026', '2026-03-12'])('the mail %s that came back has demanded nothing', (reference) => {
    given(...SENT)
      .when(told({ kind: 'returned', reference, note: 'unbekannt' }), after(12))
      .then([
        {
          kind: 'undeliverable',
          contact: 'email',
          on: after(12),
          reason: 'unbekannt',
          message: { matter: MATTER, stage: 1, channel: 'email' },
        },
      ]);
  });
});

describe('what is refused', () => {
  test.each<[Answer, string]>([
    [{ kind: 'promise', payBy: after(0) }, 'day.past'],
    [{ kind: 'promise', payBy: plusDays(after(0), -1) }, 'day.past'],
    [{ kind: 'promise', payBy: after(43) }, 'promise.too-far'],
    [{ kind: 'deferral', until: after(0), note: 'x' }, 'day.past'],
    [{ kind: 'situation', ground: 'hardship', note: 'x', until: after(0) }, 'day.past'],
    [{ kind: 'returned', reference: 'unbekannt', note: 'x' }, 'returned.unknown'],
  ])('%j', (answer, code) => {
    given(...CASE)
      .when(told(answer), after(0))
      .thenRefuses(code);
  });
  test.each(HOLD_GROUNDS.filter((ground) => !SITUATIONS.includes(ground)))('%s is no special situation', (ground) => {
    given(...CASE)
      .when(told({ kind: 'situation', ground, note: 'x' }), after(0))
      .thenRefuses('answer.situation');
  });
  test.each(SITUATIONS)('%s is one', (ground) => {
    given(...CASE)
      .when(told({ kind: 'situation', ground, note: 'x' }), after(0))
      .then([rests({ ground, reason: 'x' })]);
  });
});
