import type { Day } from '../calendar.ts';
import type { AkteId, MessageReference } from '../ids.ts';
import type { Cents } from '../money.ts';
import type { AddressWindow } from '../print/address-window.ts';
import type { Appearance } from '../parties/appearance.ts';
import type { Agency } from '../parties/parties.ts';

/** One amount a debtor is asked for, and why: the sentence is for a reader without training. */
export type Position = Readonly<{
  label: string;
  why: string;
  amount: Cents;
  /** The claim it belongs to, where it belongs to one, and which part of it this is (`principal`, `interest` …). */
  claim?: string;
  part?: string;
}>;

/**
 * What a debtor reads, before it becomes a PDF, an HTML page or plain text: one content, three forms. All text is
 * finished German; a renderer only sets it and formats amounts and days.
 */
export type Notice = Readonly<{
  /** Our own reference of this message, `MUS-4F7K-2QXR-M1-2-letter`: for us alone, no reader sees it. */
  reference: MessageReference;
  /** What a reader calls the matter, `MUS-4F7K-2QXR`. */
  akte: AkteId;
  agency: Agency;
  /**
   * In whose name the letter goes where that is not the agency: a creditor's own dunning, which the agency only carries
   * out.
   */
  sender?: Appearance;
  recipient: AddressWindow;
  /** Lines of the information block beside the address: label and value. */
  info: readonly (readonly [label: string, value: string])[];
  date: Day;
  subject: string;
  salutation: string;
  opening: readonly string[];
  positions: readonly Position[];
  /** The same amounts in full, on a page of their own, where `positions` only sum them up. */
  details: readonly Position[];
  total: Cents;
  /** The last day on which payment is in time. */
  payBy: Day;
  payment: Readonly<{ holder: string; iban: string; bic?: string; reference: string; amount: Cents }>;
  closing: readonly string[];
  signature: string;
  /**
   * § 13a(1) RDG, Art. 14 GDPR and the like, on the pages after the letter. `framed`: apart from all else, in a frame
   * of its own (Art. 21(4) GDPR).
   */
  information: readonly Readonly<{ heading: string; paragraphs: readonly string[]; framed?: true }>[];
  /** Named under the letter. */
  enclosures: readonly string[];
}>;
