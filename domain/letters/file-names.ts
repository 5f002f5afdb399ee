/** Longer ones are cut: mail programs and file systems stop at 255 bytes. */
const LONGEST = 100;

/**
 * Words as a file's name: letters of every script stay, whatever a file system or a mail header could trip over becomes
 * a hyphen.
 */
export const fileName = (words: string, extension: string): string => {
  const bare = words
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${[...bare].slice(0, LONGEST).join('') || 'Anlage'}.${extension}`;
};

/**
 * The same names in the same order, where two would be one the later ones numbered: `a.pdf`, `a-2.pdf`. Case does not
 * tell them apart.
 */
export const distinctNames = (names: readonly string[]): string[] => {
  const taken = new Set<string>();
  return names.map((name) => {
    const [, stem = name, extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
    let candidate = name;
    for (let n = 2; taken.has(candidate.toLowerCase()); n += 1) candidate = `${stem}-${n}${extension}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
};
