import * as z from 'zod';
import { Rejected } from '../domain/faults.ts';
import { tryInput, type FieldFault } from '../domain/read-input.ts';
import { OF_ALLOCATION } from './calc/allocation.ts';
import { OF_COURT } from './calc/court.ts';
import { OF_DEADLINES } from './calc/deadlines.ts';
import { OF_FEES } from './calc/fees.ts';
import { OF_INTEREST } from './calc/interest.ts';
import { OF_REFERENCES } from './calc/references.ts';
import type { Calculator, Result } from './calc/fields.ts';

/** One answer line: a result, or a named fault with the field that is wrong and, in German, how to mend it. */
export type Answer = Readonly<
  { id: unknown; result: Result } | { id: unknown; error: { code: string; message: string; field?: string } }
>;

/** Every kind of request: its shape and the law that answers it (shapes: docs/law.md, section "mahnwerk calc"). */
export const CALCULATORS: Readonly<Record<string, Calculator>> = {
  ...OF_INTEREST,
  ...OF_FEES,
  ...OF_COURT,
  ...OF_ALLOCATION,
  ...OF_DEADLINES,
  ...OF_REFERENCES,
};

const Request = z.strictObject({
  id: z.union([z.string(), z.number()], 'ein Text oder eine Zahl'),
  type: z.string('ein Text'),
  input: z.record(z.string(), z.unknown(), 'ein Objekt'),
});

const CODES = {
  missing: 'input.missing',
  unknown: 'input.unknown-field',
  invalid: 'input.invalid',
} as const satisfies Record<FieldFault['kind'], string>;
/** The first thing that is wrong, by its field. */
const faultOf = ([first]: readonly FieldFault[]): { code: string; message: string; field?: string } => {
  const { field = '', message = '', kind = 'invalid' } = first ?? {};
  return {
    code: CODES[kind],
    message: field === '' ? message : `${field}: ${message}`,
    ...(field === '' ? {} : { field }),
  };
};

/** Answers one line of NDJSON. Never throws for what the line says; a fault of the program itself goes through. */
export const answer = (line: string): Answer => {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { id: null, error: { code: 'json.invalid', message: 'Die Zeile ist kein JSON.' } };
  }
  const request = tryInput(Request, json);
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null;
  if ('faults' in request) return { id, error: faultOf(request.faults) };
  const calculator = Object.hasOwn(CALCULATORS, request.data.type) ? CALCULATORS[request.data.type] : undefined;
  if (!calculator)
    return {
      id,
      error: {
        code: 'type.unknown',
        message: `type: „${request.data.type}“ gibt es nicht; möglich sind ${Object.keys(CALCULATORS).join(', ')}.`,
        field: 'type',
      },
    };
  try {
    const reckoned = calculator.reckon(request.data.input);
    return 'faults' in reckoned ? { id, error: faultOf(reckoned.faults) } : { id, result: reckoned.result };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { id, error: { code: error.code, message: error.message, field: error.field ?? calculator.blame } };
  }
};
