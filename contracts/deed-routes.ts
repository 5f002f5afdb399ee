import type { Caller } from '../domain/access/caller.ts';
import { CREDITOR_ROLES, type Role } from '../domain/access/roles.ts';
import type { Deed } from '../domain/dunning/deeds.ts';
import { API } from './api.ts';
import type { Route } from './route.ts';

const { answers, calls, instalments, payments, queries, steering } = API;

/** By which route each thing is done that can be done with an Akte. */
export const DEED_ROUTES: Readonly<Record<Deed, Route>> = {
  ...steering,
  answer: answers.note,
  answerQuery: queries.answer,
  agree: instalments.agree,
  call: calls.note,
  record: payments.record,
  assign: payments.assign,
  reverse: payments.reverse,
  refund: payments.refund,
  credit: payments.credit,
};

const isOfCreditors = (role: Role): boolean => CREDITOR_ROLES.some((one) => one === role);
/**
 * Who may do it, as far as whoever asks is told: a creditor hears of its own roles only, and nothing (no role) of what
 * is for our own people alone.
 */
export const rolesTold = (deed: Deed, { side }: Pick<Caller, 'side'>): readonly Role[] => {
  const { may } = DEED_ROUTES[deed];
  return side === 'creditor' ? may.filter(isOfCreditors) : may;
};
