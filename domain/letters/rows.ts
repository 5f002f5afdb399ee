import { formatEuro, sum } from '../money.ts';
import type { Position } from './notice.ts';

/** From so many invoices on a table of all their parts would push the sum and the account off the first page. */
const MANY = 6;

const partOf = ({ label, part, amount }: Position): string =>
  `${part === 'principal' ? 'Hauptforderung' : label} ${formatEuro(amount)}`;

/** One row for an invoice: what it has grown by stands in its reason. */
const rowOf = (parts: readonly Position[]): Position[] => {
  const [first] = parts;
  if (!first || parts.length === 1) return [...parts];
  return [{ label: first.label, why: parts.map(partOf).join(', '), amount: sum(parts.map((p) => p.amount)) }];
};

/** The rows a reader sees first, and all of them in full where these only sum up: the same amounts, the same sum. */
export const inFewRows = (
  positions: readonly Position[],
): Readonly<{ rows: readonly Position[]; details: readonly Position[] }> => {
  const claims = [...new Set(positions.flatMap(({ claim }) => (claim === undefined ? [] : [claim])))];
  if (claims.length < MANY) return { rows: positions, details: [] };
  const rows = [
    ...claims.flatMap((claim) => rowOf(positions.filter((p) => p.claim === claim))),
    ...positions.filter((p) => p.claim === undefined),
  ];
  return { rows, details: positions };
};
