import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lists } from '../../adapters/csv/list.ts';
import { reportWriter } from '../../adapters/csv/report.ts';
import { Creditor, CreditorId } from '../../domain/parties.ts';
import { acceptHandOver } from '../../usecases/accept-hand-over.ts';
import { LOT_ROWS } from '../../usecases/lots.ts';
import type { LotKey, Upload } from '../../usecases/ports.ts';
import { reconcileHandOvers } from '../../usecases/reconcile-hand-overs.ts';
import { startLot } from '../../usecases/start-lot.ts';
import { submitClaim, submitClaims } from '../../usecases/submit-claims.ts';
import { cellsOf, ClaimBody } from '../../domain/intake/from-api.ts';
import { memoryAkten } from '../../simulator/akten.ts';
import { virtualClock } from '../../simulator/clock.ts';
import {
  memoryArchive,
  memoryCreditors,
  memoryHandOvers,
  memoryMailbox,
  memoryOnce,
  memoryPeople,
  memoryProcedures,
  memoryTimers,
  memoryWork,
  recordedWorkflows,
} from '../../simulator/stores.ts';
import { hashes } from '../support/fakes.ts';
import { rheinbogen } from '../support/notices.ts';

const examples = join(import.meta.dirname, '../../examples');
const creditorIn = (file: string): Creditor =>
  Creditor.parse(
    (JSON.parse(readFileSync(join(examples, 'creditors', file), 'utf8')) as { creditor: unknown }).creditor,
  );
const MUS = CreditorId.parse('MUS');
const KEY = 'handover/MUS/u1/liste.csv';

const anAgency = (content: Uint8Array | string, mandate: Partial<Creditor> = {}) => {
  const clock = virtualClock('2026-03-02');
  const creditors = memoryCreditors(
    { ...creditorIn('musterversand.json'), ...mandate },
    creditorIn('stadtwerke.json'),
    creditorIn('laedchen.json'),
  );
  const ports = {
    akten: memoryAkten(clock.now),
    people: memoryPeople(),
    workflows: recordedWorkflows(),
    hashes,
    creditors,
    procedures: memoryProcedures(),
    timers: memoryTimers(),
    handOvers: memoryHandOvers(),
    archive: memoryArchive({ [KEY]: content }),
    mailbox: memoryMailbox(),
    once: memoryOnce(),
    clock,
    lists,
    reports: reportWriter,
    work: memoryWork(),
    agency: rheinbogen,
  };
  /** Works the queue of starts off, as its function does. */
  const start = async (): Promise<void> => {
    for (const lot of ports.work.lots.splice(0)) await startLot(ports)(lot);
  };
  const accept = async (id = 'u1', key = KEY) => {
    const handOver = await acceptHandOver(ports)({ creditor: MUS, id, key });
    await start();
    return handOver;
  };
  return { ...ports, accept, start, ports };
};
const claimsIn = (a: ReturnType<typeof anAgency>): number =>
  [...a.akten.log.values()]
    .flatMap((acts) => acts.flatMap((x) => x.facts))
    .reduce((n, f) => n + (f.kind === 'handedOver' ? f.claims.length : 0), 0);
const HEADER = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Vorname;Nachname;Straße;PLZ;Ort;E-Mail';
const ROW = 'K-1;RE-1;05.01.2026;129,90;Erika;Beispiel;Musterweg 5;44135;Dortmund;erika@example.com';
const example = (file: string): Uint8Array => readFileSync(join(examples, file));

test('the example list: good rows become claims, bad rows come back with place, reason and remedy', async () => {
  const a = anAgency(example('musterversand.csv'));
  expect(await a.accept()).toMatchObject({ state: 'done', rows: 35, accepted: 32, rejected: 3, duplicates: 0 });
  expect(a.workflows.started).toHaveLength(32);
  const report = String(a.archive.files['handover/MUS/u1/fehlerbericht.csv']);
  expect(report.split('\r\n')).toHaveLength(1 + 3 + 1);
  expect(report).toContain('"12";"11";"Rechnungsnummer";"Fehler";"Rechnungsnummer fehlt."');
  expect(report).toContain('mehrdeutig');
  expect(a.mailbox.mails).toHaveLength(1);
});

test('claims of one customer in one hand-over are one Akte, one matter, two executions', async () => {
  const a = anAgency(`${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}`);
  const { claims } = await a.accept();
  const [akte] = [...a.akten.log.keys()];
  expect(claims).toEqual([`${akte}-F1`, `${akte}-F2`]);
  expect((await a.akten.get(akte!)).matters).toHaveLength(1);
});

test("a later hand-over goes on in the series that runs in the known customer's Akte; what is known already is a duplicate", async () => {
  const a = anAgency(`${HEADER}\n${ROW}`);
  await a.accept();
  a.archive.files['second'] = `${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}\n${ROW.replace('129,90', '130,90')}`;
  expect(await a.accept('u2', 'second')).toMatchObject({ rows: 3, accepted: 1, duplicates: 1, rejected: 1 });
  const akten = [...a.akten.log.keys()];
  expect(akten).toHaveLength(1);
  expect((await a.akten.get(akten[0]!)).matters.map((m) => m.claims)).toEqual([['F1', 'F2'], []]);
});

test('the event comes twice: the same result, nothing started or mailed again', async () => {
  const a = anAgency(example('musterversand-kurz.csv'));
  const first = await a.accept();
  expect(await a.accept()).toEqual(first);
  expect(a.workflows.started).toHaveLength(10);
  expect(a.mailbox.mails).toHaveLength(1);
});

/** A list of so many rows; two neighbours are one customer, and the last customer comes again at the very end. */
const long = (rows: number): string =>
  [
    HEADER,
    ...Array.from({ length: rows }, (_, i) =>
      ROW.replace('K-1', `K-${i === rows - 1 ? 0 : Math.floor(i / 2)}`)
        .replace('RE-1', `RE-${i}`)
        .replace('129,90', i % 100 === 7 ? 'viel' : '129,90'),
    ),
  ].join('\n');
const ROWS = 2 * LOT_ROWS + 120;
const BAD = 12;
const WHOLE = { state: 'done', rows: ROWS, accepted: ROWS - BAD, rejected: BAD, duplicates: 0 } as const;

describe('a long list is taken in lots', () => {
  test('executions are started when all of it is written; rows of one customer in different lots are one matter', async () => {
    const a = anAgency(long(ROWS));
    const handOver = await acceptHandOver(a.ports)({ creditor: MUS, id: 'u1', key: KEY });
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
    let state = await run({ creditor: MUS, id: 'u1', key: KEY });
    for (let upload = a.work.uploads.shift(); upload; upload = a.work.uploads.shift()) state = await run(upload);
    expect([state, runs]).toEqual(['done', 3]);
    expect(await a.handOvers.find(MUS, 'u1')).toMatchObject(WHOLE);
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
      await acceptHandOver(mortal)({ creditor: MUS, id: 'u1', key: KEY }).catch((error: Error) => {
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

describe('what the queues lose is found again', () => {
  const later = (a: ReturnType<typeof anAgency>): void => {
    a.clock.pass(3600);
  };
  test('a lot whose message was lost is started', async () => {
    const a = anAgency(long(LOT_ROWS + 5));
    await acceptHandOver(a.ports)({ creditor: MUS, id: 'u1', key: KEY });
    a.work.lots.splice(0, 1);
    await a.start();
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 0 });
    later(a);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 1 });
    await a.start();
    expect(a.workflows.started).toHaveLength(LOT_ROWS);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 0, lots: 0 });
    expect(await a.handOvers.find(MUS, 'u1')).toMatchObject({ startsPending: false });
  });
  test('a hand-over that stands still goes on', async () => {
    const a = anAgency(long(LOT_ROWS + 5));
    let looked = 0;
    await acceptHandOver(a.ports)({ creditor: MUS, id: 'u1', key: KEY }, () => ++looked > 1);
    a.work.uploads.splice(0);
    later(a);
    expect(await reconcileHandOvers(a.ports)()).toEqual({ continued: 1, lots: 0 });
    expect(a.work.uploads).toEqual([{ creditor: MUS, id: 'u1', key: KEY }]);
  });
  test('a start that fails leaves its lot to be started again; those that had begun are not doubled', async () => {
    const a = anAgency(`${HEADER}\n${ROW}\n${ROW.replace('RE-1', 'RE-2')}`);
    const begin = a.workflows.start;
    let calls = 0;
    a.ports.workflows.start = (...args) =>
      ++calls === 2 ? Promise.reject(new Error('the function was killed')) : begin(...args);
    await expect(a.accept()).rejects.toThrow('killed');
    a.work.lots.push({ creditor: MUS, handOver: 'u1', lot: 1 });
    await a.start();
    expect(a.workflows.started).toHaveLength(2);
  });
});

describe('what the creditor gets back', () => {
  const bad = `${ROW.replace('RE-1', 'RE-2').replace('129,90', '1.234')}`;
  test('the refused rows as they were written, with reasons, ready to be mended and handed over again', async () => {
    const a = anAgency(`${HEADER}\n${ROW}\n${bad}\n${ROW}`);
    expect(await a.accept()).toMatchObject({
      accepted: 1,
      rejected: 1,
      duplicates: 1,
      correction: 'handover/MUS/u1/korrektur.csv',
    });
    const correction = String(a.archive.files['handover/MUS/u1/korrektur.csv']);
    expect(correction.split('\r\n')).toHaveLength(3);
    expect(correction.split('\r\n')[0]).toBe(`\uFEFF${HEADER};"Fehler (Mahnwerk)";"Abhilfe (Mahnwerk)"`);
    expect(correction).toContain(`${bad};"`);
    a.archive.files['mended'] = correction.replace('1.234', '1.234,00');
    expect(await a.accept('u2', 'mended')).toMatchObject({ rows: 1, accepted: 1, rejected: 0, codes: {} });
  });
  test('a formula is neutral in every file we write, and read back as it was', async () => {
    const formula = ROW.replace('129,90', '1.234')
      .replace('Musterweg 5', '=HYPERLINK("http://example.com")')
      .replaceAll('"', '');
    const a = anAgency(`${HEADER}\n${formula}`);
    await a.accept();
    const correction = String(a.archive.files['handover/MUS/u1/korrektur.csv']);
    expect(correction).not.toMatch(/(^|;)"?=/m);
    a.archive.files['mended'] = correction.replace('1.234', '1.234,00');
    await a.accept('u2', 'mended');
    expect(
      [...a.akten.log.values()]
        .flat()
        .flatMap((act) => act.facts.flatMap((f) => (f.kind === 'opened' ? [f.debtor.address?.street] : []))),
    ).toEqual(['=HYPERLINK(http://example.com)']);
  });
  test('all or nothing: one bad row, and nothing is taken', async () => {
    const a = anAgency(`${HEADER}\n${ROW}\n${bad}`, { handOverMode: 'all-or-nothing' });
    expect(await a.accept()).toMatchObject({
      state: 'refused',
      mode: 'all-or-nothing',
      rows: 2,
      accepted: 0,
      rejected: 2,
      problem: expect.stringContaining('nur als Ganzes'),
    });
    expect([a.akten.log.size, a.workflows.started]).toEqual([0, []]);
    a.archive.files['whole'] = `${HEADER}\n${ROW}\n${bad.replace('1.234', '1.234,00')}`;
    expect(await a.accept('u2', 'whole')).toMatchObject({ state: 'done', rows: 2, accepted: 2 });
  });
  test('only looked at: the same counts and reports, and nothing is taken', async () => {
    const key = 'handover/MUS/u1/pruefung.csv';
    const a = anAgency('');
    a.archive.files[key] = `${HEADER}\n${ROW}\n${bad}`;
    expect(await a.accept('u1', key)).toMatchObject({
      state: 'checked',
      mode: 'check-only',
      rows: 2,
      accepted: 1,
      rejected: 1,
      claims: [],
    });
    expect(a.archive.files['handover/MUS/u1/fehlerbericht.csv']).toContain('mehrdeutig');
    expect([a.akten.log.size, a.workflows.started]).toEqual([0, []]);
    expect(a.mailbox.mails[0]?.text).toContain('nur eine Prüfung');
  });
  test('the same file again is all duplicates', async () => {
    const a = anAgency(example('musterversand-kurz.csv'));
    const { accepted } = await a.accept();
    a.archive.files['again'] = example('musterversand-kurz.csv');
    expect(await a.accept('u2', 'again')).toMatchObject({ accepted: 0, duplicates: accepted, problem: null });
    expect(a.workflows.started).toHaveLength(accepted);
  });
});

test.each([
  ['an empty file', '', 'Die Datei ist leer.'],
  ['a PDF', '%PDF-1.7 …', 'keine CSV-Datei'],
  ['a broken workbook', 'PK\u0003\u0004…', 'beschädigt'],
  [
    'a list without its required columns',
    'Kundennummer;Betrag\n1;2',
    'fehlen die Spalten: Rechnungsnummer, Rechnungsdatum',
  ],
  ['a column given twice', `${HEADER};PLZ\n${ROW};1`, 'kommt doppelt vor'],
  ['nothing but a header', HEADER, 'nur die Kopfzeile'],
])('%s is refused as a whole, in plain German', async (_, content, reason) => {
  const a = anAgency(content);
  const handOver = await a.accept();
  expect(handOver).toMatchObject({ state: 'refused', accepted: 0 });
  expect(handOver.problem).toContain(reason);
  expect(a.mailbox.mails[0]?.text).toContain(reason);
  expect(a.workflows.started).toEqual([]);
});

test('no valid row at all: accepted as a hand-over, nothing becomes a claim, the reason is said', async () => {
  const a = anAgency(`${HEADER}\n${ROW.replace('129,90', 'viel')}`);
  expect(await a.accept()).toMatchObject({
    rows: 1,
    accepted: 0,
    rejected: 1,
    problem: expect.stringContaining('Keine Zeile'),
  });
});

describe('by the API', () => {
  const body = ClaimBody.parse(JSON.parse(example('laedchen-claim-1.json').toString()) as unknown);
  const LAD = CreditorId.parse('LAD');
  test('a single claim is judged by the same rules, started at once, and is the same when it is sent again', async () => {
    const a = anAgency('');
    const submit = () => submitClaim(a.ports)({ creditor: LAD, id: 'api-1', cells: cellsOf(body) });
    const first = await submit();
    expect(await submit()).toEqual(first);
    expect(a.workflows.started).toHaveLength(1);
    await expect(
      submitClaim(a.ports)({ creditor: LAD, id: 'api-2', cells: { ...cellsOf(body), invoiceDate: '31.12.2026' } }),
    ).rejects.toMatchObject({ name: 'Rejected', code: 'invoice-date.future' });
  });
  test('many at once: good ones are taken, bad ones answered one by one', async () => {
    const a = anAgency('');
    const cells = Array.from({ length: 30 }, (_, i) => ({
      ...cellsOf(body),
      invoiceNumber: `B-${i}`,
      ...(i === 4 ? { invoiceDate: '31.12.2026' } : {}),
    }));
    const submit = () => submitClaims(a.ports)({ creditor: LAD, id: 'api-b', rows: [...cells, ...cells.slice(0, 1)] });
    expect(await submit()).toMatchObject({
      handOver: { rows: 31, accepted: 29, rejected: 1, duplicates: 1, source: 'api' },
      issues: [
        { row: 5, code: 'invoice-date.future', column: 'invoiceDate' },
        { row: 5 },
        { row: 31, code: 'row.duplicate' },
      ],
    });
    expect((await submit()).handOver).toMatchObject({ accepted: 29 });
    await a.start();
    expect(a.workflows.started).toHaveLength(29);
    expect(await a.handOvers.list(LAD)).toHaveLength(1);
    await expect(
      submitClaims(a.ports)({ creditor: LAD, id: 'x', rows: Array.from({ length: 501 }, () => cellsOf(body)) }),
    ).rejects.toMatchObject({ code: 'claims.too-many' });
  });
});
test('a row that is there already says that, and not once more what it lacks', async () => {
  const bare = ROW.replace('erika@example.com', '').replace('Musterweg 5;44135;Dortmund', ';;');
  const a = anAgency(`${HEADER}\n${bare}\n${bare}`);
  expect(await a.accept()).toMatchObject({
    accepted: 1,
    duplicates: 1,
    warnings: 1,
    codes: { 'contact.none': 1, 'row.duplicate': 1 },
  });
  a.archive.files['again'] = `${HEADER}\n${bare}`;
  expect(await a.accept('u2', 'again')).toMatchObject({
    duplicates: 1,
    warnings: 0,
    codes: { 'invoice.duplicate': 1 },
  });
});
