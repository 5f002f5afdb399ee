import * as z from 'zod';

const Days = z.int().min(0).max(365);

/** A creditor's own words for a letter. Legal parts (balance, deadlines, § 13a RDG) are never replaced by it. */
export const OwnText = z.strictObject({ subject: z.string().max(120).optional(), opening: z.string().max(2000).optional(), closing: z.string().max(2000).optional() });
export type OwnText = z.infer<typeof OwnText>;

/** One Mahnstufe as data; 0 is the reminder of phase 1. All offsets in days (requirements, reading 1). */
export const Level = z.strictObject({
  stage: z.int().min(0).max(5),
  title: z.string().min(1).max(60),
  /** Days to pay: from the e-mail, or from a letter's day + 3 postal days. */
  paymentTermDays: Days,
  email: z.boolean(),
  sms: z.boolean(),
  /** `after-email`: letterAfterDays after the e-mail, or at once where there is no e-mail; `instead`: only where there is no e-mail; `at-once`: always on the first day. */
  letter: z.enum(['after-email', 'instead', 'at-once', 'never']),
  letterAfterDays: Days.default(0),
  phone: z.strictObject({ afterDays: Days, days: z.int().min(1).max(60) }).nullable(),
  /** Where the stage's later offsets count from (the 106-day reading counts from the letter). */
  anchor: z.enum(['email', 'letter']).default('email'),
  attachInvoice: z.boolean().default(false),
  /** Whether this demand claims the collection fee; phase 1 never does (D31). */
  collectionFee: z.boolean(),
  /** Where no phone window decides: days until the next stage; a letter's own deadline passes first. */
  nextAfterDays: Days,
  text: OwnText.nullable().default(null),
});
export type Level = z.infer<typeof Level>;

/** A dunning procedure: data, versioned; a running matter keeps the version it began with. */
export const Procedure = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  version: z.int().positive(),
  name: z.string().min(1).max(80),
  levels: z.array(Level).min(1).max(6),
  /** How often the decision "gerichtliches Mahnverfahren" is shown afresh while a person has not taken it. */
  courtReviewDays: z.int().min(1).max(90).default(28),
}).refine((p) => p.levels.every((level, i) => i === 0 || level.stage === (p.levels[i - 1]?.stage ?? 0) + 1), { error: 'Die Mahnstufen müssen lückenlos aufsteigen.', path: ['levels'] });
export type Procedure = z.infer<typeof Procedure>;

const mahnung = (stage: number): z.input<typeof Level> => ({
  stage, title: `${stage}. Mahnung`, paymentTermDays: 5, email: true, sms: true, letter: 'after-email', letterAfterDays: 8,
  phone: { afterDays: 10, days: 14 }, collectionFee: true, nextAfterDays: 10,
});

/** The default workflow (D03, D44–D63): reminder, then three Mahnstufen with letter and phone window. */
export const STANDARD: Procedure = Procedure.parse({
  id: 'standard', version: 1, name: 'Standard',
  levels: [
    // 7 days: a reminder by post (day 0 + 3 postal days + 7) then ends exactly when the 1st Mahnung is due, on day 10.
    { stage: 0, title: 'Zahlungserinnerung', paymentTermDays: 7, email: true, sms: false, letter: 'instead', phone: null, collectionFee: false, nextAfterDays: 10 },
    mahnung(1), mahnung(2), mahnung(3),
  ],
});

/** Phase 1 skipped (D15): the creditor has reminded before. */
export const STANDARD_NO_PHASE_1: Procedure = Procedure.parse({ ...STANDARD, id: 'standard-no-phase1', name: 'Standard ohne Phase 1', levels: STANDARD.levels.slice(1) });

/** The reading in which the ten days to the phone start with the letter: 106 days (requirements, reading 2). */
export const STANDARD_LETTER_ANCHORED: Procedure = Procedure.parse({
  ...STANDARD, id: 'standard-letter-anchored', name: 'Standard, Fristen ab Brief', levels: STANDARD.levels.map((level) => ({ ...level, anchor: level.stage ? 'letter' : 'email' })),
});

export const SHIPPED_PROCEDURES: readonly Procedure[] = [STANDARD, STANDARD_NO_PHASE_1, STANDARD_LETTER_ANCHORED];
