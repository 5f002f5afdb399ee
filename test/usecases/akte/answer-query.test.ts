import { generationOf } from '../../../domain/akte/akte.ts';
import { day } from '../../../domain/calendar.ts';
import { AkteId, ClaimId } from '../../../domain/ids.ts';
import { answerQuery } from '../../../usecases/akte/answer-query.ts';
import { AKTE } from '../../support/akte.ts';
import { F1, Q1, anAsked } from './asked.ts';
import { aCase } from './a-case.ts';

const of = { akte: AKTE, by: 'client:MUS' as const };
const CONTRACT = { subject: 'Gartenmöbel', contractDate: day('2025-12-30') };
const WAITS = 'Wartet auf Angaben';

describe('what was asked of a contract', () => {
  /** A query for the contract of F1, and what comes next for the claim. */
  const aQuery = async () => {
    const { ports, akten, tasks } = await anAsked();
    const stepOf = async () => {
      const generation = generationOf(await akten.get(AKTE), F1);
      return (await tasks.Decide({ akte: AKTE, claim: F1, generation })).step;
    };
    return { ports, akten, stepOf, answer: answerQuery(ports) };
  };
  test('nothing could bring the contract in: the answer does, part by part, and the executions go on', async () => {
    const { answer, akten, ports, stepOf } = await aQuery();
    await answer({ ...of, query: Q1, subject: CONTRACT.subject });
    expect([await stepOf(), (await akten.get(AKTE)).queries[0]?.answer]).toEqual([WAITS, null]);
    const done = await answer({ ...of, query: Q1, contractDate: CONTRACT.contractDate });
    expect(done.claims).toMatchObject([CONTRACT]);
    expect(done.queries[0]?.answer).toMatchObject({ on: '2026-03-02', text: 'F1: Vertrag vom 30.12.2025' });
    expect(await stepOf()).toBe('Mahnung per E-Mail');
    expect(ports.workflows.started).toEqual([`${AKTE}-F1-g2`, `${AKTE}-F1-g3`]);
  });
  test('the same again changes nothing, and stops nobody', async () => {
    const { answer, ports } = await aQuery();
    const { version } = await answer({ ...of, query: Q1, ...CONTRACT });
    expect((await answer({ ...of, query: Q1, ...CONTRACT })).version).toBe(version);
    expect(ports.workflows.stopped).toEqual([`${AKTE}-F1-g1`]);
  });
  test.each<[string, object, string]>([
    ['words alone', { answer: 'Weiß ich nicht' }, 'query.particulars'],
    ['a contract after its invoice', { ...CONTRACT, contractDate: day('2026-01-11') }, 'particulars.contractDate'],
    ['a claim that is not there', { particulars: [{ claim: ClaimId.parse('F7'), ...CONTRACT }] }, 'particulars.claim'],
  ])('%s answer nothing: refused with the field and what to do', async (_name, given, code) => {
    const { answer, stepOf } = await aQuery();
    const refused = answer({ ...of, query: Q1, ...given });
    await expect(refused).rejects.toMatchObject({ name: 'Rejected', code, message: expect.stringContaining('Feld „') });
    expect(await stepOf()).toBe(WAITS);
  });
});

describe('a question in words', () => {
  const disputed = async () => {
    const c = await aCase();
    await c.answer({ kind: 'dispute', reason: 'not-received' });
    return { ...c, reply: (answer?: string) => answerQuery(c.ports)({ ...of, query: Q1, answer }) };
  };
  test('is answered once: the first answer stands, with who gave it', async () => {
    const { reply, akten } = await disputed();
    await reply('Zustellnachweis liegt bei.');
    expect((await reply('Doch nicht.')).queries[0]?.answer?.text).toBe('Zustellnachweis liegt bei.');
    const acts = await akten.history(AKTE);
    expect(acts.filter((act) => act.facts.some((fact) => fact.kind === 'answered'))).toMatchObject([{ by: of.by }]);
  });
  test('ends no dispute: a person decides what follows', async () => {
    const { reply } = await disputed();
    expect((await reply('Zustellnachweis liegt bei.')).holds).toMatchObject([{ ground: 'dispute' }]);
  });
  test('without words is refused', async () => {
    const { reply } = await disputed();
    await expect(reply()).rejects.toMatchObject({ code: 'query.answer', field: 'answer' });
  });
});

test('an Akte that is not there is NotFound', async () => {
  const { ports } = await anAsked();
  const elsewhere = answerQuery({ ...ports })({ ...of, akte: AkteId.parse('MUS-0000-0001'), query: Q1, answer: 'x' });
  await expect(elsewhere).rejects.toMatchObject({ name: 'NotFound' });
});

describe('what a creditor has given wrongly of a contract', () => {
  const wrong = { subject: 'Schue', contractDate: day('2025-12-30') };
  const answered = async () => {
    const akte = await anAsked();
    const give = (given: Parameters<ReturnType<typeof answerQuery>>[0]) => answerQuery(akte.ports)(given);
    await give({ ...of, query: Q1, ...wrong });
    return { ...akte, give };
  };
  test('could never be mended: given once more it is corrected, as long as nobody has been told', async () => {
    const { give } = await answered();
    const right = { subject: 'Schuhe', contractDate: day('2026-01-02') };
    expect((await give({ ...of, query: Q1, ...right })).claims).toMatchObject([right]);
  });
  test('what the debtor has been told is corrected with a reason, which the Akte keeps', async () => {
    const { give, run, akten } = await answered();
    await run('F1', 2, 12);
    expect((await akten.get(AKTE)).messages).not.toEqual([]);
    const right = { ...of, query: Q1, subject: 'Schuhe' };
    await expect(give(right)).rejects.toMatchObject({ code: 'particulars.told', field: 'reason' });
    expect((await give({ ...right, reason: 'Tippfehler' })).claims).toMatchObject([{ ...wrong, subject: 'Schuhe' }]);
    expect((await akten.history(AKTE)).flatMap((a) => a.facts)).toContainEqual(
      expect.objectContaining({ kind: 'particularsGiven', subject: 'Schuhe', reason: 'Tippfehler' }),
    );
  });
  test.each(['1801-01-01', '1900-01-01'])('a list leaves out the day %s; the answer to a query took it', async (on) => {
    const { ports } = await anAsked();
    await expect(
      answerQuery(ports)({ ...of, query: Q1, subject: 'Schuhe', contractDate: day(on) }),
    ).rejects.toMatchObject({ code: 'particulars.contractDate', message: expect.stringContaining('vor 1950') });
  });
});
