import { workbook, type Cell } from '../../../../tools/corpus/workbook-writer.ts';
import { readWhole } from '../../../support/lists.ts';

export const HEADER = ['Kundennummer', 'Rechnungsnummer', 'Rechnungsdatum', 'Betrag', 'Name', 'PLZ', 'Bemerkung'];

export const DATE = { number: 46_112, style: 1 };

export const row = (n: number, ...more: Cell[]): Cell[] => [
  `K-${n}`,
  `RE-${n}`,
  DATE,
  129.9,
  `Probe ${n}`,
  1067,
  ...more,
];

export const one = (...rows: Cell[][]): Buffer => workbook([{ name: 'Tabelle1', rows: [HEADER, ...rows] }]);

export const amount = async (cell: Cell): Promise<string | undefined> =>
  (await readWhole(one(['K', 'R', DATE, cell]))).rows[0]?.cells.amount;
