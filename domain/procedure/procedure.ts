import * as z from 'zod';
import { ProcedureRef } from '../ids.ts';
import { Cents } from '../money.ts';
import { CreditorId } from '../parties/parties.ts';
import type { Channel } from './channels.ts';
import { Stage } from './states.ts';

const Days = z.int().min(0).max(365);
/** A creditor's own words for a letter. Legal parts (balance, deadlines, § 13a RDG) are never replaced by it. */
export const OwnText = z.strictObject({
  subject: z.string().max(120).optional(),
  opening: z.string().max(2000).optional(),
  closing: z.string().max(2000).optional(),
});
export type OwnText = z.infer<typeof OwnText>;

/** Why a flat fee is owed: it is not owed by law (reading 6; § 309 Nr. 5 BGB for terms and conditions). */
export const FEE_BASES = ['contract', 'agb', 'proven-cost'] as const;
export const FeeBasis = z.enum(FEE_BASES);
export type FeeBasis = z.infer<typeof FeeBasis>;
/**
 * A Mahngebühr in cents, part of the creditor's own costs. Without a basis it is never charged. `source`: where the
 * basis can be read, `AGB Ziffer 7.2`.
 */
export const FlatFee = z.strictObject({
  amount: Cents.refine((c) => c > 0 && c <= 10_000, { error: 'Eine Mahngebühr liegt zwischen 1 Cent und 100 Euro.' }),
  basis: FeeBasis.optional(),
  source: z.string().min(1).max(120).optional(),
});
export type FlatFee = z.infer<typeof FlatFee>;

/** What a text may tell will happen: the court decision, calls, a further fee, the hand-over to collection. */
export const ANNOUNCEMENTS = ['court', 'calls', 'fee', 'handOver'] as const;
export const Announcement = z.enum(ANNOUNCEMENTS);
export type Announcement = z.infer<typeof Announcement>;

/**
 * In whose name a letter goes: the agency's (Inkasso, § 13a RDG), or the creditor's own commercial dunning, which we
 * only carry out.
 */
export const Sender = z.enum(['agency', 'creditor']);
export type Sender = z.infer<typeof Sender>;

/** What a level sends on each channel. */
const ByChannel = {
  email: z.boolean(),
  sms: z.boolean(),
  /**
   * `after-email`: letterAfterDays after the e-mail, or at once where there is no e-mail; `instead`: only where there
   * is no e-mail; `at-once`: always on the first day.
   */
  letter: z.enum(['after-email', 'instead', 'at-once', 'never']),
} satisfies Readonly<Record<Channel, z.ZodType<boolean | string>>>;

/**
 * One Mahnstufe as data; 0 is the reminder of phase 1. All offsets in days (requirements, reading 1);
 * docs/procedures.md explains each field.
 */
export const Level = z.strictObject({
  stage: Stage,
  title: z.string().min(1).max(60),
  /**
   * In whose name this level goes out; null: as the procedure says. It changes once at most, from the creditor to the
   * agency (Y09).
   */
  sender: Sender.nullable().default(null),
  /**
   * The first day of the stage, counted from `countsFrom`; null: when the stage before is over. Never before that
   * either way.
   */
  startsOnDay: Days.nullable().default(null),
  /**
   * Batching window: how many days later at most the stage may begin (reading 4); operators and the calendar are shown
   * the latest permitted day.
   */
  windowDays: z.int().min(0).max(30).default(0),
  /** Days to pay: from the e-mail, or from a letter's day + 3 postal days. */
  paymentTermDays: Days,
  ...ByChannel,
  letterAfterDays: Days.default(0),
  /**
   * The phone window of the stage: begins `afterDays` after the anchor, lasts `days`, with at most `attempts` call
   * attempts in it (absent: as many as the contact budget allows). `smsAfterAttempts`: when so many were not answered
   * and none was, a text asks to call back (D60; absent: none).
   */
  phone: z
    .strictObject({
      afterDays: Days,
      days: z.int().min(1).max(60),
      attempts: z.int().min(1).max(60).optional(),
      smsAfterAttempts: z.int().min(1).max(60).optional(),
    })
    .refine((p) => (p.smsAfterAttempts ?? 0) <= (p.attempts ?? Infinity), {
      error: 'smsAfterAttempts darf nicht größer sein als attempts: So oft wird nicht angerufen.',
      path: ['smsAfterAttempts'],
    })
    .nullable(),
  /** Where the stage's later offsets count from (the 106-day reading counts from the letter). */
  anchor: z.enum(['email', 'letter']).default('email'),
  /** The invoice goes with the e-mail of this level, where the creditor has laid it beside its claim (D46). */
  attachInvoice: z.boolean().default(false),
  /** Whether this demand claims the collection fee; phase 1 never does (D31). */
  collectionFee: z.boolean(),
  /**
   * The most this level claims of the fee of Nr. 2300 VV RVG, in hundredths of a full fee; the law's 0.5 and 0.9 stay
   * the limit. Null: what the law gives.
   */
  feeRate: z.int().min(1).max(250).nullable().default(null),
  /** What the creditor charges for this level, once the claim is in default without it (reading 7). */
  flatFee: FlatFee.nullable().default(null),
  /** Where no phone window decides: days until the next stage; a letter's own deadline passes first. */
  nextAfterDays: Days,
  /**
   * The legal pages after the letter: where the law asks for them, in every letter of the level, or never. What § 13a
   * RDG demands is sent even with `none`.
   */
  information: z.enum(['as-needed', 'always', 'none']).default('as-needed'),
  /** What the letter tells will happen. Null: the last level announces what follows it, the others nothing. */
  announces: z.array(Announcement).max(4).nullable().default(null),
  text: OwnText.nullable().default(null),
});
export type Level = z.infer<typeof Level>;

/** The most one person is contacted in any seven days (reading 14): messages of any kind, and call attempts. */
export const ContactBudget = z.strictObject({ messages: z.int().min(1).max(20), calls: z.int().min(1).max(20) });
export type ContactBudget = z.infer<typeof ContactBudget>;
export const CONTACT_BUDGET: ContactBudget = { messages: 3, calls: 3 };

/**
 * What the mandate says about default before the first demand that claims costs: a statement, the facts of each claim
 * still decide (reading 7).
 */
export const DEFAULT_GROUNDS = ['prior-dunning', 'due-by-contract', 'thirty-days'] as const;
const Hour = z.int().min(0).max(24);

/**
 * What counts as an adequate payment: a share of what a stage asked, in percent, and for how many days from its booking
 * on the next stage waits.
 */
export const AdequatePayment = z.strictObject({
  percent: z.int().min(1).max(100),
  waitDays: z.int().min(1).max(60),
});
export type AdequatePayment = z.infer<typeof AdequatePayment>;

/** A dunning procedure: data, versioned; a running matter keeps the version it began with. */
export const Procedure = z
  .strictObject({
    id: ProcedureRef.shape.id,
    version: ProcedureRef.shape.version,
    name: z.string().min(1).max(80),
    /** Whose procedure it is; absent: any creditor's. */
    creditor: CreditorId.optional(),
    /** In whose name the levels go out that do not say so themselves. */
    sender: Sender.default('agency'),
    /** Day 0: the hand-over, or the day of the (latest) invoice. */
    countsFrom: z.enum(['handOver', 'invoiceDate']).default('handOver'),
    /**
     * Nothing begins before this many days after the invoice have passed, whatever a row says is due; null: the claim's
     * own due date alone.
     */
    invoiceTermDays: Days.nullable().default(null),
    levels: z.array(Level).min(1).max(6),
    /**
     * The Mahnstufe a matter enters at when the creditor has dunned before (D14–D18). Where the run has no such stage,
     * it enters at the next one, or at its last.
     */
    entry: z.strictObject({ reminder: Stage, mahnung: Stage }).default({ reminder: 0, mahnung: 1 }),
    /** Why claims are in default before the first demand, where no reminder stands before the first collection fee. */
    presumesDefault: z.enum(DEFAULT_GROUNDS).nullable().default(null),
    /** What follows the last level: the decision on the court, the hand-over to collection, or nothing. */
    after: z.enum(['court', 'handOver', 'none']).default('court'),
    /** For `after: handOver`: the collection procedure that a new matter begins with, and when. */
    handOver: z
      .strictObject({
        procedure: ProcedureRef,
        startsOnDay: Days.nullable().default(null),
        windowDays: z.int().min(0).max(30).default(0),
      })
      .nullable()
      .default(null),
    /** Messages go from this hour to before that one, local time. */
    messageHours: z
      .strictObject({ from: Hour, to: Hour })
      .refine((h) => h.from < h.to, { error: 'Die Stunden müssen aufsteigen.' })
      .default({ from: 8, to: 20 }),
    messageDays: z.enum(['working-days', 'monday-to-saturday', 'every-day']).default('working-days'),
    /**
     * § 193 BGB: deadlines, phone windows and changes of stage move to the next working day. Only calendars on paper go
     * without.
     */
    shift: z.boolean().default(true),
    contactBudget: ContactBudget.default(CONTACT_BUDGET),
    /** How often the decision "gerichtliches Mahnverfahren" is shown afresh while a person has not taken it. */
    courtReviewDays: z.int().min(1).max(90).default(28),
    /**
     * Who has paid so much of what a stage asked, or an agreed instalment, is left alone for so long before the next
     * stage (reading 5, D61); null: the calendar alone decides.
     */
    adequatePayment: AdequatePayment.nullable().default({ percent: 50, waitDays: 14 }),
  })
  .refine((p) => p.levels.every((level, i) => i === 0 || level.stage === (p.levels[i - 1]?.stage ?? 0) + 1), {
    error: 'Die Mahnstufen müssen lückenlos aufsteigen.',
    path: ['levels'],
  })
  .refine((p) => (p.after === 'handOver') === (p.handOver !== null), {
    error: 'handOver gehört zu after: "handOver" und nur dazu.',
    path: ['handOver'],
  });
export type Procedure = z.infer<typeof Procedure>;

/** Whether a level sends on a channel, where it reaches the debtor. */
export const sendsOn = (level: Pick<Level, Channel>, channel: Channel): boolean => {
  const said = level[channel];
  return said !== false && said !== 'never';
};

/** In whose name a level of a procedure goes out. */
export const senderOf = (procedure: Pick<Procedure, 'sender'>, level: Pick<Level, 'sender'>): Sender =>
  level.sender ?? procedure.sender;

/** Whether anything of a procedure goes out in this name. */
export const writes = ({ levels, sender }: Pick<Procedure, 'levels' | 'sender'>, as: Sender): boolean =>
  levels.some((level) => senderOf({ sender }, level) === as);

/** The same run without weekends and holidays: offsets as they stand on paper. For calendars; the linter refuses it. */
export const onPlainDays = (procedure: Procedure): Procedure => ({
  ...procedure,
  shift: false,
  messageDays: 'every-day',
});
