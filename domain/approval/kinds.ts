/**
 * What takes a second person, and what each kind needs. `letter`: how its proposals are numbered, `MUS-K1`; `words`:
 * what is proposed, to whoever decides; `openDays`: how long they may.
 */
export const KINDS = {
  /** Holder, IBAN or BIC of the account that a creditor is paid out to. */
  account: { letter: 'K', words: 'Auszahlungskonto ändern', openDays: 14 },
} as const satisfies Readonly<Record<string, Readonly<{ letter: string; words: string; openDays: number }>>>;
export type Kind = keyof typeof KINDS;
