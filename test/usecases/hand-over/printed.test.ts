import { readFileSync } from 'node:fs';
import { fileCheck } from '../../../domain/intake/check-file.ts';
import { cents } from '../../../domain/money.ts';
import { day } from '../../../domain/calendar.ts';
import { ClaimId } from '../../../domain/ids.ts';
import { Agency, Creditor } from '../../../domain/parties/parties.ts';
import { PRINTED, type Door } from '../../../domain/print/printed.ts';
import { Procedure } from '../../../domain/procedure/procedure.ts';
import { faultsIn } from '../../../domain/read-input.ts';
import { memoryProcedures } from '../../../simulator/agency/stores.ts';
import { aStore } from '../operations/a-mandate.ts';
import { creditClaim } from '../../../usecases/payments/credit-claim.ts';
import { answerQuery } from '../../../usecases/akte/answer-query.ts';
import { noteAnswer } from '../../../usecases/akte/note-answer.ts';
import { saveProcedure } from '../../../usecases/operations/save-procedure.ts';
import { AKTE } from '../../support/akte.ts';
import { musterladen, rheinbogen } from '../../support/notices.ts';
import { Q1, anAsked } from '../akte/asked.ts';

const F1 = ClaimId.parse('F1');
const example = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../examples/${file}`, import.meta.url), 'utf8'));
const MANDATE = Creditor.parse((example('creditors/musterversand.json') as { creditor: unknown }).creditor);
const WRITTEN = example('stadtwerke.procedure.json') as { procedure?: unknown };
const PROCEDURE = Procedure.parse(WRITTEN.procedure ?? WRITTEN);
const ROW = {
  customerNumber: 'K-1',
  invoiceNumber: 'RE-1',
  invoiceDate: '05.01.2026',
  dueDate: '19.01.2026',
  amount: '129,90',
  firstName: 'Erika',
  lastName: 'Beispiel',
  street: 'Musterweg',
  houseNumber: '5',
  postalCode: '44135',
  city: 'Dortmund',
  subject: 'Möbel',
  contractDate: '02.01.2026',
};

const of = { akte: AKTE, by: 'operator:x' as const };
/** Every door with one text that no letter can print. What comes back is what it said, null where it took it. */
const DOORS = {
  row: async (field, text) => {
    const check = fileCheck(musterladen, day('2026-03-02'), { rows: 1 });
    const { issues } = check.check({ row: 1, line: 2, text: '', cells: { ...ROW, [field]: text } });
    return issues.find((i) => /letters$/.test(i.code) && i.column === field)?.mend ?? null;
  },
  contact: async (field, text) => {
    const { ports } = await anAsked();
    const address = { street: field === 'address' ? text : 'Weg 1', postalCode: '44135', city: 'Dortmund' };
    const answer = {
      kind: 'contact' as const,
      ...(field === 'address' ? { address: { ...address, country: 'DE' as const } } : { name: text }),
    };
    return said(() => noteAnswer(ports)({ ...of, answer }));
  },
  particulars: async (_, text) => {
    const { ports } = await anAsked();
    return said(() => answerQuery(ports)({ ...of, query: Q1, subject: text, contractDate: day('2026-01-02') }));
  },
  credit: async (field, text) => {
    const { ports } = await anAsked();
    const note = { id: 'GS-1', reason: 'Ware zurück', claim: F1, amount: cents(100), on: day('2026-03-02') };
    return said(() => creditClaim(ports)({ ...of, ...note, [field]: text }));
  },
  creditor: async (field, text) => {
    return said(() => aStore().save({ ...MANDATE, [field]: text }));
  },
  procedure: async (field, text) => said(() => saveProcedure(memoryProcedures())({ ...PROCEDURE, [field]: text })),
  agency: async (field, text) => {
    const read = Agency.safeParse({ ...rheinbogen, [field]: text });
    return read.success
      ? null
      : faultsIn(read.error)
          .map((f) => `${f.field}: ${f.message}`)
          .join();
  },
} satisfies Record<Door, (field: string, text: string) => Promise<string | null>>;
const said = async (run: () => Promise<unknown>): Promise<string | null> => {
  try {
    await run();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};
const EVERYTHING = { creditor: ['name', 'contractSubject'], procedure: ['name'], agency: ['name', 'phone'] } as const;

describe('what no letter can print came in, and its case could never go on', () => {
  test.each(
    (Object.keys(PRINTED) as Door[]).flatMap((door) => {
      const fields = PRINTED[door];
      return (fields === 'everything' ? EVERYTHING[door as keyof typeof EVERYTHING] : fields).map(
        (field): [Door, string] => [door, field],
      );
    }),
  )('%s: %s is refused by its name, with the way on', async (door, field) => {
    const answer = await DOORS[door](field, '家具 Möbel');
    expect(answer).toContain('lateinischen Buchstaben');
    if (door !== 'row') expect(answer).toContain(field);
  });
  test('an inner note on a credit note, which no letter prints, was refused for its letters', async () => {
    expect(await DOORS.credit('reason', '退货')).toBeNull();
  });
  test('texts deep inside a mandate are found', async () => {
    const { save } = aStore();
    const account = { ...MANDATE.account, holder: 'مريم' };
    await expect(save({ ...MANDATE, account })).rejects.toMatchObject({
      code: 'creditor.letters',
      field: 'account.holder',
    });
    await save(MANDATE);
  });
});
