import type { ListReader } from '../../usecases/accept-hand-over.ts';
import { readList } from './read.ts';
import { reportCsv, reportJson } from './report.ts';

/** Übergabelisten as CSV files, for the use case that takes them in. */
export const csvLists: ListReader = { read: (bytes) => readList(bytes).rows, csv: reportCsv, json: reportJson };
