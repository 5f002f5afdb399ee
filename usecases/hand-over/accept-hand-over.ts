import { byCreditor } from '../../domain/actor.ts';
import { Rejected } from '../../domain/faults.ts';
import { fileCheck, type RawRow, type Verdict } from '../../domain/intake/check-file.ts';
import type { EndedList, HandOver, Lot, RunningList } from '../../domain/intake/hand-over.ts';
import { goodRows, judge } from '../../domain/intake/judged.ts';
import {
  NOTHING_YET,
  begunList,
  isToTake,
  lookedAt,
  lotOfList,
  refusedList,
  takenList,
  withLot,
  type Taken,
} from '../../domain/intake/listed.ts';
import type { ListReader, OpenList } from '../../domain/intake/list.ts';
import { NO_ROWS, plusTally, tallyOf, type Tally } from '../../domain/intake/tally.ts';
import { handOverMail } from '../../domain/letters/reports.ts';
import type { Agency, Creditor } from '../../domain/parties/parties.ts';
import { keepFindings, writeReports, type ReportWriter } from './hand-over-reports.ts';
import { lotsOf } from './lots.ts';
import type { Archive } from '../ports/archive.ts';
import type { Clock } from '../ports/clock.ts';
import type { Creditors } from '../ports/creditors.ts';
import type { HandOvers, Upload, Work } from '../ports/hand-overs.ts';
import type { Mailbox } from '../ports/posts.ts';
import type { Once } from '../ports/once.ts';
import { registerClaims, wokenBy, type Registering } from './register-claims.ts';
import { sift, type Group } from './sift-rows.ts';
import { tellOnce } from '../tell-once.ts';

type Ports = Registering &
  Readonly<{
    creditors: Creditors;
    handOvers: HandOvers;
    archive: Archive;
    lists: ListReader;
    reports: ReportWriter;
    work: Work;
    mailbox: Mailbox;
    once: Once;
    clock: Clock;
    agency: Agency;
  }>;
type Taking = Readonly<{ creditor: Creditor; upload: Upload; handOver: RunningList }>;

/** What S3 lets through at most (adapters/s3/archive.ts), and what we read at most however it came there. */
export const MOST_BYTES = 512 * 1024 * 1024;
/** The Abgabehistorie shows that a long list is moving: its counts are renewed after so many lots. */
const PROGRESS_EVERY = 20;

const nowIn = ({ clock }: Pick<Ports, 'clock'>): string => clock.now().toISOString();

const openList = async (ports: Ports, key: string): Promise<OpenList> => {
  const { size, bytes } = await ports.archive.open(key);
  if (size > MOST_BYTES)
    throw new Rejected(
      'file.too-large',
      `Die Datei ist größer als ${MOST_BYTES / 1024 / 1024} MB. Bitte auf mehrere Listen verteilen.`,
    );
  return ports.lists.open(bytes);
};

const groupOf = ({ creditor, handOver }: Taking): Omit<Group, 'rows'> => ({
  creditor,
  handOver: handOver.id,
  on: handOver.on,
  by: byCreditor(creditor.id),
});

/**
 * Judges a whole list and writes nothing but findings; at least it finds what refuses the file as a whole before
 * anything of it is taken.
 */
const survey = async (ports: Ports, taking: Taking, list: OpenList): Promise<{ tally: Tally; lots: number[] }> => {
  const check = fileCheck(taking.creditor, taking.handOver.on);
  const lots: number[] = [];
  let tally = NO_ROWS;
  for await (const { n, rows } of lotsOf(list.rows)) {
    if (taking.handOver.mode === 'good-rows') continue;
    const verdicts = rows.map((row) => check.check(row));
    const { refused } = await sift(ports, { ...groupOf(taking), rows: goodRows(verdicts) });
    const judged = judge(rows, verdicts, refused);
    await keepFindings(ports.archive, { key: taking.upload.key, lot: n, headings: list.headings }, judged);
    if (judged.some((j) => j.issues.length > 0)) lots.push(n);
    tally = plusTally(tally, tallyOf(judged));
  }
  return { tally, lots };
};

/** The rows of a lot, and what the check says of each. */
type Checked = Readonly<{
  n: number;
  rows: readonly RawRow[];
  verdicts: readonly Verdict[];
  headings: OpenList['headings'];
}>;

const takeLot = async (ports: Ports, taking: Taking, { n, rows, verdicts, headings }: Checked): Promise<Lot> => {
  const registration = await registerClaims(ports)({ ...groupOf(taking), rows: goodRows(verdicts) });
  const { accepted, refused } = registration;
  const judged = judge(rows, verdicts, refused);
  await keepFindings(ports.archive, { key: taking.upload.key, lot: n, headings }, judged);
  const lot = lotOfList(n, judged, { accepted, woken: wokenBy(registration) });
  await ports.handOvers.saveLot(taking.creditor.id, taking.handOver.id, lot);
  return lot;
};

/** Takes lot after lot, behind those an earlier try has done; null when time is up: the rest goes on elsewhere. */
const take = async (ports: Ports, taking: Taking, list: OpenList, timeIsUp: () => boolean): Promise<Taken | null> => {
  const done = new Map<number, Lot>();
  for await (const lot of ports.handOvers.lots(taking.creditor.id, taking.handOver.id)) done.set(lot.n, lot);
  const check = fileCheck(taking.creditor, taking.handOver.on);
  let taken = NOTHING_YET;
  for await (const { n, rows } of lotsOf(list.rows)) {
    // Every row passes the check again, also those of lots that are done: it knows what has been in the file before.
    const verdicts = rows.map((row) => check.check(row));
    const known = done.get(n);
    if (!known && timeIsUp()) {
      await ports.handOvers.save({ ...taking.handOver, ...taken.tally, updatedAt: nowIn(ports) });
      return null;
    }
    taken = withLot(taken, known ?? (await takeLot(ports, taking, { n, rows, verdicts, headings: list.headings })));
    if (!known && n % PROGRESS_EVERY === 0)
      await ports.handOvers.save({ ...taking.handOver, ...taken.tally, updatedAt: nowIn(ports) });
  }
  return taken;
};

const tell = async (ports: Ports, creditor: Creditor, handOver: EndedList): Promise<void> => {
  await tellOnce(ports, `hand-over-mail:${creditor.id}:${handOver.id}`, () => ({
    to: creditor.email,
    ...handOverMail({ creditor, agency: ports.agency, handOver }),
  }));
};

const finish = async (ports: Ports, { creditor }: Taking, ended: EndedList): Promise<EndedList> => {
  await ports.handOvers.save(ended);
  await tell(ports, creditor, ended);
  return ended;
};

/** How a list was written, and its reports, which are written now. */
const reportedOf = async (
  ports: Ports,
  { upload }: Taking,
  list: OpenList,
  of: Readonly<{ lots: readonly number[]; refused: boolean }>,
) => {
  const { encoding, delimiter } = list;
  const reports = await writeReports(ports, { upload, list, ...of });
  return { ...reports, encoding, delimiter };
};

/** Looks only, or finds that all cannot be taken and so nothing is; null: the list may be taken. */
const lookFirst = async (ports: Ports, taking: Taking): Promise<EndedList | null> => {
  const { handOver } = taking;
  const list = await openList(ports, taking.upload.key);
  const { tally, lots } = await survey(ports, taking, list);
  if (isToTake(handOver, tally)) return null;
  const reported = await reportedOf(ports, taking, list, { lots, refused: tally.rejected > 0 });
  return finish(ports, taking, lookedAt(handOver, tally, { ...reported, at: nowIn(ports) }));
};

const takeList = async (ports: Ports, taking: Taking, timeIsUp: () => boolean): Promise<RunningList | EndedList> => {
  const list = await openList(ports, taking.upload.key);
  const taken = await take(ports, taking, list, timeIsUp);
  if (!taken) {
    await ports.work.goOn(taking.upload);
    return taking.handOver;
  }
  const { lots, startable, tally } = taken;
  const reported = await reportedOf(ports, taking, list, { lots, refused: tally.rejected > 0 });
  const { creditor, handOver } = taking;
  await ports.work.startLots(startable.map((lot) => ({ creditor: creditor.id, handOver: handOver.id, lot })));
  return finish(ports, taking, takenList(handOver, taken, { ...reported, at: nowIn(ports) }));
};

/**
 * Takes an uploaded Übergabeliste: good rows become claims in Akten, bad rows come back as reports beside the upload,
 * and the hand-over stands in the Abgabehistorie. It works through the list in lots, each written down when it is done:
 * an event that comes twice, a crash anywhere, or the end of the function's time (`timeIsUp`) leads to the same result.
 * Executions are started by the queue, when the last lot is written.
 */
export const acceptHandOver =
  (ports: Ports) =>
  async (upload: Upload, timeIsUp: () => boolean = () => false): Promise<HandOver> => {
    const creditor = await ports.creditors.get(upload.creditor);
    const known = await ports.handOvers.find(creditor.id, upload.id);
    if (known && known.state !== 'running') {
      // The mail may have failed after the list was taken: the repeated event sends it.
      if (known.source === 'file') await tell(ports, creditor, known);
      return known;
    }
    const handOver = known ?? begunList(upload, creditor, { on: ports.clock.today(), at: nowIn(ports) });
    if (!known) await ports.handOvers.save(handOver);
    const taking: Taking = { creditor, upload, handOver };
    try {
      // Lots that are done prove that the list has been looked at.
      const begun = (await ports.handOvers.findLot(creditor.id, upload.id, 1)) !== null;
      return (begun ? null : await lookFirst(ports, taking)) ?? (await takeList(ports, taking, timeIsUp));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return finish(ports, taking, refusedList(handOver, error.message, nowIn(ports)));
    }
  };
