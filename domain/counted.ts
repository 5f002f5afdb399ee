/** `1.000`: a number as people read it. */
export const grouped = (n: number): string => n.toLocaleString('de-DE');
/** `1 Tag`, `1.000 Tage`: a number with its noun, in the singular only for one. */
export const counted = (n: number, one: string, more: string): string => `${grouped(n)} ${n === 1 ? one : more}`;
