import * as z from 'zod';
import { ExecutionName } from './ids.ts';

/** What acts of itself. A part that is gone stays here as long as an Akte names it. */
const PARTS = [
  'system',
  'system:bank',
  'system:file',
  'system:payout',
  'system:rehearsal',
  'system:ses',
  'system:sweep',
] as const;
/** These parts by what they do. */
export const SYSTEM = {
  /** Asks a creditor for what its claims lack. */
  asking: 'system',
  /** Reads what came on our account. */
  bank: 'system:bank',
  /** A statement file tells who owes what; nothing of it is stored. */
  file: 'system:file',
  payout: 'system:payout',
  /** Plays a procedure before anybody is dunned by it; nothing of it is stored. */
  rehearsal: 'system:rehearsal',
  /** Hears from SES that a mail came back. */
  ses: 'system:ses',
  /** Brings back executions that were lost. */
  sweep: 'system:sweep',
} as const satisfies Readonly<Record<string, (typeof PARTS)[number]>>;

/**
 * Who did something, as an Akte keeps it: a creditor's program, one of its persons or of our own people by the name
 * they sign in with, a part of the system, or the execution of a claim.
 */
export const Actor = z.union([
  ExecutionName,
  z.enum(PARTS),
  z.templateLiteral(['client:', z.string()]),
  z.templateLiteral(['operator:', z.string()]),
]);
export type Actor = z.infer<typeof Actor>;

/** A program of `MUS` acts. */
export const byCreditor = (creditor: string & z.$brand<'CreditorId'>): Actor => `client:${creditor}`;
/** A person of `MUS` acts, who signs in with this name. */
export const byPersonOf = (creditor: string & z.$brand<'CreditorId'>, name: string): Actor =>
  `client:${creditor}/${name}`;
/** One of our own people acts, who signs in with this name. */
export const byOperator = (name: string): Actor => `operator:${name}`;

/** Whether somebody acts for a creditor: a program or a person of its. */
export const isCreditor = (by: Actor): boolean => by.startsWith('client:');
/** Whether a lost execution was brought back. */
export const isSweep = (by: Actor): boolean => by === SYSTEM.sweep;
/** Our own people as others speak of them: the name without the prefix; everybody else as they are kept. */
export const nameOf = (by: Actor): string => by.replace(/^operator:/, '');
