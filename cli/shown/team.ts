import { nameOf } from '../../domain/actor.ts';
import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { since } from './table.ts';

type Colleague = ReplyOf<typeof API.team.revoke>;
const saidBy = ({ since: changed, by }: Colleague): string => `${since(changed)} von ${nameOf(by)}`;

export const shutOutShown = (colleague: Colleague): string =>
  `${colleague.name}: gesperrt, ${saidBy(colleague)}. Was damit noch gefragt wird, wird abgelehnt.\n`;
export const readmittedShown = (colleague: Colleague): string =>
  `${colleague.name}: wieder zugelassen, ${saidBy(colleague)}.\n`;
