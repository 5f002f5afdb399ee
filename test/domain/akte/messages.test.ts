import {
  akteOfReference,
  creditorOf,
  findMessage,
  keyToSend,
  latestMessage,
  messageReference,
} from '../../../domain/akte/akte.ts';
import type { Fact, MessageKey } from '../../../domain/akte/facts.ts';
import { MessageReference } from '../../../domain/ids.ts';
import { AKTE, EVERY_CLAIM, erika } from '../../support/akte.ts';
import { M2, F1, ON, key, reserved, sent, after } from './told.ts';

const notSent = (why: 'refused' | 'not-taken', message = key()): Fact => ({
  kind: 'notSent',
  message,
  reference: MessageReference.parse('r'),
  on: ON,
  why,
  reason: 'x',
});
const MESSAGE = {
  key: key(),
  reference: 'r',
  state: 'open',
  reservedAt: '2026-03-12T08:00:00Z',
  demand: { total: 5, asOf: ON, payBy: ON, claims: EVERY_CLAIM, collectionFee: true },
  on: null,
  document: null,
  to: { email: erika.email },
};

describe('messages', () => {
  test('reserved: open, with what it asks', () => {
    expect(after(reserved()).messages).toEqual([MESSAGE]);
  });
  test('sent: on its day, with its document', () => {
    expect(after(reserved(), sent()).messages).toEqual([
      { ...MESSAGE, state: 'sent', on: ON, document: 'letters/r.pdf' },
    ]);
  });
  test('reserved again: the new reservation takes the place of the old one', () => {
    expect(after(reserved(), reserved(key(), 'again')).messages).toEqual([{ ...MESSAGE, reference: 'again' }]);
  });
  test('refused: it stays and is not tried again; not taken: it is as if never reserved', () => {
    expect(after(reserved(), notSent('refused')).messages).toEqual([{ ...MESSAGE, state: 'refused', on: ON }]);
    expect(after(reserved(), notSent('not-taken')).messages).toEqual([]);
  });
  test('unclear, until a person has clarified it: then it counts as sent', () => {
    const unclear: Fact[] = [
      reserved(),
      { kind: 'unclear', message: key(), reference: MessageReference.parse('r'), on: ON },
    ];
    expect(after(...unclear).messages).toMatchObject([{ state: 'unclear', on: ON }]);
    const clarified = after(
      ...unclear,
      { kind: 'trouble', claim: F1, on: ON, reason: 'x' },
      reserved(key({ stage: 2 })),
      { kind: 'clarified', on: ON, by: 'operator:x', reason: 'x' },
    );
    expect(clarified.messages).toMatchObject([
      { key: key(), state: 'sent', on: ON },
      { key: key({ stage: 2 }), state: 'open' },
    ]);
    expect(clarified.troubles).toEqual([]);
  });
  test('come back: they have told nobody anything, and the way they went is dead', () => {
    const back: Fact = { kind: 'undeliverable', contact: 'email', on: ON, reason: 'x', message: key() };
    expect(after(reserved(), reserved(key({ stage: 2 })), sent(), back)).toMatchObject({
      dead: ['email'],
      messages: [
        { key: key(), state: 'returned', on: ON },
        { key: key({ stage: 2 }), state: 'open' },
      ],
    });
  });
  test('go again under the next copy’s name only where the one before came back', () => {
    const { copy: _, ...kind } = key();
    const back = (of: MessageKey): Fact => ({
      kind: 'undeliverable',
      contact: 'email',
      on: ON,
      reason: 'x',
      message: of,
    });
    const second = { ...kind, copy: 2 };
    expect(
      [after(), after(reserved(), sent()), after(reserved(), notSent('refused'))].map((akte) => keyToSend(akte, kind)),
    ).toEqual([kind, key(), key()]);
    const once = after(reserved(), sent(), back(key()));
    expect(keyToSend(once, kind)).toEqual(second);
    const twice = after(reserved(), sent(), back(key()), reserved(second), sent(second));
    expect([
      keyToSend(twice, kind),
      latestMessage(twice, kind)?.state,
      keyToSend(after(reserved(), sent(), back(key()), reserved(second), sent(second), back(second)), kind),
    ]).toEqual([second, 'sent', { ...kind, copy: 3 }]);
    expect(keyToSend(once, { ...kind, stage: 4 })).toEqual({ ...kind, stage: 4 });
    expect(messageReference(AKTE, second)).toBe(`${messageReference(AKTE, key())}-2`);
  });
  test.each<Partial<MessageKey>>([
    { matter: M2 },
    { stage: 2 },
    { channel: 'letter' },
    { occasion: 'calls' },
    { copy: 2 },
  ])('a message with %o is another one: what happens to it leaves the first alone', (more) => {
    const both = [reserved(), reserved(key(more), 'other')];
    expect(after(...both, sent(key(more))).messages).toMatchObject([
      { state: 'open', reference: 'r' },
      { state: 'sent', reference: 'other' },
    ]);
    expect(after(...both, notSent('not-taken', key(more))).messages).toEqual([MESSAGE]);
    expect(findMessage(after(...both), key(more))?.reference).toBe('other');
    expect(findMessage(after(reserved()), key(more))).toBeUndefined();
  });
  test('are found by their key', () => {
    expect(findMessage(after(reserved()), key())).toEqual(MESSAGE);
  });
});

test('a message has one name for ever, and the name leads back to its Akte and creditor', () => {
  const reference = messageReference(AKTE, key({ channel: 'letter', stage: 2 }));
  expect(reference).toBe('MUS-4F7K-2QXR-M1-2-letter');
  expect(messageReference(AKTE, key({ channel: 'sms', occasion: 'calls', copy: 3 }))).toBe(
    'MUS-4F7K-2QXR-M1-1-sms-calls-3',
  );
  expect(akteOfReference(reference)).toBe(AKTE);
  expect(creditorOf(AKTE)).toBe('MUS');
});
