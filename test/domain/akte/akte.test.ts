import {
  akteOfReference,
  foundersOf,
  generationOf,
  keyToSend,
  latestMessage,
  matterOf,
  messageReference,
  newestMatterOf,
  runningMatterOf,
  sameKey,
  type Akte,
  type Arrival,
  type Message,
} from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId, HandOverId, MatterId } from '../../../domain/ids.ts';
import { AKTE, aClaim } from '../../support/akte.ts';
import { DUNNED, F1, F2, M1, M2, REMINDED, akte, ask } from '../account/cases.ts';

const MAIL = { matter: M1, stage: 1, channel: 'email' } as const;
const TWO = [aClaim(1), aClaim(2, { matter: M2 })];
const begun = (...messages: Message[]): Akte => akte(messages, [], TWO);
const emptied = (of: Akte, id: MatterId): Akte => ({
  ...of,
  matters: of.matters.map((m) => (m.id === id ? { ...m, claims: [] } : m)),
});

describe('the name of a message', () => {
  test('says Akte, matter, stage and channel, and what sets it apart from another of these', () => {
    expect(messageReference(AKTE, MAIL)).toBe(`${AKTE}-M1-1-email`);
    expect(messageReference(AKTE, { ...MAIL, occasion: 'joined', copy: 2 })).toBe(`${AKTE}-M1-1-email-joined-2`);
    expect(akteOfReference(messageReference(AKTE, MAIL))).toBe(AKTE);
  });
  test('is the same only with its copy', () => {
    expect(sameKey(MAIL, { ...MAIL })).toBe(true);
    expect(sameKey(MAIL, { ...MAIL, copy: 2 })).toBe(false);
    expect(sameKey(MAIL, { ...MAIL, occasion: 'joined' })).toBe(false);
  });
});

describe('the key under which a message goes', () => {
  const ended = (more: Partial<Message['key']>, state: 'sent' | 'returned' | 'refused') => {
    const message = ask('2026-03-12', 1, { state });
    return begun({ ...message, key: { ...message.key, ...more } });
  };
  test('is its own for ever, and the next copy’s where it came back', () => {
    expect(keyToSend(begun(), MAIL)).toEqual(MAIL);
    expect(keyToSend(ended({}, 'refused'), MAIL)).toEqual(MAIL);
    expect(keyToSend(ended({}, 'returned'), MAIL)).toEqual({ ...MAIL, copy: 2 });
    expect(keyToSend(ended({ copy: 2 }, 'returned'), MAIL)).toEqual({ ...MAIL, copy: 3 });
  });
  test('is the next copy’s, too, where one more claim has joined since the last notice', () => {
    const notice = { ...MAIL, occasion: 'joined' as const };
    expect(keyToSend(ended({ occasion: 'joined' }, 'sent'), notice)).toEqual({ ...notice, copy: 2 });
    expect(keyToSend(ended({}, 'sent'), MAIL)).toEqual(MAIL);
  });
  test('the latest is the last of its kind, whatever copy', () => {
    const first = ask('2026-03-12', 1, { state: 'returned' });
    const copy = { ...ask('2026-03-14', 1), key: { ...MAIL, copy: 2 } };
    expect(latestMessage(begun(first, copy, REMINDED), MAIL)).toBe(copy);
    expect(latestMessage(begun(first), { ...MAIL, channel: 'letter' })).toBeUndefined();
  });
});

describe('the matters of an Akte', () => {
  test('a claim is in the one that has it', () => {
    expect([F1, F2, ClaimId.parse('F9')].map((id) => matterOf(begun(), id)?.id)).toEqual([M1, M2, undefined]);
  });
  test('the newest is the last with claims', () => {
    expect([newestMatterOf(begun())?.id, newestMatterOf(emptied(begun(), M2))?.id]).toEqual([M2, M1]);
  });
  test('the one that runs is the last that has written and has claims, else the newest', () => {
    const other = ask('2026-03-01', 0, { matter: M2 });
    expect(runningMatterOf(begun())?.id).toBe(M2);
    expect(runningMatterOf(begun(REMINDED))?.id).toBe(M1);
    expect(runningMatterOf(begun(REMINDED, other, DUNNED))?.id).toBe(M1);
    expect(runningMatterOf(begun(REMINDED, DUNNED, other))?.id).toBe(M2);
    expect(runningMatterOf(emptied(begun(REMINDED, DUNNED, other), M2))?.id).toBe(M1);
  });
  test('began with the claims that did not join later; with all of them where none is left', () => {
    const of = akte([], [], [aClaim(1), aClaim(2)]);
    const joined = (...ids: ClaimId[]): Akte => {
      const came = (id: ClaimId): Arrival => ({
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        joinedOn: ids.includes(id) ? day('2026-03-02') : null,
      });
      return { ...of, arrivals: { [F1]: came(F1), [F2]: came(F2) } };
    };
    const founders = (a: Akte) => foundersOf(a, a.matters[0]!).map((c) => c.id);
    expect([founders(joined()), founders(joined(F2)), founders(joined(F1, F2))]).toEqual([[F1, F2], [F1], [F1, F2]]);
  });
});

test('a claim that was never restarted is led by its first execution', () => {
  expect(generationOf(begun(), F1)).toBe(1);
  expect(generationOf({ ...begun(), generations: { [F1]: 3 } }, F1)).toBe(3);
});
