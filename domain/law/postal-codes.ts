import type { Land } from '../calendar.ts';

/**
 * Postal codes whose region lies wholly in one Land, by their first digits. Regions that cross a border are left out on purpose: an
 * unknown Land only means that nationwide holidays count. Source: the public layout of Deutsche Post's routing regions (two digits).
 */
const REGIONS: Readonly<Partial<Record<Land, readonly string[]>>> = {
  BE: ['10', '12', '13'], HH: ['20', '22'], SN: ['01', '02', '08', '09'], BY: ['80', '81', '82', '83', '84', '85', '86', '90', '91', '92', '93', '94', '95'],
  BW: ['70', '71', '72', '73', '75', '76', '77', '78', '79'], NW: ['40', '41', '42', '44', '45', '46', '47', '50', '52', '58'], SL: ['66'], HE: ['34', '35', '60', '61', '64'], TH: ['99'], ST: ['39'], SH: ['24', '25'], NI: ['26', '30', '31', '38'],
};
/** Places near a border that the two digits would put in the wrong Land. */
const EXCEPTIONS: readonly RegExp[] = [/^0(18|29)/, /^66[4-9]/, /^34(3|414|439)/, /^357/, /^646/, /^996/, /^393/, /^76[7-8]/, /^868/, /^38(4|8)/, /^21/, /^3719/, /^258/, /^6939/, /^88/, /^89/, /^975/];

/** The Land of a postal code, where the region leaves no doubt. */
export const landOfPostalCode = (postalCode: string): Land | undefined => {
  if (EXCEPTIONS.some((e) => e.test(postalCode))) return undefined;
  for (const [land, regions] of Object.entries(REGIONS)) if (regions.includes(postalCode.slice(0, 2))) return land as Land;
  return undefined;
};
