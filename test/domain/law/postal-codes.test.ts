import { landOfPostalCode } from '../../../domain/law/postal-codes.ts';

test.each([
  ['44135', 'NW'],
  ['50667', 'NW'],
  ['51103', 'NW'],
  ['53111', 'NW'],
  ['57072', 'NW'],
  ['59065', 'NW'],
  ['33602', 'NW'],
  ['10115', 'BE'],
  ['20095', 'HH'],
  ['22769', 'HH'],
  ['80331', 'BY'],
  ['96047', 'BY'],
  ['70173', 'BW'],
  ['01067', 'SN'],
  ['60311', 'HE'],
  ['30159', 'NI'],
  ['28195', 'HB'],
  ['18055', 'MV'],
  ['24103', 'SH'],
  ['66111', 'SL'],
  ['67059', 'RP'],
  ['99084', 'TH'],
  ['39104', 'ST'],
  ['03046', 'BB'],
])('%s lies in %s', (postalCode, land) => {
  expect(landOfPostalCode(postalCode)).toBe(land);
});

test.each([
  ['01968', 'Senftenberg, not in Saxony'],
  ['12529', 'Schönefeld, not in Berlin'],
  ['22844', 'Norderstedt, not in Hamburg'],
  ['28816', 'Stuhr, not in Bremen'],
  ['34414', 'Warburg, not in Hesse'],
  ['51598', 'Friesenhagen, not in NW'],
  ['53424', 'Remagen, not in NW'],
  ['57518', 'Betzdorf, not in NW'],
  ['59969', 'two Länder share it'],
  ['76829', 'Landau, not in BW'],
  ['96515', 'Sonneberg, not in Bavaria'],
  ['38820', 'Halberstadt, not in NI'],
  ['89073', 'Ulm and Neu-Ulm'],
  ['63739', 'Bavaria or Hesse'],
])('%s is left open: %s', (postalCode) => {
  expect(landOfPostalCode(postalCode)).toBeUndefined();
});
