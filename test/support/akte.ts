/** The Monday on which the tests' stories begin. */
export const START = '2026-03-02';
export { AKTE, EVERY_CLAIM, TERMS, aClaim, erika, musterversand } from '../../simulator/people.ts';
