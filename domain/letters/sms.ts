import { formatDay, type Day } from '../calendar.ts';
import type { AkteId } from '../claim.ts';
import { formatDecimal, type Cents } from '../money.ts';
import type { Agency, Creditor } from '../parties.ts';

const BASIC = new Set('@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà');
const EXTENDED = new Set('^{}\\[~]|€');

/** Septets of a text in the GSM 7-bit alphabet (3GPP TS 23.038; € counts two), or null where a character is not in it. */
export const gsm7Length = (text: string): number | null => {
  let septets = 0;
  for (const c of text) { if (BASIC.has(c)) septets += 1; else if (EXTENDED.has(c)) septets += 2; else return null; }
  return septets;
};

/** A name that fits: accents the alphabet lacks are dropped, an overlong name is cut. */
const spoken = (name: string, limit: number): string => {
  const plain = [...name].map((c) => (BASIC.has(c) ? c : [...c.normalize('NFD')][0] ?? '')).filter((c) => BASIC.has(c)).join('');
  return plain.length <= limit ? plain : `${plain.slice(0, limit - 1).trimEnd()}.`;
};

/**
 * The text message beside a Mahnung, one part of at most 160 septets. A phone may be read by others: it names no claim and no creditor's
 * goods, only where to look and whom to call.
 */
export const composeSms = ({ agency, akte, total, payBy }: { agency: Agency; creditor: Creditor; akte: AkteId; total: Cents; payBy: Day; stage: number }): string =>
  `${spoken(agency.name, 40)}: Bitte beachten Sie unser Schreiben zu ${akte}. Offen: ${formatDecimal(total)} EUR bis ${formatDay(payBy)}. Fragen? ${spoken(agency.phone, 20)}`;
