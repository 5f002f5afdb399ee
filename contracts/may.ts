import { OPERATOR_ROLES, type OperatorRole, type Role } from '../domain/access/roles.ts';

const READS_OWN = ['owner', 'editor', 'reader', 'system'] as const;
const HANDS_IN = ['owner', 'editor', 'system'] as const;
const PHONE = ['leitung', 'sachbearbeitung', 'telefon'] as const;
const CASES = ['leitung', 'sachbearbeitung'] as const;

/** Who may ask a route, by what it is about: each route has one of these sets. docs/roles.md is written from it. */
export const MAY = {
  /** A creditor reads what is its own. */
  READS_OWN,
  /** A creditor hands over claims, and what belongs to them. */
  HANDS_IN,
  /** An Akte as its creditor reads it, or any of our own people. */
  READS_CASES: [...READS_OWN, ...OPERATOR_ROLES],
  /** What a creditor does with its own Akten, and whoever works on cases with any. */
  STEERS: [...HANDS_IN, ...CASES],
  /** What is cleared on a case, and no creditor's business. */
  CASES,
  /** Whoever speaks with debtors: whom to call, and what they say. */
  PHONE,
  /** Money that is assigned, taken back or given back. */
  MONEY: ['leitung', 'finanzen'],
  /** Creditors: mandates, procedures, who may come in for them. */
  CARE: ['leitung', 'betreuung'],
  /** What takes two persons: one has proposed it, a second one decides. */
  SECOND: ['leitung', 'finanzen', 'betreuung'],
  /** Who may sign in for a creditor: our own people say it, and an owner of that creditor. */
  PERSONS: ['owner', 'leitung', 'betreuung'],
  /** Our own people, and whatever failed. */
  TEAM: ['leitung'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** Groups of the team's user pool: whoever is in one has the role of its name. */
export const TEAM_GROUPS: readonly OperatorRole[] = OPERATOR_ROLES;
