/** Columns that stand under each other; those in `right`, counted from 0, end there. */
export const aligned = (rows: readonly (readonly string[])[], right: readonly number[] = []): string => {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  const cell = (text: string, i: number): string => {
    const space = ' '.repeat((widths[i] ?? 0) - [...text].length);
    return right.includes(i) ? space + text : text + space;
  };
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}\n`).join('');
};

const inBerlin = (instant: string, more: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit', ...more }).format(
    new Date(instant),
  );
/** `10:15` */
export const clock = (instant: string): string => inBerlin(instant);
/** `02.03.2026 10:15` */
export const since = (instant: string): string =>
  inBerlin(instant, { day: '2-digit', month: '2-digit', year: 'numeric' }).replace(',', '');
