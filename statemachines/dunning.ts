import * as z from 'zod';
import { AkteId, ClaimId, type ExecutionName } from '../domain/ids.ts';
import { ACTS, ENDS, Stage, WAITS, type Act } from '../domain/procedure/states.ts';
import { task, type Workflow } from './contract.ts';

/** Keys and versions only: an execution's history is readable for ninety days. */
export const DunningInput = z.strictObject({ akte: AkteId, claim: ClaimId, generation: z.int().positive() });
export type DunningInput = z.infer<typeof DunningInput>;

/** The next step: `step` is the name of a state; the rest is what an operator reads beside it in the console. */
export const Next = z.strictObject({
  step: z.enum([...ACTS, ...WAITS, ...ENDS]),
  /** When a Wait ends: an instant in UTC with whole seconds. */
  until: z.iso.datetime().optional(),
  /** 0: Zahlungserinnerung. Absent where no stage has begun. */
  mahnstufe: Stage.optional(),
  /** The day something is due or over, as one reads it: `30.03.2026`; a long wait wakes before it and looks again. */
  frist: z.string().optional(),
  /** The day this was decided. */
  tag: z.iso.date(),
  /** Why, in a German sentence. */
  grund: z.string(),
});
export type Next = z.infer<typeof Next>;

const step = task(DunningInput, Next);

/**
 * From the reminder to the decision on the court, or to the hand-over of a creditor's own dunning to collection; one
 * execution per claim.
 */
export const dunning = {
  file: 'dunning.asl.json',
  input: DunningInput,
  tasks: {
    Decide: step,
    SendEmail: step,
    SendSms: step,
    SendLetter: step,
    OpenCalls: step,
    PresentToCourt: step,
    HandToCollection: step,
    ReportTrouble: task(DunningInput.extend({ error: z.string().max(200) }), Next),
  },
} satisfies Workflow;

/** A task that does what comes next, and says what comes after. */
export type StepTask = Exclude<keyof typeof dunning.tasks, 'ReportTrouble'>;
/** The task that does each act, in the state of its name. */
const TASK_BEHIND = {
  'Mahnung per E-Mail': 'SendEmail',
  'SMS-Hinweis': 'SendSms',
  'SMS nach vergeblichen Anrufen': 'SendSms',
  'Mahnung per Brief': 'SendLetter',
  'Telefoninkasso eröffnen': 'OpenCalls',
  'Gerichtliche Entscheidung vorlegen': 'PresentToCourt',
  'Übergabe ans Inkasso': 'HandToCollection',
} as const satisfies Readonly<Record<Act, StepTask>>;
const isAct = (step: Next['step']): step is Act => Object.hasOwn(TASK_BEHIND, step);
/** The task behind the next step; null where a case waits or has ended. */
export const taskBehind = (step: Next['step']): StepTask | null => (isAct(step) ? TASK_BEHIND[step] : null);

/** `MUS-4F7K-2QXR-F1-g1`: the same claim is never run twice in one generation. */
export const executionName = (of: DunningInput): ExecutionName => `${of.akte}-${of.claim}-g${of.generation}`;
