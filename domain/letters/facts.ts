import type { Stage } from '../procedure/states.ts';
import type { Payment } from '../akte/akte.ts';
import type { Day } from '../calendar.ts';
import type { AkteId, MessageReference } from '../ids.ts';
import type { Claim } from '../akte/claim.ts';
import type { ContactSource } from '../akte/contact-data.ts';
import type { Default } from '../account/default.ts';
import type { MessageKind } from '../akte/facts.ts';
import type { Cents, Fine } from '../money.ts';
import type { Position } from './notice.ts';
import type { Agency, Creditor, Debtor } from '../parties/parties.ts';
import type { Announcement, Level, Sender } from '../procedure/procedure.ts';

/**
 * The interest on one invoice as § 13a(1) Nr. 3 RDG wants it shown: step by step, `rate` per year (`6,27 %`). The
 * steps add up to `together`, and that, rounded once, is `total`, the amount in the table. `margin`: the percentage
 * points above the base rate that the law gives for this claim (`9`), `law` where they stand: both of the row of law
 * that the claim is charged by.
 */
export type InterestFacts = Readonly<{
  invoiceNumber: string;
  margin: string;
  law: string;
  steps: readonly Readonly<{ principal: Cents; rate: string; from: Day; to: Day; fine: Fine }>[];
  together: Fine;
  total: Cents;
}>;

/**
 * Invoices that were first charged for with the same demand, and what they add to the fee. `rate` `0,5` is half of a
 * full fee.
 */
export type FeePartFacts = Readonly<{
  invoiceNumbers: readonly string[];
  value: Cents;
  rate: string;
  fee: Cents;
  /** The day on which the creditor's collection order took effect: after default, or there would be no fee. */
  orderedOn: Day;
}>;

/**
 * The collection fee of one matter, in cents: `fee` and `expenses` are `net`; with `vat` and without what is `credited`
 * of the lump sum (§ 288(5) BGB) they are `total`, what the debtor is asked for. No VAT: the creditor deducts it.
 * `cap`: the fee on the joint value, where the parts together would be more.
 */
export type FeeFacts = Readonly<{
  parts: readonly FeePartFacts[];
  cap: Readonly<{ value: Cents; rate: string; fee: Cents }> | null;
  fee: Cents;
  expenses: Cents;
  net: Cents;
  vat: Cents;
  credited: Cents;
  total: Cents;
  /** The law, in German. */
  basis: string;
  /** What went out in this matter before anything was charged, oldest first. */
  freeBefore: readonly Told[];
}>;

/**
 * What collection costs do next: on `until`, where `total` is what settles everything, they are `costs`; unpaid by then
 * they are `then`.
 */
export type CostRise = Readonly<{ until: Day; total: Cents; costs: Cents; then: Cents }>;

/** That collection costs are higher than the last message has said, and why: `from` is what that one said. */
export type CostsRisen = Readonly<{
  from: Cents;
  to: Cents;
  /**
   * By these days, the last that the debtor was given, not all was paid: no simple case any more (note 2 to Nr. 2300 VV
   * RVG).
   */
  late: readonly Day[];
  /**
   * Invoices that the last message did not charge for, but one before it did: they had been paid, and are open again.
   */
  again: readonly string[];
  /** Invoices that are charged for now for the first time. */
  invoiceNumbers: readonly string[];
  /** The letters before asked for less than the law gives. */
  reduced: boolean;
  /** They are computed from more than before: a payment was taken back. */
  onMore: boolean;
}>;

/** Whether and since when the debtor is in default with an invoice, and why, as a German sentence (§ 286 BGB). */
export type DefaultFacts = Readonly<{ invoiceNumber: string; default: Default | null }>;

/** An earlier message, by the title it bore. */
export type Told = Readonly<{ title: string; on: Day }>;

/** A creditor's own words (Komfort). They take the place of the tone, never of what the law or the reader needs. */
export type OwnText = Readonly<{ subject?: string; opening?: string; closing?: string }>;

/** A claim that joined while the series was running; `open`: what is left of its principal. */
export type Newcomer = Claim & Readonly<{ open: Cents }>;

/** All that a message is made of. Amounts are already computed; composing only says them. */
export type NoticeFacts = Readonly<{
  agency: Agency;
  creditor: Creditor;
  debtor: Debtor;
  akte: AkteId;
  /** Our reference of this message, `MUS-4F7K-2QXR-M1-2-letter`. */
  reference: MessageReference;
  /** What the payer writes, `RF…` (ISO 11649). */
  paymentReference: string;
  date: Day;
  payBy: Day;
  /** 0 = Zahlungserinnerung, 1…n = Mahnstufe. */
  stage: Stage;
  lastStage: Stage;
  /** `1. Mahnung` */
  title: string;
  /** The open claims it asks for. */
  claims: readonly Claim[];
  /**
   * Why it is a further message of its stage: what has joined is told by itself, because no stage is left to tell it
   * with.
   */
  occasion?: MessageKind['occasion'];
  positions: readonly Position[];
  total: Cents;
  /** Of every invoice with interest in the table, also where it is paid by now. */
  interest: readonly InterestFacts[];
  /** Of every matter for which something of the fee is still open. */
  fees: readonly FeeFacts[];
  /** What instalment plans cost that were agreed (Nr. 1000 VV RVG), while something of it is open. */
  planFees: readonly Readonly<{ on: Day; fee: Cents }>[];
  /** When the collection costs will rise if nothing is paid, in order; empty where they will not. */
  rises: readonly CostRise[];
  /** What of the sum becomes more while it is open: nothing does that is waived for all that is asked. */
  grows: Readonly<{ interest: boolean; costs: boolean }>;
  /** That they have risen since the stage before; null: they have not. */
  risen: CostsRisen | null;
  /** The e-mail of the same stage that this letter repeats. */
  alsoSent: Told | null;
  /**
   * What it claims that nothing in the agency's name has claimed before, and so has to explain: interest, collection
   * costs.
   */
  untold: Readonly<{ interest: boolean; costs: boolean }>;
  /** Of every open invoice. */
  defaults: readonly DefaultFacts[];
  /** Who has told where the debtor lives; `isNew`: no letter has gone there before this one. */
  address: Readonly<{ source: ContactSource; isNew: boolean }>;
  /**
   * Payments that were taken back and of which no stage before has told: without the reason, which is an internal note.
   */
  reversals: readonly Readonly<{ id: string; via: Payment['via']; valueDate: Day; amount: Cents; on: Day }>[];
  /**
   * Of the claims those that joined while the series was running and are asked for in it for the first time, without a
   * fee.
   */
  newcomers: readonly Newcomer[];
  /**
   * The first message of its matter in this sender's name: the agency's first carries all of § 13a(1) RDG, whatever the
   * creditor has written before.
   */
  first: boolean;
  /** No stage before has written in this sender's name: every message of this one says who writes and why. */
  introduces: boolean;
  /** The creditor has written in its own name in this matter, and this is the agency's first stage. */
  takesOver?: boolean;
  /** Of the claims those that this sender has already dunned, in a series before this one. */
  dunnedBefore: readonly Claim[];
  enclosures: readonly string[];
  ownText: OwnText | null;
  /** What the letter tells will happen (`announcedBy`). */
  announces: readonly Announcement[];
  /** In whose name it goes; absent: the agency's. */
  sender?: Sender;
  /** How much stands on the legal pages; absent: as the law needs. */
  detail?: Level['information'];
}>;
