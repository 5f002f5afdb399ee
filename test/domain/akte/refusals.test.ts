import { movedOn, refuseClosed, refusePast } from '../../../domain/akte/refusals.ts';
import { AKTE, after } from '../../support/akte.ts';

test('in a closed Akte nothing is steered; the refusal says since when and how it is opened', () => {
  const closed = { on: after(1), by: 'operator:x', reason: 'y' } as const;
  expect(() => {
    refuseClosed({ id: AKTE, closed });
  }).toThrow(expect.objectContaining({ code: 'akte.closed', message: expect.stringContaining('03.03.2026') }));
  expect(() => {
    refuseClosed({ id: AKTE, closed: null });
  }).not.toThrow();
});
test('a day that something lasts until lies ahead: today does not', () => {
  const until = (n: number) => () => {
    refusePast('payBy', after(n), after(5));
  };
  for (const n of [4, 5]) expect(until(n)).toThrow(expect.objectContaining({ code: 'day.past', field: 'payBy' }));
  expect(until(6)).not.toThrow();
});
test('an act that somebody else was quicker than is a conflict that names the Akte and keeps its cause', () => {
  const cause = new Error('x');
  expect(movedOn(AKTE, { cause })).toMatchObject({ name: 'Conflict', cause, message: expect.stringContaining(AKTE) });
});
