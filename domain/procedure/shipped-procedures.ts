import type * as z from 'zod';
import { Procedure, type Level } from './procedure.ts';
import type { Stage } from './states.ts';

const mahnung = (stage: Stage): z.input<typeof Level> => ({
  stage,
  title: `${stage}. Mahnung`,
  paymentTermDays: 5,
  email: true,
  sms: true,
  letter: 'after-email',
  letterAfterDays: 8,
  phone: { afterDays: 10, days: 14, smsAfterAttempts: 3 },
  collectionFee: true,
  nextAfterDays: 10,
});

/** The default workflow (D03, D44–D63): reminder, then three Mahnstufen with letter and phone window. */
export const STANDARD: Procedure = Procedure.parse({
  id: 'standard',
  version: 1,
  name: 'Standard',
  levels: [
    // 7 days: a reminder by post (day 0 + 3 postal days + 7) then ends exactly when the 1st Mahnung is due, on day 10.
    {
      stage: 0,
      title: 'Zahlungserinnerung',
      paymentTermDays: 7,
      email: true,
      sms: false,
      letter: 'instead',
      phone: null,
      collectionFee: false,
      nextAfterDays: 10,
    },
    mahnung(1),
    mahnung(2),
    mahnung(3),
  ],
});

/** Phase 1 skipped (D15): the creditor has reminded before. */
export const STANDARD_NO_PHASE_1: Procedure = Procedure.parse({
  ...STANDARD,
  id: 'standard-no-phase1',
  name: 'Standard ohne Phase 1',
  levels: STANDARD.levels.slice(1),
  presumesDefault: 'prior-dunning',
});

/** The reading in which the ten days to the phone start with the letter: 106 days (requirements, reading 2). */
export const STANDARD_LETTER_ANCHORED: Procedure = Procedure.parse({
  ...STANDARD,
  id: 'standard-letter-anchored',
  name: 'Standard, Fristen ab Brief',
  levels: STANDARD.levels.map((level) => ({ ...level, anchor: level.stage ? 'letter' : 'email' })),
});

const commercial = (
  stage: Stage,
  title: string,
  startsOnDay: number,
  more: Partial<z.input<typeof Level>> = {},
): z.input<typeof Level> => ({
  stage,
  title,
  startsOnDay,
  paymentTermDays: 7,
  email: true,
  sms: false,
  letter: 'instead',
  phone: null,
  collectionFee: false,
  nextAfterDays: 7,
  ...more,
});

/**
 * The creditor's own receivables run (F24–F28, reading 4): from the invoice, in the creditor's name, and at its end a
 * collection matter in this very system.
 */
export const RECEIVABLES: Procedure = Procedure.parse({
  id: 'receivables',
  version: 1,
  name: 'Forderungsmanagement',
  sender: 'creditor',
  countsFrom: 'invoiceDate',
  invoiceTermDays: 14,
  levels: [
    commercial(0, 'Zahlungserinnerung', 21, { windowDays: 3 }),
    commercial(1, '1. Mahnung', 35, { announces: ['fee'] }),
    commercial(2, '2. Mahnung', 49, {
      email: false,
      letter: 'at-once',
      flatFee: { amount: 250, basis: 'agb', source: 'Allgemeine Geschäftsbedingungen' },
    }),
  ],
  after: 'handOver',
  handOver: {
    procedure: { id: STANDARD_NO_PHASE_1.id, version: STANDARD_NO_PHASE_1.version },
    startsOnDay: 63,
    windowDays: 7,
  },
});

export const SHIPPED_PROCEDURES: readonly Procedure[] = [
  STANDARD,
  STANDARD_NO_PHASE_1,
  STANDARD_LETTER_ANCHORED,
  RECEIVABLES,
];
