import type { Akte, Message } from '../../../domain/akte/akte.ts';
import type { Demand } from '../../../domain/akte/demand.ts';
import { day } from '../../../domain/calendar.ts';
import type { ClaimId, MatterId } from '../../../domain/ids.ts';
import {
  dunnedBefore,
  freeOfCharge,
  newcomersOf,
  toldBefore,
  untoldIn,
  untoldReversals,
  writtenByStagesBefore,
} from '../../../domain/letters/history.ts';
import { cents } from '../../../domain/money.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import type { Stage } from '../../../domain/procedure/states.ts';
import { aClaim } from '../../support/akte.ts';
import { F1, F2, M1, M2, DUNNED, REMINDED, akte, ask, at, paid } from '../account/cases.ts';

/** The message of a stage of the first matter that would be written now. */
const writing = (of: Akte, stage: Stage, more: Partial<Parameters<typeof toldBefore>[0]> = {}) => {
  const matter = of.matters.find((m) => m.id === M1);
  const level = STANDARD.levels.find((l) => l.stage === stage);
  if (!matter || !level) throw new Error(`no matter or no stage ${stage}`);
  return { akte: of, matter, level, procedure: STANDARD, channel: 'letter' as const, ...more };
};
const days = (messages: readonly Message[]): (string | null)[] => messages.map((m) => m.on);
const joined = (message: Message): Message => ({ ...message, key: { ...message.key, occasion: 'joined' } });
/** The creditor writes until the 1st Mahnung, the agency from the 2nd on. */
const OWN_FIRST = Procedure.parse({
  ...STANDARD,
  id: 'own',
  levels: STANDARD.levels.map((l) => (l.stage < 2 ? { ...l, sender: 'creditor', collectionFee: false } : l)),
});

describe('what the debtor has been told before a stage began', () => {
  const LETTER = ask('2026-03-16', 1, { channel: 'letter' });
  test('all of the stages before, and nothing of this one, of which the letter repeats the mail', () => {
    const of = akte([REMINDED, DUNNED, LETTER]);
    expect(days(toldBefore(writing(of, 1)))).toEqual(['2026-03-02']);
    expect(days(toldBefore(writing(of, 2)))).toEqual(['2026-03-02', '2026-03-12', '2026-03-16']);
  });
  test('nothing where it was the first to write', () => {
    expect(toldBefore(writing(akte([DUNNED, LETTER]), 1))).toEqual([]);
  });
  test('what another matter of the debtor said, too; its stage of the same number does not begin this one', () => {
    const of = akte([ask('2026-03-05', 1, { matter: M2 }), DUNNED], [], [aClaim(1), aClaim(2, { matter: M2 })]);
    expect(days(toldBefore(writing(of, 1)))).toEqual(['2026-03-05']);
  });
  test('nothing that came back, and no text message: that has no room for reasons', () => {
    const of = akte([ask('2026-03-02', 0, { state: 'returned' }), ask('2026-03-03', 0, { channel: 'sms' }), DUNNED]);
    expect(toldBefore(writing(of, 2)).map((m) => m.key.channel)).toEqual(['email']);
  });
});

describe('in whose name the stages before have written', () => {
  test('those before it; what is sent of the stage already introduces nobody', () => {
    const of = akte([REMINDED, DUNNED]);
    const senders = (stage: Stage) => [...writtenByStagesBefore({ ...writing(of, stage), procedure: OWN_FIRST })];
    expect([senders(0), senders(1), senders(2)]).toEqual([[], ['creditor'], ['creditor']]);
  });
  test('before a notice of what has joined: all but other such notices', () => {
    const occasion = 'joined' as const;
    expect([...writtenByStagesBefore(writing(akte([DUNNED]), 1, { occasion }))]).toEqual(['agency']);
    expect([...writtenByStagesBefore(writing(akte([joined(DUNNED)]), 1, { occasion }))]).toEqual([]);
  });
});

describe('what has to be explained because nothing of the agency has claimed it before', () => {
  const of = akte([REMINDED, DUNNED], [], [aClaim(1, { dueByContract: true })]);
  test('interest and costs, though the creditor has named them in its own letters', () => {
    const account = at(of, '2026-04-07');
    expect(untoldIn(writing(of, 2), account)).toEqual({ interest: false, costs: false });
    expect(untoldIn({ ...writing(of, 2), procedure: OWN_FIRST }, account)).toEqual({ interest: true, costs: true });
  });
});

describe('what went out before anything was charged', () => {
  const claims = [aClaim(1, { dueByContract: true }), aClaim(2, { matter: M2, dueByContract: true })];
  const free = (of: Akte, matter: MatterId = M1, procedure = STANDARD) =>
    freeOfCharge(
      of,
      of.matters.find((m) => m.id === matter)!,
      procedure,
    ).map((t) => t.on);
  const all = [F1, F2];
  test('the letters until the first that asks a fee', () => {
    expect(free(akte([REMINDED, DUNNED, ask('2026-03-26', 2)]))).toEqual(['2026-03-02']);
    expect(free(akte([REMINDED]))).toEqual(['2026-03-02']);
  });
  test('a letter that asked for no money charged nothing', () => {
    const silent: Message = { ...ask('2026-03-05', 1), demand: null };
    expect(free(akte([REMINDED, silent, DUNNED]))).toEqual(['2026-03-02', '2026-03-05']);
  });
  test('only in the name of the agency: of the creditor’s own letters it says nothing', () => {
    expect(free(akte([REMINDED, ask('2026-03-26', 2)]), M1, OWN_FIRST)).toEqual([]);
  });
  test('what was open of another matter’s fee was charged with it, a fee that was paid by then was not', () => {
    const second = ask('2026-03-20', 0, { matter: M2, claims: all });
    expect(free(akte([DUNNED, second], [], claims), M2)).toEqual([]);
    const fee = at(akte([DUNNED], [], claims), '2026-03-15').matters[0]!.openFee;
    expect(free(akte([DUNNED, second], [paid('p', fee, '2026-03-15', F1)], claims), M2)).toEqual(['2026-03-20']);
  });
  test('a fee of its own that was paid in full was charged all the same', () => {
    const again = ask('2026-03-26', 2, { claims: all });
    const of = akte([DUNNED, again], [], [aClaim(1, { dueByContract: true })]);
    const fee = at(of, '2026-03-12').matters[0]!.openFee;
    expect(free({ ...of, payments: [paid('p', fee, '2026-03-13')] })).toEqual([]);
  });
});

describe('what was asked for in another matter', () => {
  const claims = [aClaim(1), aClaim(2, { matter: M2 })];
  const DEMAND: Demand = DUNNED.demand!;
  const dunned = (sender: 'agency' | 'creditor', of: Partial<Demand>, ...messages: Message[]): ClaimId[] =>
    dunnedBefore(writing(akte(messages, [], claims), 1), sender, { ...DEMAND, claims: [F1, F2], ...of }).map(
      (c) => c.id,
    );
  const elsewhere = ask('2026-03-05', 1, { matter: M2, claims: [F2] });
  const own = ask('2026-03-05', 1, { matter: M2, claims: [F2], fee: false });
  test('by the agency, whose letters charge collection costs, or by the creditor, whose do not', () => {
    expect([dunned('agency', {}, elsewhere), dunned('creditor', {}, elsewhere)]).toEqual([[F2], []]);
    expect([dunned('agency', {}, own), dunned('creditor', {}, own)]).toEqual([[], [F2]]);
  });
  test('not what this matter itself has asked for, nor what is not asked for now', () => {
    expect(dunned('agency', {}, DUNNED)).toEqual([]);
    expect(dunned('agency', { claims: [F1] }, elsewhere)).toEqual([]);
  });
});

describe('what has joined a running series', () => {
  const newcomers = (payments: Akte['payments'] = [], more: Partial<Akte> = {}, claims: ClaimId[] = [F1, F2]) => {
    const of = akte([ask('2026-03-12', 1, { claims: [F1] })], [...payments]);
    const both: Akte = {
      ...of,
      claims: [aClaim(1), aClaim(2)],
      matters: of.matters.map((m) => ({ ...m, claims: [F1, F2] })),
      arrivals: { ...of.arrivals, [F2]: { handOver: 'h2', on: day('2026-03-20'), joinedOn: day('2026-03-20') } },
      ...more,
    };
    const demand: Demand = { ...DUNNED.demand!, claims };
    const asking = { ...ask('2026-03-26', 2), state: 'sent' as const, on: day('2026-03-26'), demand };
    return newcomersOf(both, at(both, '2026-03-26'), asking);
  };
  test('is named with what is left of its own principal', () => {
    expect(newcomers().map((c) => [c.id, c.open])).toEqual([[F2, 120_00]]);
    expect(newcomers([paid('p', 50_00, '2026-03-25', F2)]).map((c) => c.open)).toEqual([70_00]);
    expect(newcomers([paid('p', 50_00, '2026-03-25', F1)]).map((c) => c.open)).toEqual([120_00]);
  });
  test('once: not where it is not asked for, or was before, and nothing that has begun with the series', () => {
    expect(newcomers([], {}, [F1])).toEqual([]);
    expect(newcomers([], { messages: [DUNNED] })).toEqual([]);
    expect(newcomers([], { arrivals: {} })).toEqual([]);
  });
});

test('what was taken back is told once', () => {
  const back = { ...paid('p', 50_00, '2026-03-10'), reversed: { on: day('2026-03-14'), reason: 'Rücklastschrift' } };
  const account = at(akte([REMINDED], [back]), '2026-03-20');
  const telling: Message = { ...DUNNED, demand: { ...DUNNED.demand!, takenBack: ['p'] } };
  expect(untoldReversals(account, [REMINDED])).toEqual([
    { id: 'p', via: 'agency', valueDate: '2026-03-10', amount: cents(50_00), on: '2026-03-14' },
  ]);
  expect(untoldReversals(account, [REMINDED, telling])).toEqual([]);
});
