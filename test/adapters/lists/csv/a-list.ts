import { lists } from '../../../../adapters/lists/open-list.ts';
import { readWhole } from '../../../support/lists.ts';

export const HEADER = 'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Name;Bemerkung';

export const row = (n: number, remark = ''): string => `K-${n};RE-${n};05.01.2026;1,00;Probe ${n};${remark}`;

export const list = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'));

export const read = async (bytes: Uint8Array) =>
  (await readWhole(bytes)).rows.map((r) => [r.row, r.line, r.fault ? 'fault' : r.cells.name]);

export const refusal = (code: string, words = '') =>
  expect.objectContaining({ name: 'Rejected', code, message: expect.stringContaining(words) });

/** A source that would go on for ever, and how much of it was taken. */
export const endless = (start: string, more: string) => {
  const source = {
    given: 0,
    closed: false,
    async *bytes(): AsyncGenerator<Uint8Array, void, undefined> {
      try {
        for (let next = start; ; next = more.repeat(Math.ceil(65_536 / more.length))) {
          const chunk = Buffer.from(next);
          source.given += chunk.length;
          yield chunk;
        }
      } finally {
        source.closed = true;
      }
    },
  };
  return source;
};

export const drain = async (bytes: AsyncIterable<Uint8Array>): Promise<number> => {
  let rows = 0;
  for await (const batch of (await lists.open(bytes)).rows) rows += batch.length;
  return rows;
};
