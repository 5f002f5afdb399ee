import { REFUSED, STATUS_OF, typeOf, type Problem } from '../../contracts/problem.ts';
import { titleOf, type GeneralCode, type Language } from '../../domain/fault-codes.ts';
import type { Fault, Reason } from '../../domain/faults.ts';
import { WrongInput } from '../../domain/read-input.ts';

/** The body is none; a SyntaxError anywhere else would be our own fault. */
export class NoJson extends Error {
  override readonly name = 'NoJson';
}

/** What is told of a fault, before it is said in a language. */
type Told = Readonly<{ detail: string; reasons?: readonly Reason[] }>;
const CODE_OF: Readonly<Record<Exclude<Fault['name'], 'Rejected'>, GeneralCode>> = {
  NotFound: 'not-found',
  Conflict: 'conflict',
  Stale: 'stale',
  InProgress: 'in-progress',
  Unavailable: 'unavailable',
};
const isFault = (error: Error): error is Fault => error.name === 'Rejected' || error.name in CODE_OF;

const told = ({ detail, reasons = [] }: Told) => ({
  detail,
  errors: reasons.map(({ field, code, message }) => ({ field, code, detail: message })),
});
const general = (code: GeneralCode, language: Language, of: Told): Problem => ({
  type: typeOf(code),
  title: titleOf(code, language),
  status: STATUS_OF[code],
  code,
  ...told(of),
});
const ofFault = (fault: Fault, language: Language): Problem => {
  if (fault.name !== 'Rejected') return general(CODE_OF[fault.name], language, { detail: fault.message });
  const { code, message, reasons } = fault;
  const title = titleOf(code, language);
  return { type: typeOf(code), title, status: REFUSED, code, ...told({ detail: message, reasons }) };
};

/** What whoever asked is told of a fault, its title in this language; of a bug, no more than that it is one. */
export const failed = (error: Error, language: Language): Problem => {
  if (error instanceof WrongInput)
    return general('input', language, {
      detail: 'Die Anfrage ist nicht in der erwarteten Form.',
      reasons: error.faults.map(({ field, kind, message }) => ({ field: field || null, code: kind, message })),
    });
  if (error instanceof NoJson) return general('json', language, { detail: error.message });
  if (isFault(error)) return ofFault(error, language);
  return general('internal', language, {
    detail: 'Das hätte nicht geschehen dürfen. Wir sind benachrichtigt.',
  });
};
