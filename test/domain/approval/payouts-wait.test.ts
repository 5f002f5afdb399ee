import { decideProposing, decideRefusal } from '../../../domain/approval/decide-proposal.ts';
import { payoutsWaitUntil } from '../../../domain/approval/payouts-wait.ts';
import { day } from '../../../domain/calendar.ts';
import { ProposalId } from '../../../domain/ids.ts';
import { firstVersion } from '../../../simulator/agency/stores.ts';
import { musterversand } from '../../support/akte.ts';
import { CHANGE, SOMMER, WINTER, doing } from './a-proposal.ts';

const accountChange = { proposal: ProposalId.parse('MUS-K1'), payFrom: day('2026-04-10') };
const mandate = { ...firstVersion(musterversand), accountChange };
/** Somebody wants the old account back. */
const back = (on: string) => decideProposing(CHANGE, doing(SOMMER, on), null);

test.each([
  ['2026-04-09', '2026-04-10'],
  ['2026-04-10', null],
  ['2026-04-11', null],
])('on %s a payout to an account that is new until the tenth waits until %s', (today, until) => {
  expect(payoutsWaitUntil({ mandate, last: null }, day(today))).toBe(until);
});

test('to the account that a mandate began with nothing waits, also where another one is proposed', () => {
  const first = { ...mandate, accountChange: null };
  expect(payoutsWaitUntil({ mandate: first, last: back('2026-04-08') }, day('2026-04-09'))).toBeNull();
  expect(payoutsWaitUntil({ mandate: null, last: null }, day('2026-04-09'))).toBeNull();
});

describe('the wrong account was approved, and money went there while the right one waited for a second person', () => {
  test.each(['2026-04-09', '2026-04-10', '2026-04-23'])('on %s it waits until that is decided', (today) => {
    expect(payoutsWaitUntil({ mandate, last: back('2026-04-09') }, day(today))).toBe('2026-04-24');
  });
  test('refused or expired, it waits no longer than the new account takes', () => {
    const refused = decideRefusal(back('2026-04-09'), doing(WINTER, '2026-04-09'), 'das neue stimmt');
    expect(payoutsWaitUntil({ mandate, last: refused }, day('2026-04-09'))).toBe('2026-04-10');
    expect(payoutsWaitUntil({ mandate, last: refused }, day('2026-04-10'))).toBeNull();
    expect(payoutsWaitUntil({ mandate, last: back('2026-04-09') }, day('2026-04-24'))).toBeNull();
  });
  test('proposed when money went there already, it stops nothing: nobody shuts a creditor off by proposing', () => {
    expect(payoutsWaitUntil({ mandate, last: back('2026-04-10') }, day('2026-04-11'))).toBeNull();
  });
});
