import * as z from 'zod';
import { Day, Land } from '../calendar.ts';
import { givenLine } from '../given-text.ts';
import { ProcedureRef } from '../ids.ts';
import { Cents, cents } from '../money.ts';
import { cannotBePrinted, unprintableIn } from '../print/printed.ts';
import { withoutSpelling } from '../spelling.ts';
import { Brand } from './brand.ts';
import { LegalEntry, missingInLegal } from './imprint.ts';
import { KindOfClaim, isContinuing } from './kinds-of-claim.ts';

/** Two to six capital letters that stand at the head of every key and every Aktenzeichen of a creditor. */
export const CreditorId = z
  .string()
  .regex(/^[A-Z]{2,6}$/, 'Gläubigerkürzel: 2 bis 6 Großbuchstaben')
  .brand<'CreditorId'>();
export type CreditorId = z.infer<typeof CreditorId>;

const Text = givenLine(200);
export const Address = z.strictObject({
  /** `c/o Lehmann`, `Hinterhaus`, `z. Hd. Frau Lehmann`: lines of their own between name and street (DIN 5008). */
  extra: z.array(givenLine(90)).min(1).max(3).readonly().optional(),
  street: Text,
  postalCode: z.string().regex(/^\d{5}$/, 'eine Postleitzahl mit fünf Ziffern wie 44135'),
  city: Text,
  country: z.literal('DE').default('DE'),
});
export type Address = z.infer<typeof Address>;

export const Account = z.strictObject({
  /** As the bank has it: it goes into orders to pay and into GiroCodes, in the letters those know. */
  holder: Text.refine((name) => withoutSpelling(name).length === 0, {
    error: 'Der Kontoinhaber in lateinischen Buchstaben, wie die Bank ihn führt.',
  }),
  iban: z.string().regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/, 'eine IBAN ohne Leerzeichen wie DE02120300000000202051'),
  bic: z.string().optional(),
});
export type Account = z.infer<typeof Account>;

const AgencyFields = z.strictObject({
  name: Text,
  /** § 35a GmbHG, § 80 AktG, § 125 HGB and the like: asked for by the form that the name says. */
  legal: LegalEntry.optional(),
  address: Address,
  phone: Text,
  email: z.email(),
  web: z.url(),
  /** Entry in the Rechtsdienstleistungsregister and the authority that supervises (§ 13a(1) Nr. 8 RDG). */
  register: z.strictObject({ number: Text, authority: Text, authorityAddress: Text, authorityEmail: z.email() }),
  /** Client money is on an account of its own (§ 13g RDG): debtors pay into it, creditors are paid from it. */
  clientAccount: Account,
  vatId: Text,
  /** How the data protection officer is reached: printed as such (Art. 14(1)(b) GDPR). */
  dataProtection: Text,
});
/**
 * Who sends the letters: a registered Inkassodienstleister (§ 10 RDG). A setting of the stage; the shipped one is
 * invented.
 */
export const Agency = AgencyFields.superRefine((agency, ctx) => {
  const { name, legal } = agency;
  for (const { path, letters } of unprintableIn('agency', agency))
    ctx.addIssue({ code: 'custom', path: [...path], message: cannotBePrinted(letters) });
  for (const { path, message } of missingInLegal(name, legal))
    ctx.addIssue({ code: 'custom', path: [...path], message });
});
export type Agency = z.infer<typeof Agency>;

/** How far the creditor has dunned by itself before it hands over. */
export const PRIOR_DUNNING = ['none', 'reminder', 'mahnung'] as const;
/** How interest counts a year: by the days it really has (never dearer), or always 365. */
export const DAY_COUNTS = ['act/act', 'act/365'] as const;
export const DayCount = z.enum(DAY_COUNTS);
export type DayCount = z.infer<typeof DayCount>;

/**
 * How a payment is shared between creditor and agency: the creditor's principal, interest and costs before the agency's
 * fees (reading 12), or as towards the debtor (§ 367 BGB; § 497(3) BGB for consumer credit).
 */
export const INNER_ALLOCATIONS = ['creditor-first', 'lawful'] as const;
export const InnerAllocation = z.enum(INNER_ALLOCATIONS);
export type InnerAllocation = z.infer<typeof InnerAllocation>;

/** What of a payment a commission may be reckoned on; never the agency's fees. */
export const COMMISSION_SHARES = ['principal', 'interest', 'ownCosts'] as const;
/**
 * The commission on success: `percent` (two decimals at most, plus VAT) of these shares, of payments that went straight
 * to the creditor too or not (reading 13).
 */
export const Commission = z.strictObject({
  percent: z.number().min(0).max(100).multipleOf(0.01),
  of: z
    .array(z.enum(COMMISSION_SHARES))
    .min(1)
    .default([...COMMISSION_SHARES]),
  directPayments: z.boolean().default(true),
});
export type Commission = z.infer<typeof Commission>;

/** The mandate field by field. Whatever the law makes depend on the creditor's business stands here, confirmed once. */
const Mandate = z.strictObject({
  id: CreditorId,
  name: Text,
  address: Address,
  /** Where hand-over results and payout statements are announced. */
  email: z.email(),
  account: Account,
  /**
   * Who stands behind it, for what goes out in its own name (§ 35a GmbHG and the like); asked for where a procedure of
   * the mandate writes in it.
   */
  legal: LegalEntry.optional(),
  /** How it shows itself in letters, mails and texts in its own name; changed at any time, the next message has it. */
  brand: Brand.optional(),
  module: z.enum(['standard', 'komfort']),
  /** § 15 UStG: then the debtor does not owe the VAT on collection fees. */
  deductsInputTax: z.boolean(),
  /** § 288(5) BGB: claims the lump sum from businesses in default. */
  claimsLumpSum: z.boolean().default(true),
  dayCount: DayCount.default('act/act'),
  procedure: ProcedureRef,
  kindOfClaim: KindOfClaim,
  /** § 13a(1) Nr. 2 RDG: what the contracts are about, used where a row does not say. */
  contractSubject: Text.optional(),
  /**
   * The creditor has confirmed that its contracts are concluded on the day of the invoice; never so for continuing ones
   * (`isContinuing`).
   */
  contractDateIsInvoiceDate: z.boolean().default(false),
  /** § 286(3) BGB: the invoices tell consumers that default begins 30 days after due date and receipt. */
  invoicesAnnounceDefault: z.boolean().default(false),
  /** § 286(2) Nr. 1 BGB: the contract itself (not just the invoice) fixes the day of payment by the calendar. */
  dueByContract: z.boolean().default(false),
  /** Days from invoice date to due date where a row gives no due date. */
  paymentTermDays: z.int().min(0).max(365).default(14),
  priorDunning: z.enum(PRIOR_DUNNING).default('none'),
  /** Whether the good rows of a list with bad ones are taken, or such a list not at all. */
  handOverMode: z.enum(['good-rows', 'all-or-nothing']).default('good-rows'),
  /** Y12: with the last cent of the principals the creditor waives what came on top. */
  waivesCosts: z.boolean().default(false),
  /**
   * Whether a plan agreed on the first demand keeps the fee at 0.5 while it is kept (note 2 to Nr. 2300 VV RVG); for
   * the qualified person to confirm.
   */
  simpleFeeWhilePlanKept: z.boolean().default(true),
  innerAllocation: InnerAllocation.default('creditor-first'),
  /** Absent: what the module takes (Standard 0 %, Komfort 4 %). It holds for what is paid out from now on. */
  commission: Commission.optional(),
  /**
   * Reading 16, in cents: as long as less than this is open in an Akte, no message, call or court follows; the rest is
   * written off or left, and the statement says so. 0: every cent is asked for.
   */
  leastAmount: Cents.refine(
    (amount) => amount >= 0,
    'Der Mindestbetrag (leastAmount, in Cent) darf nicht negativ sein.',
  )
    .refine(
      (amount) => amount <= 10_000,
      'Der Mindestbetrag (leastAmount, in Cent) beträgt höchstens 10000, also 100 €.',
    )
    .default(cents(500)),
});
/** A creditor with the terms of its mandate. */
export const Creditor = Mandate.refine(
  (of) => !(of.contractDateIsInvoiceDate && isContinuing(of.kindOfClaim, of.contractSubject)),
  {
    path: ['contractDateIsInvoiceDate'],
    error:
      'Verträge, die fortlaufen (Energie, Miete, Kredit, Versicherung, Mitgliedschaft, Abonnement), werden nicht am Tag der Rechnung geschlossen. Bitte false eintragen und das Vertragsdatum in jeder Zeile angeben.',
  },
);
export type Creditor = z.infer<typeof Creditor>;

const Phone = z.string().regex(/^\+\d{6,15}$/, 'eine Telefonnummer mit Landesvorwahl wie +4915110000001');
/**
 * Whom the letters go to. `private` also where it is unknown (requirements, reading 10): the law that protects more
 * applies.
 */
export const Debtor = z.strictObject({
  customerNumber: Text,
  kind: z.enum(['private', 'business']),
  /** `Erika Beispiel` or the firm. */
  name: Text,
  salutation: z.enum(['Frau', 'Herr']).optional(),
  lastName: Text.optional(),
  address: Address.optional(),
  email: z.email().optional(),
  /** E.164, `+4915112345678`. */
  phone: Phone.optional(),
  /** Where else the debtor may be reached, after `email` and `phone`. */
  furtherEmails: z.array(z.email()).max(5).readonly().optional(),
  furtherPhones: z.array(Phone).max(5).readonly().optional(),
  birthDate: Day.optional(),
  /** The debtor's own account: a payment from it is the debtor's; nothing is ever debited from it. */
  iban: Account.shape.iban.optional(),
  /** Another language than German, as ISO 639-1: for whoever calls. Letters are in German. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'eine Sprache wie tr (ISO 639-1)')
    .optional(),
  /** Public holidays follow it; unknown: nationwide ones only. */
  land: Land.optional(),
});
export type Debtor = z.infer<typeof Debtor>;
