import type { Day } from '../calendar.ts';
import type { AkteId, Claim, ClaimId } from '../claim.ts';
import type { MessageKind } from '../facts.ts';
import type { Cents, Fine } from '../money.ts';
import type { Position } from '../notice.ts';
import type { Agency, Creditor, Debtor } from '../parties.ts';
import type { Announcement, Level, Sender } from '../procedure.ts';

/**
 * The interest on one invoice as § 13a(1) Nr. 3 RDG wants it shown: step by step, `ratePercent` per year (`6,27`). The steps add up to `together`, and that,
 * rounded once, is `total`, the amount in the table.
 */
export type InterestFacts = Readonly<{
  invoiceNumber: string;
  steps: readonly Readonly<{ principal: Cents; ratePercent: string; from: Day; to: Day; fine: Fine }>[];
  together: Fine;
  total: Cents;
}>;

/** The collection fee. `amount` is what the debtor is asked for: `net`, plus VAT where `vatIncluded`. `rate` `0,5` is half of a full fee. */
export type FeeFacts = Readonly<{ net: Cents; amount: Cents; basis: string; vatIncluded: boolean; rate: string }>;

/** A creditor's own words (Komfort). They take the place of the tone, never of what the law or the reader needs. */
export type OwnText = Readonly<{ subject?: string; opening?: string; closing?: string }>;

/** All that a message is made of. Amounts are already computed; composing only says them. */
export type NoticeFacts = Readonly<{
  agency: Agency;
  creditor: Creditor;
  debtor: Debtor;
  akte: AkteId;
  /** Our reference of this message, `MUS-4F7K-2QXR-M1-2-letter`. */
  reference: string;
  /** What the payer writes, `RF…` (ISO 11649). */
  paymentReference: string;
  date: Day;
  payBy: Day;
  channel: 'email' | 'letter';
  /** 0 = Zahlungserinnerung, 1…n = Mahnstufe. */
  stage: number;
  lastStage: number;
  /** `1. Mahnung` */
  title: string;
  /** The open claims it asks for. */
  claims: readonly Claim[];
  /** Of them those that joined while the series was running and are asked for the first time, without a fee. */
  newcomers?: readonly ClaimId[];
  /** Why it is a further message of its stage: what has joined is told by itself, because no stage is left to tell it with. */
  occasion?: MessageKind['occasion'];
  positions: readonly Position[];
  total: Cents;
  /** Of every invoice with interest in the table, also where it is paid by now. */
  interest: readonly InterestFacts[];
  fees: FeeFacts | null;
  /** Since when the debtor is in default, and why, as a German sentence (§ 286 BGB). */
  defaultSince: Readonly<{ since: Day; ground: string }> | null;
  /** The first message of its matter in this sender's name: the agency's first carries all of § 13a(1) RDG, whatever the creditor has written before. */
  first: boolean;
  /** The creditor has written in its own name in this matter, and this is the agency's first message. */
  takesOver?: boolean;
  enclosures: readonly string[];
  ownText: OwnText | null;
  /** What the letter tells will happen; absent: the last stage announces the court. */
  announces?: readonly Announcement[];
  /** In whose name it goes; absent: the agency's. */
  sender?: Sender;
  /** How much stands on the legal pages; absent: as the law needs. */
  detail?: Level['information'];
}>;
