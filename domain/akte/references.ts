import { isValidIBAN } from 'ibantools';
import { Rejected } from '../faults.ts';

/** Remainder of a long number made of digits and letters (A = 10 … Z = 35) by 97, ISO 7064. */
const mod97 = (text: string): number => {
  let rest = 0;
  for (const char of text) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
};

/**
 * An ISO 11649 creditor reference: `RF`, two check digits, up to 21 characters of A–Z and 0–9; separators in the base
 * are dropped.
 */
export const makeReference = (base: string): string => {
  const core = base.toUpperCase().replace(/[\s-]/g, '');
  if (!/^[A-Z0-9]{1,21}$/.test(core))
    throw new Rejected('reference.base', `„${base}“ passt nicht in eine RF-Referenz (1 bis 21 Zeichen A–Z, 0–9).`);
  return `RF${String(98 - mod97(`${core}RF00`)).padStart(2, '0')}${core}`;
};

export const isReference = (text: string): boolean => {
  const core = text.toUpperCase().replace(/\s/g, '');
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(core) && mod97(core.slice(4) + core.slice(0, 4)) === 1;
};

/** `DE02 1203 0000 0000 2020 51`, as a person reads and compares it; the blanks break no line. */
export const groupedIban = (iban: string): string => iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');

/**
 * Whether this is an IBAN: country, length and alphabet as the country has them, check digits (ISO 13616, mod 97-10);
 * blanks and case do not matter.
 */
export const ibanIsValid = (text: string): boolean => isValidIBAN(text.toUpperCase().replace(/\s/g, ''));
