/** `1 Tag`, `1.000 Tage`: a number with its noun, in the singular only for one. */
export const counted = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('de-DE')} ${n === 1 ? one : more}`;
