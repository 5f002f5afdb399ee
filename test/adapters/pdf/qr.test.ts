import { encode } from 'uqr';
import { giroCodeModules } from '../../../adapters/pdf/qr.ts';
import { composeNotice } from '../../../domain/letters/compose.ts';
import { cents, ZERO } from '../../../domain/money.ts';
import { facts } from '../../support/notices.ts';

const { payment } = composeNotice(facts());

test('the payment is a GiroCode (EPC069-12)', () => {
  const content =
    'BCD\n002\n1\nSCT\nBYLADEM1001\nRheinbogen Inkasso GmbH Treuhand\nDE02120300000000202051\nEUR161.23\n\nRF80MUS4F7K2QXR';
  expect(giroCodeModules(payment)).toEqual(encode(content, { ecc: 'M', boostEcc: false, border: 0 }).data);
});
test('umlauts of the holder are spelt out, as banks compare the name', () => {
  const spelt = giroCodeModules({ ...payment, holder: 'Müller & Söhne GmbH' });
  expect(spelt).toEqual(giroCodeModules({ ...payment, holder: 'Mueller + Soehne GmbH' }));
});
test.each([ZERO, cents(-5), cents(100_000_000_000)])('no code says %d cents', (amount) => {
  expect(giroCodeModules({ ...payment, amount })).toBeNull();
});
