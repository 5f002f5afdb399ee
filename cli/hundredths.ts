/** `12`, `12.5` or `12,50`, known to be such a number, in whole hundredths: 1250. Never by way of a fraction. */
export const inHundredths = (text: string): number => {
  const [whole = '', fraction = ''] = text.split(/[.,]/);
  return Number(`${whole}${fraction.padEnd(2, '0')}`);
};
