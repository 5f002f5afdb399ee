import * as z from 'zod';
import { giroCode } from '../../domain/letters/giro-code.ts';
import { isReference, makeReference } from '../../domain/akte/references.ts';
import { Positive, calculator, type Calculator } from './fields.ts';

/** What a payment is called, and the code that pays it. */
export const OF_REFERENCES = {
  iso11649_make: calculator('base', z.strictObject({ base: z.string() }), ({ base }) => ({
    reference: makeReference(base),
  })),
  iso11649_validate: calculator('reference', z.strictObject({ reference: z.string() }), ({ reference }) => ({
    valid: isReference(reference),
  })),
  epc069_12: calculator(
    'name',
    z.strictObject({
      version: z.enum(['001', '002']).default('002'),
      charset: z.string().default('1'),
      bic: z.string().nullish(),
      name: z.string().max(70, 'höchstens 70 Zeichen'),
      iban: z.string(),
      amount: Positive,
      text: z.string().nullish(),
      reference: z.string().nullish(),
      purpose: z.string().nullish(),
    }),
    (i) => ({
      lines: giroCode({
        version: i.version,
        charset: i.charset,
        name: i.name,
        iban: i.iban,
        amount: i.amount,
        ...(i.bic ? { bic: i.bic } : {}),
        ...(i.text ? { text: i.text } : {}),
        ...(i.reference ? { reference: i.reference } : {}),
        ...(i.purpose ? { purpose: i.purpose } : {}),
      }).split('\n'),
    }),
  ),
} as const satisfies Readonly<Record<string, Calculator>>;
