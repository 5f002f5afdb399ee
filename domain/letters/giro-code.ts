import { Rejected } from '../faults.ts';
import { MOST_OF_A_TRANSFER, toDecimalString, type Cents } from '../money.ts';
import { ibanIsValid } from '../akte/references.ts';

export type GiroCode = Readonly<{
  name: string;
  iban: string;
  bic?: string;
  amount: Cents;
  /** ISO 20022, `GDDS`: what kind of payment it is. */
  purpose?: string;
  reference?: string;
  text?: string;
  version?: '001' | '002';
  charset?: string;
}>;

/** EPC069-12: what a QR code of version 13 holds with error correction M. */
const MOST_BYTES = 331;
const MOST = { name: 70, reference: 35, text: 140 } as const;
const LEAST_AMOUNT = 1;
/** Banks outside the EEA that take part in SEPA: for their accounts a BIC is still needed. */
const OUTSIDE_EEA = new Set(['CH', 'GB', 'MC', 'SM', 'AD', 'VA', 'GI', 'JE', 'GG', 'IM', 'AL', 'ME', 'MK', 'MD', 'RS']);

/** The amounts a GiroCode can carry: 0.01 € to 999,999,999.99 €. */
export const isPayableByCode = (amount: number): boolean =>
  Number.isInteger(amount) && amount >= LEAST_AMOUNT && amount <= MOST_OF_A_TRANSFER;

const refuse = (field: Exclude<keyof GiroCode, 'version'>, message: string): never => {
  throw new Rejected(`girocode.${field}`, message, { field });
};
/** One line of the payload. What would begin another one is mended; a bank app would read it as the next field. */
const line = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const checkBank = ({ bic, version }: GiroCode, iban: string): void => {
  if (!ibanIsValid(iban)) refuse('iban', `„${iban}“ ist keine gültige IBAN (Prüfziffer).`);
  if (bic && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic))
    refuse('bic', `„${bic}“ ist keine BIC (8 oder 11 Zeichen).`);
  if (bic) return;
  if (version === '001') refuse('bic', 'Version 001 eines GiroCodes verlangt eine BIC.');
  if (OUTSIDE_EEA.has(iban.slice(0, 2)))
    refuse('bic', 'Ein Konto außerhalb des Europäischen Wirtschaftsraums braucht im GiroCode eine BIC.');
};

/**
 * What the payment is for: a reference or a text. With both a bank app takes one of them, with neither nobody could
 * tell whose payment it is.
 */
const checkRemittance = (reference: string, text: string): void => {
  if (reference.length > MOST.reference)
    refuse('reference', `Die Referenz eines GiroCodes hat höchstens ${MOST.reference} Zeichen.`);
  if (text.length > MOST.text)
    refuse('text', `Der Verwendungszweck eines GiroCodes hat höchstens ${MOST.text} Zeichen.`);
  if (reference && text)
    refuse('text', 'Ein GiroCode trägt entweder eine Referenz oder einen Verwendungszweck, nicht beides.');
  if (!reference && !text)
    refuse(
      'reference',
      'Ein GiroCode braucht eine Referenz oder einen Verwendungszweck; sonst fände die Zahlung ihre Akte nicht.',
    );
};

const checkCharset = (charset: string, payload: string): void => {
  if (!/^[1-8]$/.test(charset)) refuse('charset', 'Der Zeichensatz eines GiroCodes ist eine Ziffer von 1 bis 8.');
  if (charset !== '1' && /[^\n\x20-\x7e]/.test(payload))
    refuse('charset', 'Umlaute und Sonderzeichen trägt ein GiroCode nur im Zeichensatz 1 (UTF-8).');
};

/**
 * The content of a GiroCode (EPC069-12): scanned by the debtor's bank app. Version 002 and UTF-8 unless told; 001 needs
 * a BIC. A name is cut at 70 places, line breaks within a field become blanks. Throws Rejected naming the field that a
 * bank app would refuse.
 */
export const giroCode = (of: GiroCode): string => {
  const iban = of.iban.replace(/\s/g, '').toUpperCase();
  const name = line(of.name);
  const reference = line(of.reference ?? '');
  const text = line(of.text ?? '');
  checkBank(of, iban);
  if (name === '') refuse('name', 'Ein GiroCode braucht den Namen des Empfängers.');
  checkRemittance(reference, text);
  if (!/^([A-Z]{1,4})?$/.test(of.purpose ?? ''))
    refuse('purpose', `„${of.purpose ?? ''}“ ist kein Zahlungsgrund nach ISO 20022 (bis zu vier Großbuchstaben).`);
  if (!isPayableByCode(of.amount)) refuse('amount', 'Ein GiroCode trägt Beträge von 0,01 € bis 999.999.999,99 €.');
  const charset = of.charset ?? '1';
  const lines = [
    'BCD',
    of.version ?? '002',
    charset,
    'SCT',
    of.bic ?? '',
    name.slice(0, MOST.name).trim(),
    iban,
    `EUR${toDecimalString(of.amount)}`,
    of.purpose ?? '',
    reference,
    text,
  ];
  while (lines.at(-1) === '') lines.pop();
  const payload = lines.join('\n');
  checkCharset(charset, payload);
  if (bytesOf(payload) > MOST_BYTES)
    refuse(
      'text',
      `Ein GiroCode trägt höchstens ${MOST_BYTES} Bytes, hier wären es ${bytesOf(payload)}. Bitte den Verwendungszweck kürzen.`,
    );
  return payload;
};
