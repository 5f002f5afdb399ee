import { encode } from 'uqr';
import { giroCode, isPayableByCode } from '../../domain/letters/giro-code.ts';
import { sepaText } from '../../domain/spelling.ts';
import type { Notice } from '../../domain/letters/notice.ts';
import type { Document } from './sheet.ts';

/**
 * The GiroCode of a payment (EPC069-12) as modules, dark = true; null where no code can say the amount. Error level M,
 * as the standard asks. The holder's umlauts are spelt out: many readers take the code's bytes for another alphabet,
 * and banks compare the name in the SEPA character set anyway.
 */
export const giroCodeModules = ({ holder, iban, bic, reference, amount }: Notice['payment']): boolean[][] | null => {
  if (!isPayableByCode(amount)) return null;
  const payload = giroCode({
    name: sepaText(holder, 70),
    iban,
    ...(bic === undefined ? {} : { bic }),
    amount,
    reference,
  });
  return encode(payload, { ecc: 'M', boostEcc: false, border: 0, maxVersion: 13 }).data;
};

/** Draws the modules as one vector path, so that it prints sharp at any size. */
export const drawCode = (
  doc: Document,
  modules: readonly (readonly boolean[])[],
  { x, y, size }: Readonly<{ x: number; y: number; size: number }>,
): void => {
  const module = size / modules.length;
  modules.forEach((row, r) =>
    row.forEach((dark, c) => {
      if (dark) doc.rect(x + c * module, y + r * module, module, module);
    }),
  );
  doc.fill('#000000');
};
