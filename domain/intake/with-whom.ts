/** `c/o Lehmann`, `z. Hd. Frau Lehmann`: with whom somebody lives or who shall get the letter, in front of a name. */
const SIGN = String.raw`(?:c\s?/\s?o|℅|z\.\s?hd\.?|zu händen)[\s.:]`;
const FIRST = new RegExp(String.raw`^(${SIGN}[^,;]+)[,;]\s*(\S.*)$`, 'iu');
const LAST = new RegExp(String.raw`^(.*?\p{L}.*?)[\s,;]+(${SIGN}.+)$`, 'iu');
/** Nearly no cell has one. */
const MAYBE = /c\s?\/|℅|z\.|händen/iu;

/**
 * A cell without the line that was written into it; `beside`: that line, which stands by itself in the address window.
 */
export type WithWhom = Readonly<{ text: string | undefined; beside: string | undefined }>;

/** `Erika Beispiel c/o Lehmann`: what stands behind is a line of the address. */
export const withWhomBehind = (text: string | undefined): WithWhom => {
  const parts = text !== undefined && MAYBE.test(text) ? LAST.exec(text) : null;
  return parts ? { text: parts[1], beside: parts[2] } : { text, beside: undefined };
};

/** `c/o Lehmann, Musterweg 5` and `Musterweg 5, c/o Lehmann`: what stands on either side of a street. */
export const withWhomBeside = (text: string | undefined): WithWhom => {
  const parts = text !== undefined && MAYBE.test(text) ? FIRST.exec(text) : null;
  return parts ? { text: parts[2], beside: parts[1] } : withWhomBehind(text);
};
