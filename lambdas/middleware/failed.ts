import { FORM_FAULTS, REFUSED, type Fault as Told } from '../../contracts/fault.ts';
import type { Fault } from '../../domain/faults.ts';
import { WrongInput } from '../../domain/read-input.ts';

/** The body is none; a SyntaxError anywhere else would be our own fault. */
export class NoJson extends Error {
  override readonly name = 'NoJson';
}

/** What a fault is about that lies in no field: the body is a list, or a text. */
const WHOLE = 'Inhalt der Anfrage';

type Failed = Readonly<{ status: number; fault: Told }>;
const OF_FAULT: Readonly<Record<Exclude<Fault['name'], 'Rejected'>, Readonly<{ status: number; error: string }>>> = {
  NotFound: { status: 404, error: 'not-found' },
  Conflict: { status: 409, error: 'conflict' },
  Unavailable: { status: 503, error: 'unavailable' },
};
const isFault = (error: Error): error is Fault => error.name === 'Rejected' || error.name in OF_FAULT;
const ofFault = (fault: Fault): Failed => {
  const { message } = fault;
  if (fault.name === 'Rejected') return { status: REFUSED, fault: { error: fault.code, message } };
  const { status, error } = OF_FAULT[fault.name];
  return { status, fault: { error, message } };
};

/** What whoever asked is told of a fault; of a bug, no more than that it is one. */
export const failed = (error: Error): Failed => {
  if (error instanceof WrongInput)
    return {
      status: 400,
      fault: {
        error: FORM_FAULTS.input,
        message: 'Die Anfrage ist nicht in der erwarteten Form.',
        fields: error.faults.map(({ field, message }) => ({ field: field || WHOLE, message })),
      },
    };
  if (error instanceof NoJson) return { status: 400, fault: { error: FORM_FAULTS.json, message: error.message } };
  if (isFault(error)) return ofFault(error);
  return {
    status: 500,
    fault: { error: 'internal', message: 'Das hätte nicht geschehen dürfen. Wir sind benachrichtigt.' },
  };
};
