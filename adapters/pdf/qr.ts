import { encode } from 'uqr';
import { giroCode } from '../../domain/references.ts';
import type { Notice } from '../../domain/notice.ts';
import type { Document } from './sheet.ts';

/** The smallest and the largest amount a GiroCode can carry (EPC069-12: 0.01 to 999999999.99 €). */
const isPayable = (amount: number): boolean => amount >= 1 && amount <= 99_999_999_999;

/** The GiroCode of a payment (EPC069-12) as modules, dark = true; null where no code can say the amount. Error level M, as the standard asks. */
export const giroCodeModules = ({ holder, iban, bic, reference, amount }: Notice['payment']): boolean[][] | null => {
  if (!isPayable(amount)) return null;
  const payload = giroCode({
    name: holder.slice(0, 70),
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
  x: number,
  y: number,
  size: number,
): void => {
  const module = size / modules.length;
  modules.forEach((row, r) =>
    row.forEach((dark, c) => {
      if (dark) doc.rect(x + c * module, y + r * module, module, module);
    }),
  );
  doc.fill('#000000');
};
