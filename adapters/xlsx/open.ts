import { Rejected } from '../../domain/faults.ts';
import type { OpenList } from '../../domain/intake/list.ts';

export const openWorkbook = async (bytes: AsyncIterable<Uint8Array>): Promise<OpenList> => {
  for await (const _ of bytes) break;
  throw new Rejected('file.not-csv', 'Die Datei ist ein ZIP-Archiv oder ein Excel-Arbeitsmappe. Bitte als CSV mit Semikolon speichern und erneut hochladen.');
};
