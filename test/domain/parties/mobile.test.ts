import { isMobile } from '../../../domain/parties/mobile.ts';

test.each([
  ['+4915110000001', true],
  ['+493023125000', false],
  ['+436641234567', true],
  // In North America nobody can tell: it may ring in a living room.
  ['+15125551234', false],
  ['+49900123456', false],
  ['0151', false],
])('%s surely is a mobile number: %s', (e164, expected) => {
  expect(isMobile(e164)).toBe(expected);
});
