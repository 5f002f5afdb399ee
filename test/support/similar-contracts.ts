import { day } from '../../domain/calendar.ts';
import { AkteId, HandOverId, MatterId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/akte/facts.ts';
import { CreditorId, type Debtor } from '../../domain/parties/parties.ts';
import { pairOf, suggestionId } from '../../domain/similar/similar-debtors.ts';
import type { Akten } from '../../usecases/ports/akten.ts';
import type { OpenSuggestion } from '../../domain/similar/review.ts';
import type { Debtors, Suggestions } from '../../usecases/ports/similar.ts';
import { TERMS, aClaim, erika } from './akte.ts';

const MUS = CreditorId.parse('MUS');
const STW = CreditorId.parse('STW');
let n = 0;
export const freshAkte = (creditor = 'MUS'): AkteId => AkteId.parse(`${creditor}-1111-${String(++n).padStart(4, '0')}`);
export const openingOf = (debtor: Debtor): Fact[] => [
  { kind: 'opened', debtor, terms: TERMS },
  {
    kind: 'handedOver',
    handOver: HandOverId.parse('h1'),
    on: day('2026-03-02'),
    matter: MatterId.parse('M1'),
    procedure: { id: 'standard', version: 1 },
    claims: [aClaim()],
  },
];
const suggestion = (): OpenSuggestion => {
  const akten = pairOf(freshAkte(), freshAkte());
  return {
    id: suggestionId(akten),
    akten,
    score: 70,
    reasons: ['Der Name ist derselbe.', 'Die Anschrift ist dieselbe.'],
    on: day('2026-03-02'),
    decision: null,
  };
};
const [same, different] = [
  { verdict: 'same', by: 'operator:a', on: day('2026-03-03') },
  { verdict: 'different', by: 'operator:b', on: day('2026-03-04') },
] as const;

/** What every store of suggestions must do; run against memory and against the table. */
export const suggestionsContract = (make: () => Suggestions): void => {
  test('a suggestion is put once and listed for its creditor only', async () => {
    const store = make();
    const s = suggestion();
    expect([await store.put(MUS, s), await store.put(MUS, s)]).toEqual([true, false]);
    expect((await store.list(MUS)).filter((k) => k.id === s.id)).toEqual([s]);
    expect(await store.list(STW)).toEqual([]);
  });
  test('a decision stays when the same pair is put again; a later decision mends it', async () => {
    const store = make();
    const s = suggestion();
    await store.put(MUS, s);
    expect(await store.decide(MUS, s.id, different)).toEqual({ ...s, decision: different });
    expect(await store.put(MUS, s)).toBe(false);
    expect((await store.list(MUS)).find((k) => k.id === s.id)?.decision).toEqual(different);
    await store.decide(MUS, s.id, same);
    expect((await store.list(MUS)).find((k) => k.id === s.id)?.decision).toEqual(same);
  });
  test('what was never suggested to a creditor cannot be decided', async () => {
    const store = make();
    const s = suggestion();
    await store.put(MUS, s);
    await expect(store.decide(STW, s.id, same)).rejects.toMatchObject({ name: 'NotFound' });
  });
};

/** Both see one world: Akten are opened through one port, their debtors read through the other. */
export const debtorsContract = (make: () => { akten: Akten; debtors: Debtors }): void => {
  test('each Akte gives its debtor once, however much happened since, and to its creditor only', async () => {
    const { akten, debtors } = make();
    const ids = [freshAkte(), freshAkte(), freshAkte()];
    for (const [i, id] of ids.entries())
      await akten.append(id, 0, { by: 'operator:a', facts: openingOf({ ...erika, customerNumber: `D-${i}` }) });
    await akten.append(ids[0] ?? freshAkte(), 1, {
      by: 'operator:a',
      facts: [{ kind: 'held', ground: 'paused', on: day('2026-03-03'), by: 'operator:a', reason: 'r' }],
    });
    const found = [];
    for await (const { akte, debtor } of debtors.of(MUS)) if (ids.includes(akte)) found.push([akte, debtor]);
    expect(found).toEqual(ids.map((id, i) => [id, { ...erika, customerNumber: `D-${i}` }]));
    for await (const other of debtors.of(STW)) expect(other.akte).toMatch(/^STW/);
  });
};
