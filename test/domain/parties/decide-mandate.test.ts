import { byOperator } from '../../../domain/actor.ts';
import { day } from '../../../domain/calendar.ts';
import { ProposalId } from '../../../domain/ids.ts';
import { decideMandate, withApprovedAccount } from '../../../domain/parties/decide-mandate.ts';
import { firstVersion } from '../../../simulator/agency/stores.ts';
import { musterversand } from '../../support/akte.ts';

const saying = { on: day('2026-04-07'), at: '2026-04-07T09:00:00.000Z', by: byOperator('Frau Sommer') };
const changed = { ...musterversand, paymentTermDays: 30 };
const accountChange = { proposal: ProposalId.parse('MUS-K1'), payFrom: day('2026-03-20') };
const third = { ...firstVersion(musterversand), version: 3, accountChange };
const standing = { current: third, asked: null };
const NOBODY = { current: null, asked: null };
const OTHER = { ...musterversand.account, iban: 'DE02120300000000202051' };
const elsewhere = { ...musterversand, account: OTHER };

describe('a mandate that is saved', () => {
  test('given none, then it is the first version, with who saved it and when, its account among it', () => {
    expect(decideMandate({ ...saying, creditor: musterversand, seen: null }, NOBODY)).toEqual({
      next: { ...saying, creditor: musterversand, version: 1, accountChange: null },
      account: null,
    });
  });
  test('given one, when the version that was read is changed, then the next one follows; how its account came stays', () => {
    expect(decideMandate({ ...saying, creditor: changed, seen: 3 }, standing)).toEqual({
      next: { ...saying, creditor: changed, version: 4, accountChange },
      account: null,
    });
  });
  test.each([[null], [1], [2], [3], [9]])(
    'given one, when it is said again, seen as %s, then nothing follows',
    (seen) => {
      const said = { ...saying, creditor: { ...musterversand }, seen };
      expect(decideMandate(said, standing)).toEqual({ next: null, account: null });
    },
  );
  test.each([
    [
      null,
      'Conflict',
      /^Den Gläubiger MUS gibt es schon\. Es steht in Version 3, gespeichert von Frau Winter am 02\.03\.2026; wer/,
    ],
    [
      2,
      'Stale',
      /^Das Mandat von MUS ist ein anderes .*\(Version 2\)\. Es steht in Version 3, gespeichert von Frau Winter am /,
    ],
    [4, 'Stale', /\(Version 4\).* Gespeichert ist nichts\. .*\(Befehl: mahnwerk glaeubiger zeigen MUS\)\.$/],
  ])(
    'given one, when another version than the one that stands is changed (%s), then that is said',
    (seen, name, message) => {
      for (const creditor of [changed, elsewhere]) {
        const deciding = () => decideMandate({ ...saying, creditor, seen }, standing);
        expect(deciding).toThrow(expect.objectContaining({ name, message: expect.stringMatching(message) }));
      }
    },
  );
  test('given none, when one is changed, then there is none', () => {
    const deciding = () => decideMandate({ ...saying, creditor: changed, seen: 1 }, NOBODY);
    expect(deciding).toThrow(expect.objectContaining({ name: 'NotFound' }));
  });
});

describe('an account was changed by whoever could write a mandate', () => {
  test('another account is not saved but is to be proposed', () => {
    expect(decideMandate({ ...saying, creditor: elsewhere, seen: 3 }, standing)).toEqual({
      next: null,
      account: OTHER,
    });
  });
  test.each<[string, Partial<typeof OTHER>]>([
    ['holder', { holder: 'Jemand anderes' }],
    ['IBAN', { iban: OTHER.iban }],
    ['BIC', { bic: 'BYLADEM1001' }],
  ])('a change of the %s alone is one', (_, part) => {
    const account = { ...musterversand.account, ...part };
    const said = { ...saying, creditor: { ...musterversand, account }, seen: 3 };
    expect(decideMandate(said, standing)).toEqual({ next: null, account });
  });
  test('the rest of the mandate is saved at once, with the account as it was', () => {
    expect(decideMandate({ ...saying, creditor: { ...changed, account: OTHER }, seen: 3 }, standing)).toEqual({
      next: { ...saying, creditor: changed, version: 4, accountChange },
      account: OTHER,
    });
  });
  test('what is proposed already is not proposed again, whichever version is named', () => {
    const asked = { current: third, asked: OTHER };
    expect(decideMandate({ ...saying, creditor: elsewhere, seen: 2 }, asked)).toEqual({ next: null, account: null });
  });
  test('approved it stands in the next version, with the proposal and the day from which money goes there', () => {
    const change = { proposal: ProposalId.parse('MUS-K2'), payFrom: day('2026-04-10') };
    expect(withApprovedAccount(third, { account: OTHER, change, ...saying })).toEqual({
      ...saying,
      creditor: elsewhere,
      version: 4,
      accountChange: change,
    });
  });
});
