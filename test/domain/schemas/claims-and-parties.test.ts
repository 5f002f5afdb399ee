import { Day } from '../../../domain/calendar.ts';
import * as z from 'zod';
import { AkteId, ClaimId, MatterId } from '../../../domain/ids.ts';
import { invoiceIdentity } from '../../../domain/akte/claim.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';
import { accepts } from './accepts.ts';

describe('names and numbers', () => {
  test.each<[string, z.ZodType, string[], string[]]>([
    [
      'an Aktenzeichen',
      AkteId,
      ['MUS-4F7K-2QXR', 'AB-0000-0000', 'ABCDEF-ZZZZ-ZZZZ'],
      [
        'M-4F7K-2QXR',
        'ABCDEFG-4F7K-2QXR',
        'MUS-4F7K',
        'MUS-4F7K-2QXI',
        'MUS-4F7K-2QXL',
        'MUS-4F7K-2QXO',
        'MUS-4F7K-2QXU',
        'mus-4F7K-2QXR',
        'MUS-4F7K-2QXR-M1',
        'xMUS-4F7K-2QXR',
        'MUS-4F7-2QXR',
      ],
    ],
    ['a claim', ClaimId, ['F1', 'F99999'], ['F0', 'F01', 'F100000', 'M1', 'F', 'xF1', 'F1x']],
    ['a matter', MatterId, ['M1', 'M99999'], ['M0', 'M01', 'M100000', 'F1', 'M', 'xM1', 'M1x']],
    ['a creditor', CreditorId, ['AB', 'ABCDEF'], ['A', 'ABCDEFG', 'ab', 'A1', ' AB']],
  ])('of %s', (_, schema, right, wrong) => {
    expect(right.filter((t) => !accepts(schema, t))).toEqual([]);
    expect(wrong.filter((t) => accepts(schema, t))).toEqual([]);
  });
  test('an invoice is its number as written, case and outer blanks apart, and its year', () => {
    const identity = (invoiceNumber: string, invoiceDate = '2026-01-15'): string =>
      invoiceIdentity({ invoiceNumber, invoiceDate: Day.parse(invoiceDate) });
    expect(identity(' re-17 ')).toBe(identity('RE-17', '2026-12-31'));
    expect(identity('Ä1'.normalize('NFD'))).toBe(identity('ä1'));
    const others = [identity('17'), identity('17', '2025-01-20'), identity('1-7'), identity('RE 17'), identity('RE17')];
    expect(new Set(others).size).toBe(5);
  });
});
