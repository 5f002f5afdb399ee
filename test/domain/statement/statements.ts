/** The statement of a dunned Akte, as people read it: by its lines and their names. */

import type { Stage } from '../../../domain/procedure/states.ts';
import { accountOf } from '../../../domain/account/account.ts';
import type { Akte, Message } from '../../../domain/akte/akte.ts';
import { fold } from '../../../domain/akte/fold.ts';
import { day } from '../../../domain/calendar.ts';
import { HandOverId, MatterId, MessageReference, PaymentId } from '../../../domain/ids.ts';
import { type Claim } from '../../../domain/akte/claim.ts';
import { cents } from '../../../domain/money.ts';
import type { Statement, StatementLine } from '../../../domain/statement/lines.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { AKTE, EVERY_CLAIM, TERMS, aClaim, erika } from '../../support/akte.ts';

const M1 = MatterId.parse('M1');
export const business = { ...erika, kind: 'business' as const };
export const mail = (on: string, stage: Stage): Message => ({
  key: { matter: M1, stage, channel: 'email' },
  reference: MessageReference.parse('r'),
  state: 'sent',
  reservedAt: '',
  on: day(on),
  document: null,
  demand: { total: cents(9_999_99), asOf: day(on), payBy: day(on), claims: EVERY_CLAIM, collectionFee: stage > 0 },
});
export const akte = (more: Partial<Akte> = {}, ...claims: Claim[]): Akte => ({
  ...fold(AKTE, [
    [
      { kind: 'opened', debtor: erika, terms: TERMS },
      {
        kind: 'handedOver',
        handOver: HandOverId.parse('h'),
        on: day('2026-03-02'),
        matter: M1,
        procedure: { id: 'standard', version: 1 },
        claims: claims.length > 0 ? claims : [aClaim()],
      },
    ],
  ]),
  messages: [mail('2026-03-02', 0), mail('2026-03-12', 1)],
  ...more,
});
export const paid = (
  id: string,
  amount: number,
  on: string,
  more: Partial<Akte['payments'][number]> = {},
): Akte['payments'][number] => ({
  id: PaymentId.parse(id),
  amount: cents(amount),
  valueDate: day(on),
  bookedOn: day(on),
  via: 'agency',
  source: '',
  ...more,
});
export const statement = (of: Akte, on = '2026-03-20', creditor: string | null = null): Statement =>
  statementOf(of, accountOf(of, day(on)), creditor);
/** As people read it: the no-break spaces are blanks here. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('\u00a0', ' ')) as T;
const flat = (lines: readonly StatementLine[]): StatementLine[] => lines.flatMap((l) => [l, ...flat(l.lines)]);
export const lines = (of: Akte, on?: string): StatementLine[] =>
  plain(statement(of, on).sections.flatMap((s) => flat(s.lines)));
export const line = (id: string, of: Akte, on?: string): StatementLine | undefined =>
  lines(of, on).find((l) => l.id === id);
export const ids = (section: string, of: Akte, on?: string): string[] =>
  flat(statement(of, on).sections.find((s) => s.id === section)?.lines ?? []).map((l) => l.id);
