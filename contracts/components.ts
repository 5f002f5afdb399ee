import type * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { Fact, MessageKey } from '../domain/akte/facts.ts';
import { Day, Instant, Month } from '../domain/calendar.ts';
import { GivenDay } from '../domain/given-text.ts';
import {
  AkteId,
  ClaimId,
  HandOverId,
  MatterId,
  PaymentId,
  PayoutId,
  PlanId,
  ProposalId,
  QueryId,
  RefundId,
} from '../domain/ids.ts';
import { ReportedIssue } from '../domain/intake/findings.ts';
import { ClaimBody } from '../domain/intake/from-api.ts';
import { HAND_OVER, HandOver } from '../domain/intake/hand-over.ts';
import { Cents, Fine } from '../domain/money.ts';
import { Creditor, CreditorId } from '../domain/parties/parties.ts';
import { Procedure } from '../domain/procedure/procedure.ts';
import { Stage } from '../domain/procedure/states.ts';
import { Access } from './accesses.ts';
import { PersonShown } from './persons.ts';
import { Act, Akte, ClaimStanding, Contact, Payment, Reversal, Split } from './akten.ts';
import { Call } from './calls.ts';
import { WaitingCase } from './clarifications.ts';
import { Shown } from './hand-overs.ts';
import { Offer } from './instalments.ts';
import { AgreedPlan, Hold, Query, TakenCall } from './parts.ts';
import { GatewayRefusal, Problem } from './problem.ts';
import { Proposal } from './proposals.ts';
import { Line, RuleVersion, Statement } from './statement.ts';
import { Steered } from './steering.ts';
import { Suggestion } from './suggestions.ts';

/**
 * Which schema a part is, and what a reader of docs/openapi.json is told of it. `given`: what it is called in bodies,
 * where it has another form there than in replies: what may be left away is always answered.
 */
type Component = Readonly<{ form: z.ZodType; words: string; given?: string }>;

const GROUND = {
  Day: { form: Day, words: 'A day in the calendar: `2026-03-31`.' },
  GivenDay: { form: GivenDay, words: 'A day that somebody names, in the years 1800 to 2199.' },
  Month: { form: Month, words: 'A month in the calendar: `2026-03`.' },
  Instant: { form: Instant, words: 'An instant, as the world’s clocks have it.' },
  Cents: { form: Cents, words: 'An amount in whole euro cents. Negative where a balance may be.' },
  Fine: { form: Fine, words: 'Whole hundredths of a cent: what is rounded only later, in a sum.' },
  AkteId: { form: AkteId, words: 'An Aktenzeichen: the creditor’s letters and eight characters.' },
  ClaimId: { form: ClaimId, words: 'A claim by its place in its Akte: `F1`.' },
  CreditorId: { form: CreditorId, words: 'A creditor: two to six capital letters.' },
  HandOverId: { form: HandOverId, words: 'A hand-over, once among a creditor’s.' },
  MatterId: { form: MatterId, words: 'Claims of one hand-over against one debtor (Angelegenheit): `M1`.' },
  PaymentId: { form: PaymentId, words: 'What a payment is called, once in an Akte.' },
  PayoutId: { form: PayoutId, words: 'The invoice number of a payout: `MW-2026-03-MUS`.' },
  PlanId: { form: PlanId, words: 'An instalment plan by its place in its Akte: `R1`.' },
  ProposalId: { form: ProposalId, words: 'What waits for a second person: `MUS-K1`.' },
  QueryId: { form: QueryId, words: 'A question to the creditor by its place in its Akte: `Q1`.' },
  RefundId: { form: RefundId, words: 'What a refund is called, once in an Akte.' },
  Stage: { form: Stage, words: 'A stage of a procedure: 0 is the Zahlungserinnerung, the others are Mahnstufen.' },
  Actor: { form: Actor, words: 'Who did something: `client:MUS`, `operator:Frau Sommer`, `system:bank`.' },
} as const satisfies Readonly<Record<string, Component>>;

const OF_AN_AKTE = {
  Akte: { form: Akte, words: 'A debtor’s file, as whoever reads may see it.' },
  Act: { form: Act, words: 'Facts that were written together. `by`: null where that is not for whoever reads.' },
  ClaimStanding: { form: ClaimStanding, words: 'A claim as it stands. `wayOn`: what whoever reads can do about it.' },
  Contact: { form: Contact, words: 'How a debtor is reached, and recognised. `iban` is masked.' },
  Fact: { form: Fact, words: 'Something that has happened to an Akte. Amounts are whole euro cents.' },
  Hold: { form: Hold, words: 'Why a case rests. `until`: null for no day.' },
  Line: { form: Line, words: 'One amount that explains itself; `lines` explain it further.' },
  MessageKey: { form: MessageKey, words: 'Which message: there is at most one of each.' },
  AgreedPlan: { form: AgreedPlan, words: 'An instalment plan as it was agreed.' },
  Payment: {
    form: Payment,
    words: 'A payment. `byLaw`: as § 367 BGB shares it out; `byMandate`: as the mandate does.',
  },
  Query: { form: Query, words: 'A question to the creditor. `particularsOf`: the claims whose contract it asks for.' },
  Reversal: { form: Reversal, words: 'A payment that was taken back.' },
  RuleVersion: { form: RuleVersion, words: 'A figure of the law, and when it was read where.' },
  Split: { form: Split, words: 'What a payment went to.' },
  Statement: { form: Statement, words: 'The Forderungsaufstellung: sections that count add up to `totalCents`.' },
  Steered: { form: Steered, words: 'What an Akte waits for now, and whether it is closed.' },
} as const satisfies Readonly<Record<string, Component>>;

const FURTHER = {
  Person: {
    form: PersonShown,
    words: 'Who may sign in for a creditor, or once could. `since`, `by`: the last change.',
  },
  Access: { form: Access, words: 'A way into the API for one purpose. `since`, `by`: its last change.' },
  Call: { form: Call, words: 'A call to be made today. `parts`: the times of day not tried yet.' },
  Claim: { form: ClaimBody, words: 'An unpaid invoice as a program hands it over. Text is read as in a list.' },
  Creditor: { form: Creditor, words: 'A mandate.', given: 'GivenCreditor' },
  GatewayRefusal: { form: GatewayRefusal, words: 'What the gateway refuses before any function of ours is asked.' },
  HandOver: { form: HandOver, words: 'A hand-over; what it has depends on its `state`.' },
  HandOverRunning: { form: HAND_OVER.running, words: 'A list is being read: its counts grow.' },
  HandOverTaken: { form: HAND_OVER.taken, words: 'A list was taken; `problem`: though none of its rows was good.' },
  HandOverCalled: { form: HAND_OVER.called, words: 'The claims of a call: there is no file.' },
  HandOverChecked: { form: HAND_OVER.checked, words: 'A list was looked at and nothing taken, as wanted.' },
  HandOverRefused: { form: HAND_OVER.refused, words: 'Nothing of a list was taken, and why.' },
  HandOverListed: { form: Shown, words: 'A hand-over as the list shows it: without its claims.' },
  Issue: { form: ReportedIssue, words: 'What is wrong with a row or claim, or odd, in German, and how to mend it.' },
  Offer: { form: Offer, words: 'What a plan would cost, rate by rate (§ 13a(3) RDG).' },
  Problem: { form: Problem, words: 'Why something was not done (RFC 9457). `detail` is German.' },
  Procedure: { form: Procedure, words: 'How a creditor’s debtors are dunned.' },
  Proposal: { form: Proposal, words: 'What waits for a second person. `until`: the last day to decide it.' },
  Suggestion: { form: Suggestion, words: 'Akten that may be one debtor’s, and why.' },
  TakenCall: { form: TakenCall, words: 'Somebody makes this call; until then nobody else does.' },
  WaitingCase: { form: WaitingCase, words: 'A case that waits for a person: since when, why, and what to do.' },
} as const satisfies Readonly<Record<string, Component>>;

/**
 * The parts of bodies and replies that have a name in docs/openapi.json: clients are generated from it, and what two
 * routes have in common is one type there. A name that was published stays.
 */
export const COMPONENTS: Readonly<Record<string, Component>> = { ...GROUND, ...OF_AN_AKTE, ...FURTHER };
