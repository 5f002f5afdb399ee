import type { Stage } from '../procedure/states.ts';
import { formatDay, type Day } from '../calendar.ts';
import type { AkteId } from '../ids.ts';
import type { MessageKey } from '../akte/facts.ts';
import type { Agency } from '../parties/parties.ts';

/**
 * The alphabet of a text message (3GPP TS 23.038): German umlauts are in it, the characters of the second row cost two
 * places.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '\f^{}\\[~]|€';
const SEPTETS = new Map([...[...BASIC].map((c) => [c, 1] as const), ...[...EXTENDED].map((c) => [c, 2] as const)]);
/** A character that is not in it. */
const FOREIGN = new RegExp(`[^${`${BASIC}${EXTENDED}`.replace(/[\\\]^-]/g, '\\$&')}]`, 'gu');
const LIMIT = 160;

/**
 * Septets a text takes up; Infinity where a character is not in the alphabet (the message would be sent as UCS-2 and
 * cost more than double).
 */
export const gsm7Length = (text: string): number => {
  let septets = 0;
  for (const char of text) septets += SEPTETS.get(char) ?? Infinity;
  return septets;
};

const plain = (char: string): string => {
  const bare = char.normalize('NFD').replace(/\p{M}/gu, '');
  return gsm7Length(bare) < Infinity
    ? bare
    : ({ '–': '-', '—': '-', '’': "'", '„': '"', '“': '"', '\u00a0': ' ', ł: 'l', Ł: 'L', ı: 'i' }[char] ?? '');
};
const toGsm7 = (text: string): string => text.normalize('NFC').replace(FOREIGN, plain).replace(/\s+/g, ' ').trim();

/** Whole words as far as they fit, at least the first characters. */
const shortened = (name: string, septets: number): string => {
  if (gsm7Length(name) <= septets) return name;
  let short = name;
  while (gsm7Length(short) > septets)
    short = short.includes(' ') ? short.slice(0, short.lastIndexOf(' ')) : short.slice(0, -1);
  return short.replace(/[\s&,.-]+$/, '');
};

/**
 * The text message beside a reminder or Mahnung, or after calls that nobody answered (D60): one message of at most 160
 * characters. A telephone may be read by others, so it says neither who claims nor how much, only who writes, under
 * which Aktenzeichen, until when and where to answer.
 */
export const composeSms = ({
  agency,
  akte,
  payBy,
  stage,
  occasion,
}: {
  agency: Agency;
  akte: AkteId;
  payBy: Day;
  stage: Stage;
  occasion?: MessageKey['occasion'];
}): string => {
  const ask = stage === 0 ? 'wir haben Ihnen geschrieben' : 'bitte beachten Sie unser Schreiben';
  const tell =
    occasion === 'calls'
      ? `wir haben Sie nicht erreicht. Bitte rufen Sie uns zurück (Az. ${akte}): Tel.`
      : `${ask} (Az. ${akte}, Frist ${formatDay(payBy)}). Fragen? Tel.`;
  const rest = toGsm7(`: Guten Tag, ${tell} ${agency.phone.slice(0, 24)}`);
  return `${shortened(toGsm7(agency.name), LIMIT - gsm7Length(rest))}${rest}`;
};
