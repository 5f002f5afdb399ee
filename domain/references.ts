import { isValidIBAN } from 'ibantools';
import { Rejected } from './faults.ts';
import { toDecimalString, type Cents } from './money.ts';

/** Remainder of a long number made of digits and letters (A = 10 … Z = 35) by 97, ISO 7064. */
const mod97 = (text: string): number => {
  let rest = 0;
  for (const char of text) {
    const value = parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
};

/** An ISO 11649 creditor reference: `RF`, two check digits, up to 21 characters of A–Z and 0–9; separators in the base are dropped. */
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

/** Whether this is an IBAN: country, length and alphabet as the country has them, check digits (ISO 13616, mod 97-10); blanks and case do not matter. */
export const ibanIsValid = (text: string): boolean => isValidIBAN(text.toUpperCase().replace(/\s/g, ''));

/**
 * The content of a GiroCode (EPC069-12): scanned by the debtor's bank app. Version 002 and UTF-8 unless told; 001 needs a BIC. A structured
 * reference (ISO 11649) or a text, never both. Throws Rejected naming the field that a bank app would refuse.
 */
export const giroCode = (of: {
  name: string;
  iban: string;
  bic?: string;
  amount: Cents;
  reference?: string;
  text?: string;
  version?: '001' | '002';
  charset?: string;
}): string => {
  const refuse = (field: string, message: string): never => {
    throw new Rejected(`girocode.${field}`, message, { field });
  };
  const version = of.version ?? '002';
  if (version === '001' && !of.bic) refuse('bic', 'Version 001 eines GiroCodes verlangt eine BIC.');
  if (of.bic && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(of.bic))
    refuse('bic', `„${of.bic}“ ist keine BIC (8 oder 11 Zeichen).`);
  if (!of.name.trim()) refuse('name', 'Ein GiroCode braucht den Namen des Empfängers.');
  if (!ibanIsValid(of.iban)) refuse('iban', `„${of.iban}“ ist keine gültige IBAN (Prüfziffer).`);
  if ((of.text ?? '').length > 140) refuse('text', 'Der Verwendungszweck eines GiroCodes hat höchstens 140 Zeichen.');
  if (!/^[1-8]$/.test(of.charset ?? '1'))
    refuse('charset', 'Der Zeichensatz eines GiroCodes ist eine Ziffer von 1 bis 8.');
  if (of.amount < 1 || of.amount > 99_999_999_999)
    throw new Rejected('girocode.amount', 'Ein GiroCode trägt Beträge von 0,01 € bis 999.999.999,99 €.', {
      field: 'amount',
    });
  const lines = [
    'BCD',
    version,
    of.charset ?? '1',
    'SCT',
    of.bic ?? '',
    of.name.slice(0, 70),
    of.iban.replace(/\s/g, ''),
    `EUR${toDecimalString(of.amount)}`,
    '',
    of.reference ?? '',
    of.reference ? '' : (of.text ?? ''),
  ];
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
};
