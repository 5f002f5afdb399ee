import { HandOver } from '../../../domain/intake/hand-over.ts';
import { checkedList, refusedList, runningList, takenList } from '../../support/hand-overs.ts';

/** An API call as it has always been stored. */
const CALLED = {
  ...takenList({ claims: ['MUS-4F7K-2QXR-F1'] }),
  source: 'api',
  file: null,
  mode: 'good-rows',
  encoding: null,
  delimiter: null,
};

test.each([
  ['a list that is being read', runningList({ rows: 500, accepted: 499, rejected: 1, codes: { 'amount.invalid': 1 } })],
  ['a list that was taken', takenList({ claims: ['MUS-4F7K-2QXR-F1'], startsPending: true, report: 'r.csv' })],
  ['a workbook, none of whose rows was good', takenList({ encoding: 'xlsx', delimiter: null, problem: 'Keine.' })],
  ['an API call', CALLED],
  ['a list that was only checked', checkedList({ report: 'r.csv', correction: 'k.csv' })],
  ['a list that could not be read', refusedList({ encoding: null, delimiter: null })],
  ['a list that is taken as a whole or not', refusedList({ mode: 'all-or-nothing', report: 'r.csv' })],
  ['a list read in a dialect that is gone', takenList({ encoding: 'ebcdic' })],
])('what is stored of %s is read as it was written', (_, stored) => {
  expect(HandOver.parse(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
});

test.each([
  ['running, and yet over', { ...runningList(), finishedAt: '2026-03-10T08:00:00.000Z' }],
  ['running, and yet with claims', { ...runningList(), claims: ['MUS-4F7K-2QXR-F1'] }],
  ['over, nobody knows when', { ...takenList(), finishedAt: null }],
  ['refused for no reason', { ...refusedList(), problem: null }],
  ['refused, and yet with claims', { ...refusedList(), claims: ['MUS-4F7K-2QXR-F1'] }],
  ['checked, though the mandate says to take it', { ...checkedList(), mode: 'good-rows' }],
  ['a list without a file', { ...takenList(), file: null }],
  ['an API call with a file', { ...CALLED, file: 'handover/MUS/U-1/liste.csv' }],
  ['fewer rows than none', { ...takenList(), rows: -1 }],
])('no hand-over is %s', (_, nonsense) => {
  expect(HandOver.safeParse(nonsense).success).toBe(false);
});
