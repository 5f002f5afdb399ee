import { byOperator } from '../../../domain/actor.ts';
import { day, plusDays } from '../../../domain/calendar.ts';
import type { AkteId } from '../../../domain/ids.ts';
import type { Procedure } from '../../../domain/procedure/procedure.ts';
import { STANDARD } from '../../../domain/procedure/shipped-procedures.ts';
import { takeCall } from '../../../usecases/dunning/call-debtor.ts';
import { listOptions } from '../../../usecases/dunning/list-options.ts';
import { START, erika } from '../../support/akte.ts';
import { M1, SHOP, UTILITY, anAgency, key, sent } from '../akte/people.ts';

const ANNA = byOperator('anna');
/** Every message by e-mail, and one attempt a week whichever creditor makes it. */
const ONE_CALL: Procedure = {
  ...STANDARD,
  levels: STANDARD.levels.map((level) => ({ ...level, letter: 'instead' as const })),
  contactBudget: { messages: 3, calls: 1 },
};
const FROM = plusDays(day(START), 14);

/** A phone window of two creditors, open for the same person. */
const agency = async () => {
  const a = await anAgency(ONE_CALL, { [SHOP]: erika, [UTILITY]: erika });
  for (const akte of [SHOP, UTILITY])
    await a.tell(
      akte,
      ...sent(key(0, 'email'), day(START)),
      ...sent(key(1, 'email'), plusDays(day(START), 1)),
      ...sent(key(1, 'sms'), plusDays(day(START), 1)),
      { kind: 'callsOpened', matter: M1, stage: 1, from: FROM, until: plusDays(FROM, 14) },
    );
  a.on(FROM, 10);
  const call = async (akte: AkteId) => (await listOptions(a.ports)(akte, ANNA)).find(({ deed }) => deed === 'call');
  return { ...a, call };
};

test('asking what may be done writes nothing', async () => {
  const a = await agency();
  const before = await a.akten.get(SHOP);
  expect((await listOptions(a.ports)(SHOP, ANNA)).some(({ why }) => why === null)).toBe(true);
  expect(await a.akten.get(SHOP)).toEqual(before);
});

test('a call that the person’s other Akte has used up cannot be made, and a call that somebody has taken says who', async () => {
  const a = await agency();
  expect((await a.call(SHOP))?.why).toBeNull();
  await takeCall(a.ports)({ akte: SHOP, matter: M1, stage: 1, by: byOperator('bernd') });
  expect((await a.call(SHOP))?.why).toContain('operator:bernd hat diesen Anruf übernommen');
  expect((await a.call(UTILITY))?.why).toBe('Heute steht kein Anruf an.');
});

test('there are none of an Akte that is not there', async () => {
  const a = await agency();
  const gone = SHOP.replace(/.{4}$/, '2222') as AkteId;
  await expect(listOptions(a.ports)(gone, ANNA)).rejects.toMatchObject({ name: 'NotFound' });
});
