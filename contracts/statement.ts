import * as z from 'zod';
import { Day } from '../domain/calendar.ts';
import { AkteId } from '../domain/ids.ts';
import { Cents, Fine } from '../domain/money.ts';
import { SECTIONS } from '../domain/statement/lines.ts';
import { listOf } from './route.ts';

export const RuleVersion = z.object({
  rule: z.string(),
  from: Day,
  source: z.string(),
  checkedOn: Day,
  confidence: z.string(),
});

/**
 * One amount that explains itself. `fine`: hundredths of a cent, where only the sum above it is rounded; `lines`
 * explain it further.
 */
export const Line = z.object({
  id: z.string(),
  label: z.string(),
  amountCents: Cents,
  fine: Fine.nullable(),
  ground: z.string(),
  why: z.string(),
  formula: z.string().nullable(),
  inputs: z.record(z.string(), z.string()),
  rules: listOf(RuleVersion),
  assumed: z.boolean(),
  get lines(): z.ZodReadonly<z.ZodArray<typeof Line>> {
    return listOf(Line);
  },
});

/** The Forderungsaufstellung, as letters and commands have it: the sections that count add up to `totalCents`. */
export const Statement = z.object({
  akte: AkteId,
  debtor: z.string(),
  creditor: z.string().nullable(),
  asOf: Day,
  sections: listOf(
    z.object({ id: z.enum(SECTIONS), title: z.string(), counts: z.boolean(), sumCents: Cents, lines: listOf(Line) }),
  ),
  totalCents: Cents,
  overpaidCents: Cents,
  assumed: z.boolean(),
});
