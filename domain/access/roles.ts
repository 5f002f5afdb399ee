import * as z from 'zod';

/** What somebody may be for a creditor; whoever is several things at once acts as the first of them. */
export const CREDITOR_ROLES = ['owner', 'editor', 'reader', 'system'] as const;
/** Those of them that a person can have. */
export const PERSON_ROLES = ['owner', 'editor', 'reader'] as const satisfies readonly (typeof CREDITOR_ROLES)[number][];
/** What somebody may be at the agency: groups of the user pool have these names, as the agency's people call them. */
export const OPERATOR_ROLES = ['leitung', 'finanzen', 'betreuung', 'sachbearbeitung', 'telefon'] as const;

export const CreditorRole = z.enum(CREDITOR_ROLES);
export type CreditorRole = z.infer<typeof CreditorRole>;
export const OperatorRole = z.enum(OPERATOR_ROLES);
export type OperatorRole = z.infer<typeof OperatorRole>;
export type Role = CreditorRole | OperatorRole;

/** Every role there is. */
export const ROLES: readonly Role[] = [...CREDITOR_ROLES, ...OPERATOR_ROLES];

/** What each is called, and what whoever has it does. */
export const ROLE_WORDS: Readonly<Record<Role, Readonly<{ name: string; does: string }>>> = {
  owner: { name: 'Inhaber', does: 'handelt für den Gläubiger und lädt dessen weitere Personen ein' },
  editor: { name: 'Bearbeiter', does: 'übergibt Forderungen und steuert die eigenen Akten' },
  reader: { name: 'Leser', does: 'liest die eigenen Akten, Übergaben und Auszahlungen' },
  system: { name: 'System', does: 'Programm des Gläubigers mit eigenem Zugang, etwa ein ERP' },
  leitung: { name: 'Leitung', does: 'darf alles, was Personen der Agentur dürfen, und verwaltet deren Zugänge' },
  finanzen: { name: 'Finanzen', does: 'ordnet Geld zu, nimmt Buchungen zurück und erstattet' },
  betreuung: { name: 'Betreuung', does: 'richtet Gläubiger, deren Verfahren, Zugänge und Personen ein' },
  sachbearbeitung: { name: 'Sachbearbeitung', does: 'bearbeitet Akten und klärt, was liegen geblieben ist' },
  telefon: { name: 'Telefon', does: 'ruft Schuldner an und hält fest, was sie sagen' },
};
