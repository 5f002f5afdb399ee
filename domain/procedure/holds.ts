import { keysOf } from '../keys-of.ts';
import type { Wait } from './states.ts';

/**
 * Why a case waits and nothing is sent: the name of its state (no other word compiles), whether it is a special
 * situation (`special`: only the facts of life end it), and whether it counts more than an instalment plan that is kept
 * (`overPlan`).
 */
type Ground = Readonly<{ state: Wait; special: boolean; overPlan: boolean }>;

/** In the order in which they show where several hold at once: what protects a person first. */
const grounds = {
  deceased: { state: 'Sterbefall', special: true, overPlan: true },
  insolvent: { state: 'Insolvenz', special: true, overPlan: true },
  minor: { state: 'Minderjährig', special: true, overPlan: true },
  identity: { state: 'Identität in Prüfung', special: true, overPlan: true },
  represented: { state: 'Vertretung durch Dritte', special: true, overPlan: true },
  hardship: { state: 'Härtefall', special: true, overPlan: true },
  dispute: { state: 'Widerspruch in Prüfung', special: false, overPlan: true },
  proof: { state: 'Zahlungsnachweis in Prüfung', special: false, overPlan: true },
  promise: { state: 'Zahlungszusage läuft', special: false, overPlan: false },
  deferral: { state: 'Gestundet', special: false, overPlan: false },
  paused: { state: 'Ruht', special: false, overPlan: false },
} as const satisfies Readonly<Record<string, Ground>>;

export type HoldGround = keyof typeof grounds;
export const HOLDS: Readonly<Record<HoldGround, Ground>> = grounds;
export const HOLD_GROUNDS = keysOf(grounds);
/**
 * Insolvency, death, minority, a stolen identity, hardship, somebody who speaks for the debtor: no message may reach
 * the debtor (§§ 80, 87 InsO, §§ 1967 ff., 104 ff. BGB, and decency).
 */
export const SITUATIONS = HOLD_GROUNDS.filter((g) => HOLDS[g].special);

/** What a debtor may object: four reasons, each asks the creditor something else. */
export const DISPUTES = ['not-ordered', 'not-received', 'defective', 'amount'] as const;
export type DisputeReason = (typeof DISPUTES)[number];
export const DISPUTE_WORDS: Readonly<Record<DisputeReason, Readonly<{ name: string; question: string }>>> = {
  'not-ordered': {
    name: 'nichts bestellt',
    question: 'Der Schuldner erklärt, nichts bestellt zu haben. Bitte senden Sie uns die Bestellung oder den Vertrag.',
  },
  'not-received': {
    name: 'nichts erhalten',
    question:
      'Der Schuldner erklärt, nichts erhalten zu haben. Bitte senden Sie uns den Liefer- oder Leistungsnachweis.',
  },
  defective: {
    name: 'mangelhaft',
    question: 'Der Schuldner rügt Mängel. Bitte sagen Sie uns, ob und wie sie behoben wurden.',
  },
  amount: {
    name: 'Höhe bestritten',
    question: 'Der Schuldner bestreitet die Höhe der Forderung. Bitte erläutern Sie uns die Abrechnung.',
  },
};
