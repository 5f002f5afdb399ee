import { day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId, HandOverId, QueryId } from '../../../domain/ids.ts';
import { HOW_TO_COMPLETE } from '../../../domain/letters/missing-contracts.ts';
import { particularsMail, queryMail } from '../../../domain/letters/queries.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';

test('a question to the creditor says which Akte, by when, and that the dunning rests', () => {
  const { subject, text } = queryMail({
    agency: rheinbogen,
    creditor: musterladen,
    akte: AkteId.parse('MUS-4F7K-2QXR'),
    query: {
      id: QueryId.parse('A1'),
      on: day('2026-03-02'),
      by: 'operator:x',
      question: 'Liegt der Lieferschein vor?',
      answerBy: day('2026-03-16'),
      answer: null,
    },
  });
  expect(subject).toBe('Rückfrage zur Akte MUS-4F7K-2QXR, Antwort bitte bis 16.03.2026');
  expect(text.split('\n\n').slice(0, 4)).toEqual([
    'Guten Tag Musterladen GmbH,',
    'zur Akte MUS-4F7K-2QXR haben wir eine Rückfrage (A1):',
    'Liegt der Lieferschein vor?',
    'Bitte antworten Sie bis zum 16.03.2026. Bis dahin ruht der Mahnlauf: Es gehen keine Mahnungen hinaus, und es entstehen keine weiteren Kosten.',
  ]);
});

test('a question for the contract of a claim says how it is completed, and that only this claim waits', () => {
  const { text } = queryMail({
    agency: rheinbogen,
    creditor: musterladen,
    akte: AkteId.parse('MUS-4F7K-2QXR'),
    query: {
      id: QueryId.parse('A2'),
      on: day('2026-03-02'),
      by: 'operator:x',
      question: 'Worüber wurde der Vertrag geschlossen, und wann?',
      answerBy: day('2026-03-16'),
      answer: null,
      particularsOf: [ClaimId.parse('F1')],
    },
  });
  expect(text.split('\n\n').slice(2, 5)).toEqual([
    'Worüber wurde der Vertrag geschlossen, und wann?',
    HOW_TO_COMPLETE,
    'Bitte antworten Sie bis zum 16.03.2026. Bis dahin schreiben wir dem Schuldner zu diesen Forderungen nicht.',
  ]);
});

describe('the mail about contracts that a call lacks', () => {
  const mail = (claims: readonly string[]) =>
    particularsMail({
      agency: rheinbogen,
      creditor: musterladen,
      handOver: { id: HandOverId.parse('A-1'), claims, codes: { 'contract.missing': claims.length } },
    });
  test('names the hand-over and its claims, and how they are completed', () => {
    const { subject, text } = mail(['MUS-4F7K-2QXR-F1', 'MUS-4F7K-2QXR-F2']);
    expect(subject).toBe('Forderungsabgabe A-1: Angaben zum Vertrag fehlen');
    expect(text).toContain('In 2 Zeilen fehlt');
    expect(text).toContain('Übernommen wurden: MUS-4F7K-2QXR-F1, MUS-4F7K-2QXR-F2.');
  });
  test('names fifty of them at most, and says where the others stand', () => {
    const { text } = mail(Array.from({ length: 51 }, (_, i) => `F${i}`));
    expect(text).toContain('F49 und weitere; alle stehen in der Abgabehistorie.');
    expect(text).not.toContain('F50');
  });
});
