import type { Page, Part } from '../../domain/page.ts';
import type { Wait } from '../../domain/procedure/states.ts';
import type { DunningInput } from '../../statemachines/dunning.ts';

/**
 * The list of timers: one line for each claim that an execution ought to be running for. It is written before an
 * execution is started, so that one that was lost, or never came to be, is missed. The Akte alone says whether the
 * claim is still open: a line that is out of date costs a look and does no harm.
 */
export interface Timers {
  /**
   * This execution ought to run from now on. A claim has one line: a younger generation replaces the older, never the
   * other way round, whoever comes last.
   */
  note(of: DunningInput): Promise<void>;
  /** The claim is at its end. Nothing happens where another generation has been noted meanwhile. */
  drop(of: DunningInput): Promise<void>;
  all(): AsyncIterable<DunningInput>;
}

/** `unknown`: Step Functions has never heard of it, or forgot it (ninety days after its end). */
export type ExecutionStatus = 'running' | 'ended' | 'unknown';
export interface Executions {
  /** Every running execution; `startedAt` in milliseconds of real time. */
  running(): AsyncIterable<Readonly<{ name: string; startedAt: number }>>;
  status(of: DunningInput): Promise<ExecutionStatus>;
}

/** A claim that waits for a person: in which state, since when (an instant). */
export type Clarification = Pick<DunningInput, 'akte' | 'claim'> & Readonly<{ state: Wait; since: string }>;
/**
 * The claims that have come into a state in which a person must do something; like the timers a list to look through,
 * not a second truth.
 */
export interface Clarifications {
  /** Keeps the earlier `since` where the claim is listed already in that state. */
  note(of: Clarification): Promise<void>;
  drop(of: Clarification): Promise<void>;
  /** Those in one of these states, the longest waiting first; one of the last second may still be missing. */
  list(states: readonly Wait[], page: Page): Promise<Part<Clarification>>;
}
