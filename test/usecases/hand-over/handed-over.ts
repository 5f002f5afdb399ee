/** An agency that takes in a list of a creditor. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lists } from '../../../adapters/lists/open-list.ts';
import { reportWriter } from '../../../adapters/lists/report.ts';
import { Creditor, CreditorId } from '../../../domain/parties/parties.ts';
import { acceptHandOver } from '../../../usecases/hand-over/accept-hand-over.ts';
import { startLot } from '../../../usecases/hand-over/start-lot.ts';
import { memoryAkten } from '../../../simulator/agency/akten.ts';
import { virtualClock } from '../../../simulator/engine/clock.ts';
import { rheinbogen } from '../../support/notices.ts';
import { hashes } from '../../../adapters/hashes.ts';
import { HandOverId } from '../../../domain/ids.ts';
import {
  memoryArchive,
  memoryCreditors,
  memoryHandOvers,
  memoryMailbox,
  memoryOnce,
  memoryPeople,
  memoryProcedures,
  memoryWork,
  recordedWorkflows,
} from '../../../simulator/agency/stores.ts';
import { memoryTimers } from '../../../simulator/agency/timers.ts';

export const examples = join(import.meta.dirname, '../../../examples');
const creditorIn = (file: string): Creditor =>
  Creditor.parse(
    (JSON.parse(readFileSync(join(examples, 'creditors', file), 'utf8')) as { creditor: unknown }).creditor,
  );
export const MUS = CreditorId.parse('MUS');
export const KEY = 'handover/MUS/u1/liste.csv';

export const anAgency = (content: Uint8Array | string, mandate: Partial<Creditor> = {}) => {
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
    const handOver = await acceptHandOver(ports)({ creditor: MUS, id: HandOverId.parse(id), key });
    await start();
    return handOver;
  };
  return { ...ports, accept, start, ports };
};
export const HEADER =
  'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Vorname;Nachname;Straße;PLZ;Ort;E-Mail';
export const ROW = 'K-1;RE-1;05.01.2026;129,90;Erika;Beispiel;Musterweg 5;44135;Dortmund;erika@example.com';

/** A list of so many rows; two neighbours are one customer, and the last customer comes again at the very end. */
export const long = (rows: number): string =>
  [
    HEADER,
    ...Array.from({ length: rows }, (_, i) =>
      ROW.replace('K-1', `K-${i === rows - 1 ? 0 : Math.floor(i / 2)}`)
        .replace('RE-1', `RE-${i}`)
        .replace('129,90', i % 100 === 7 ? 'viel' : '129,90'),
    ),
  ].join('\n');
