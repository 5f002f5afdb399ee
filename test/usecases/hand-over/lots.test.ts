import { HandOverId } from '../../../domain/ids.ts';
import { acceptHandOver } from '../../../usecases/hand-over/accept-hand-over.ts';
import { LOT_ROWS } from '../../../domain/intake/hand-over.ts';
import { lotsOf } from '../../../usecases/hand-over/lots.ts';
import type { LotKey, Upload } from '../../../usecases/ports/hand-overs.ts';
import { MUS, KEY, anAgency, ROW, long } from './handed-over.ts';

const U1 = HandOverId.parse('u1');

const claimsIn = (a: ReturnType<typeof anAgency>): number =>
  [...a.akten.log.values()]
    .flatMap((acts) => acts.flatMap((x) => x.facts))
    .reduce((n, f) => n + (f.kind === 'handedOver' ? f.claims.length : 0), 0);

test('whoever reads a list, in whatever pieces it arrives, finds the same rows in the same lots', async () => {
  const rows = Array.from({ length: 2 * LOT_ROWS + 1 }, (_, i) => ({ row: i + 1, line: i + 2, cells: {}, text: '' }));
  const inPieces = async function* (size: number) {
    for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
  };
  for (const size of [1, 7, LOT_ROWS, rows.length]) {
    const lots: unknown[] = [];
    for await (const lot of lotsOf(inPieces(size))) lots.push([lot.n, lot.rows.length, lot.rows[0]?.row]);
    expect(lots).toEqual([
      [1, LOT_ROWS, 1],
      [2, LOT_ROWS, LOT_ROWS + 1],
      [3, 1, 2 * LOT_ROWS + 1],
    ]);
  }
});

const ROWS = 2 * LOT_ROWS + 120;
const BAD = 12;
const WHOLE = { state: 'done', rows: ROWS, accepted: ROWS - BAD, rejected: BAD, duplicates: 0 } as const;

describe('a long list is taken in lots', () => {
  test('executions are started when all of it is written; rows of one customer in different lots are one matter', async () => {
    const a = anAgency(long(ROWS));
    const handOver = await acceptHandOver(a.ports)({ creditor: MUS, id: U1, key: KEY });
    expect(handOver).toMatchObject({ ...WHOLE, startsPending: true });
    expect(a.workflows.started).toEqual([]);
    expect(a.work.lots.map((l: LotKey) => l.lot)).toEqual([1, 2, 3]);
    await a.start();
    expect(a.workflows.started).toHaveLength(ROWS - BAD);
    const first = await a.akten.get((await a.akten.withInvoices(MUS, ['2026 RE-0'])).get('2026 RE-0')!);
    expect(first.matters).toMatchObject([{ claims: ['F1', 'F2', 'F3'] }]);
  });
  test('time is up after each lot: the rest goes on elsewhere, and the end is the same', async () => {
    const a = anAgency(long(ROWS));
    let runs = 0;
    const run = async (upload: Upload): Promise<string> => {
      let looked = 0;
      runs++;
      return (await acceptHandOver(a.ports)(upload, () => ++looked > 1)).state;
    };
    let state = await run({ creditor: MUS, id: U1, key: KEY });
    for (let upload = a.work.uploads.shift(); upload; upload = a.work.uploads.shift()) state = await run(upload);
    expect([state, runs]).toEqual(['done', 3]);
    expect(await a.handOvers.find(MUS, U1)).toMatchObject(WHOLE);
    expect(claimsIn(a)).toBe(ROWS - BAD);
    expect(a.mailbox.mails).toHaveLength(1);
  });
  test('killed at any write: the retry finishes it, doubles nothing, and counts as if nothing had happened', async () => {
    const whole = anAgency(long(ROWS));
    await whole.accept();
    // The last row of the last lot, the first of the next, a lot's checkpoint, a report, the queue, the mail: every
    // 97th write and the last ones.
    for (const kill of [1, 2, 98, 195, 292, 389, 486, 583, 560, 561, 562, 563, 564, 565, 566]) {
      const a = anAgency(long(ROWS));
      let left = kill;
      const dying = <F extends (...args: never[]) => Promise<unknown>>(write: F): F =>
        (async (...args: Parameters<F>) => {
          if (left-- === 0) throw new Error('the function was killed');
          return write(...args);
        }) as F;
      const { akten, archive, handOvers, work, mailbox } = a.ports;
      const mortal = {
        ...a.ports,
        akten: { ...akten, append: dying(akten.append) },
        archive: { ...archive, put: dying(archive.put), write: dying(archive.write) },
        handOvers: { ...handOvers, save: dying(handOvers.save), saveLot: dying(handOvers.saveLot) },
        work: { ...work, startLots: dying(work.startLots) },
        mailbox: { ...mailbox, send: dying(mailbox.send) },
      };
      await acceptHandOver(mortal)({ creditor: MUS, id: U1, key: KEY }).catch((error: Error) => {
        expect(error.message).toBe('the function was killed');
      });
      expect(await a.accept()).toMatchObject(WHOLE);
      expect(claimsIn(a)).toBe(ROWS - BAD);
      expect(new Set(a.workflows.started).size).toBe(ROWS - BAD);
      expect(a.archive.files['handover/MUS/u1/fehlerbericht.csv']).toBe(
        whole.archive.files['handover/MUS/u1/fehlerbericht.csv'],
      );
    }
  });
  test('a fault at the very end of the file refuses it before anything of it is taken', async () => {
    const a = anAgency(`${long(LOT_ROWS + 3)}\n${ROW.replace('Erika', 'x'.repeat(70_000))}`);
    expect(await a.accept()).toMatchObject({
      state: 'refused',
      rows: 0,
      accepted: 0,
      problem: expect.stringContaining('64 KB'),
    });
    expect(a.akten.log.size).toBe(0);
  });
});
