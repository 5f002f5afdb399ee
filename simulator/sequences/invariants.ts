import { placeOf } from '../../domain/law/place.ts';
import { accountOf, isDone, type Account } from '../../domain/account/account.ts';
import type { Akte, Matter } from '../../domain/akte/akte.ts';
import { fold } from '../../domain/akte/fold.ts';
import { daysBetween, type Day } from '../../domain/calendar.ts';
import { leftToCredit } from '../../domain/account/credits.ts';
import { isWorkingDay } from '../../domain/law/deadlines.ts';
import type { MessageKey } from '../../domain/akte/facts.ts';
import type { Demand } from '../../domain/akte/demand.ts';
import { collectionFee } from '../../domain/account/fees.ts';
import { planOf, standingOf } from '../../domain/account/instalments.ts';
import { sum } from '../../domain/money.ts';
import type { Procedure } from '../../domain/procedure/procedure.ts';
import { SPLIT_PARTS } from '../../domain/split.ts';
import type { StatementLine } from '../../domain/statement/lines.ts';
import { countedSections } from '../../domain/statement/statement.ts';
import { executionName, type DunningInput } from '../../statemachines/dunning.ts';
import type { Entry } from '../agency/akten.ts';
import type { MemoryPost } from '../agency/post.ts';
import { isAsleep, type RunningWorkflows } from '../agency/workflows.ts';
import { CHANNELS } from '../../domain/procedure/channels.ts';

/**
 * What must hold after every event (docs/requirements.md, I1–I10). Each check names what is broken, or gives
 * nothing; none of them asks the code that decides.
 */
export type Broken = string;

const stopsOn = (akte: Akte, today: Day): string | null => {
  if (akte.closed) return 'closed';
  const hold = akte.holds.find((h) => !h.until || h.until > today);
  if (hold) return `held: ${hold.ground}`;
  const plan = planOf(akte, today);
  return plan && standingOf(akte, plan, today).kept ? 'a plan that is kept' : null;
};

/** I4: nothing is reserved after the money, a stop, a dispute, a special situation. */
const reservedAfterStop = (akte: Akte, key: MessageKey, today: Day): Broken[] => {
  const stop = stopsOn(akte, today);
  const claims = akte.matters.find((m) => m.id === key.matter)?.claims ?? [];
  const came = sum(akte.payments.map((p) => p.amount));
  // No claim is paid with less than its principal.
  const paid =
    akte.claims.every((c) => !claims.includes(c.id) || leftToCredit(akte, c) - akte.terms.leastAmount <= came) &&
    claims.every((id) => isDone(akte, accountOf(akte, today), id));
  return [
    ...(stop ? [`I4 ${key.channel} ${key.stage} reserved although ${stop}`] : []),
    ...(paid ? [`I4 ${key.channel} ${key.stage} reserved although everything is paid`] : []),
    ...(akte.dead.includes(CHANNELS[key.channel].contact) ? [`a message on ${key.channel}, which is dead`] : []),
  ];
};

/** I5: a stage never begins while the debtor still has time to pay what the one before has asked for. */
const tooEarly = (akte: Akte, { matter, stage, channel }: MessageKey, today: Day): Broken[] =>
  akte.messages
    .filter(
      (m) =>
        m.state === 'sent' && m.key.matter === matter && m.key.stage < stage && m.demand && m.demand.payBy >= today,
    )
    .map((m) => `I5 ${channel} ${stage} before stage ${m.key.stage} is due on ${m.demand?.payBy ?? ''}`);

/**
 * Reached the same way, as far as one sees it with bare eyes: the debtors of a simulation are not spelt in two ways.
 */
const isSamePerson = (a: Akte, b: Akte): boolean => {
  const one = a.debtor;
  const two = b.debtor;
  return (
    (one.email !== undefined && one.email === two.email) ||
    (one.phone !== undefined && one.phone === two.phone) ||
    (one.address !== undefined &&
      one.name === two.name &&
      one.address.street === two.address?.street &&
      one.address.postalCode === two.address.postalCode)
  );
};

/** Days on which nothing is sent, and the contact budget, which is the person's: whoever claims, in whichever Akte. */
const atAWrongTime = (akte: Akte, everybody: readonly Akte[], procedure: Procedure, today: Day): Broken[] => {
  const persons = [akte, ...everybody.filter((other) => other.id !== akte.id && isSamePerson(akte, other))];
  const lastWeek = persons
    .flatMap((a) => a.messages)
    .filter((m) => m.state === 'sent' && m.on !== null && daysBetween(m.on, today) < 7).length;
  return [
    ...(isWorkingDay(today, placeOf(akte.debtor)) ? [] : [`a message on ${today}, which is no working day`]),
    ...(lastWeek < procedure.contactBudget.messages ? [] : [`message ${lastWeek + 1} to one person within seven days`]),
  ];
};

/**
 * Whether a matter's series is over: its last Mahnung is followed by the decision on the court, or it goes on in a
 * collection matter.
 */
const seriesEnded = (akte: Akte, matter: Matter): boolean =>
  akte.courtDecisionDue[matter.id] !== undefined || akte.matters.some((m) => m.from === matter.id);

/**
 * On the very day on which the last deadline and the phone window are over the decision on the court may be noted after
 * another matter has begun.
 */
const isAtItsEnd = (akte: Akte, { id }: Matter, today: Day, last: number | undefined): boolean => {
  const own = akte.messages.filter((m) => m.key.matter === id);
  return (
    own.some((m) => m.key.stage === last) &&
    own.every((m) => (m.demand?.payBy ?? today) <= today) &&
    akte.callWindows.every((w) => w.matter !== id || w.until <= today)
  );
};

/**
 * One debtor, one series: while a matter of which something is open has begun and is not over, no other one begins, and
 * none goes on that has been silent since it began. Every stage of one also keeps clear of what another has asked for
 * and is not due.
 */
const twoSeries = (akte: Akte, { matter: own }: MessageKey, today: Day, { levels }: Procedure): Broken[] => {
  const lastOf = (id: string): number => akte.messages.findLastIndex((m) => m.key.matter === id);
  const isOpen = ({ claims }: Matter): boolean => claims.some((id) => !isDone(akte, accountOf(akte, today), id));
  return akte.matters
    .filter((m) => m.id !== own && lastOf(m.id) >= 0 && lastOf(m.id) > lastOf(own))
    .filter((m) => !seriesEnded(akte, m) && !isAtItsEnd(akte, m, today, levels.at(-1)?.stage) && isOpen(m))
    .map((m) => `R9 ${own} wrote while the series of ${m.id} runs`);
};

/** The fee of a matter never exceeds that on its joint value, and no claim is charged for twice. */
const feeTooHigh = (account: Account): Broken[] =>
  account.matters.flatMap(({ matter, fee }) => {
    if (!fee) return [];
    const claims = fee.parts.flatMap((p) => p.claims);
    const joint = collectionFee({
      value: sum(fee.parts.map((p) => p.value)),
      rate: 90,
      orderedOn: fee.orderedOn,
      completedOn: account.asOf,
      undisputed: true,
      debtorOwesVat: fee.vat > 0,
    });
    return [
      ...(fee.total > joint.total
        ? [`R9 the fee of ${matter} is ${fee.total}, on its joint value ${joint.total}`]
        : []),
      ...(new Set(claims).size < claims.length ? [`R9 ${matter} charges a claim twice`] : []),
    ];
  });

/**
 * What a reservation may not do, seen from the Akte it was appended to. `procedure`: of its matter; `everybody`: all
 * Akten there are.
 */
export const brokenByReserving = (
  before: Akte,
  message: MessageKey,
  of: Readonly<{ today: Day; procedure: Procedure; everybody: readonly Akte[] }>,
): Broken[] => [
  ...reservedAfterStop(before, message, of.today),
  ...tooEarly(before, message, of.today),
  ...twoSeries(before, message, of.today, of.procedure),
  ...atAWrongTime(before, of.everybody, of.procedure, of.today),
];

/**
 * What a message may not ask: less than the least amount, or more than the first of its stage, unless money was taken
 * back since.
 */
export const brokenByAsking = (before: Akte, { matter, stage, occasion }: MessageKey, demand: Demand): Broken[] => {
  const first = before.messages
    .filter(
      (m) => m.state === 'sent' && m.key.matter === matter && m.key.stage === stage && m.demand && !m.key.occasion,
    )
    .sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1))[0]?.demand;
  const takenBack = before.payments.some((p) => p.reversed);
  // What was agreed with a plan since is the debtor's own word.
  const agreed = sum(before.plans.filter((p) => first && p.plan.on >= first.asOf).map((p) => p.plan.fee));
  return [
    ...(demand.total < before.terms.leastAmount ? [`R4 stage ${stage} asks only ${demand.total}`] : []),
    ...(first && !occasion && !takenBack && demand.total > first.total + agreed
      ? [`R10 stage ${stage} asks ${demand.total}, its first message asked ${first.total}`]
      : []),
  ];
};

/** Default never begins while a deadline runs that the debtor was given before. */
const brokenDefaults = (akte: Akte, account: Account): Broken[] =>
  account.claims.flatMap(({ claim, default: begun }) =>
    akte.messages
      .filter(
        ({ state, on, demand }) =>
          begun &&
          state === 'sent' &&
          on !== null &&
          demand?.claims.includes(claim.id) &&
          on < begun.since &&
          demand.payBy >= begun.since,
      )
      .map(
        (m) =>
          `R3 ${claim.id} is in default since ${begun?.since ?? ''}, ${m.reference} gave until ${m.demand?.payBy ?? ''}`,
      ),
  );

/**
 * I3: at most one hand-over to a provider for each matter, step and channel; what a provider took stands in the Akte
 * that its reference names, and what the Akte says was sent (a person may have assumed it) a provider took.
 */
export const brokenMessages = (akten: readonly Akte[], posts: Readonly<Record<string, MemoryPost>>): Broken[] => {
  const broken: Broken[] = [];
  const taken = new Set<string>();
  for (const post of Object.values(posts)) {
    for (const { reference } of post.sent) {
      if (taken.has(reference)) broken.push(`I3 ${reference} was handed over twice`);
      taken.add(reference);
      const message = akten.find((a) => reference.startsWith(a.id))?.messages.find((m) => m.reference === reference);
      if (!message || message.state === 'refused')
        broken.push(`${reference} was taken and the Akte says ${message?.state ?? 'nothing'}`);
    }
  }
  for (const { messages } of akten)
    for (const { reference, state, assumed } of messages)
      if (state === 'sent' && !assumed && !taken.has(reference))
        broken.push(`I3 ${reference} was sent, says the Akte, and no provider took it`);
  return broken;
};

/** Whether an execution of this generation is there that sleeps. There is at most one: its name is used once. */
export const isLed = ({ runs }: Pick<RunningWorkflows, 'runs'>, of: DunningInput): boolean => {
  const run = runs.get(executionName(of));
  return run !== undefined && isAsleep(run);
};

/**
 * I6: every open claim has exactly one live timer: an execution that sleeps, or a line in the list that the sweep goes
 * through. `unled`: the open ones without such an execution; `byExecution`: now only an execution counts: the sweep has
 * just been, or something has changed what comes next and has replaced the executions.
 */
export const brokenTimers = async (
  { timers }: Pick<RunningWorkflows, 'timers'>,
  unled: readonly DunningInput[],
  byExecution: boolean,
): Promise<Broken[]> => {
  if (unled.length === 0) return [];
  const noted = new Set<string>();
  if (!byExecution) for await (const line of timers.all()) noted.add(`${line.akte}-${line.claim}`);
  return unled
    .filter((of) => !noted.has(`${of.akte}-${of.claim}`))
    .map((of) => `I6 ${executionName(of)} is open and has no live timer`);
};

const leaves = (lines: readonly StatementLine[]): StatementLine['amount'][] =>
  lines.flatMap((l) => (l.lines.length > 0 ? leaves(l.lines) : [l.amount]));

/** I1, I2: every cent is accounted for on a day, in both views. */
export const brokenAccount = (akte: Akte, on: Day): Broken[] => {
  const account = accountOf(akte, on);
  const counted = countedSections(akte, account);
  const parts = account.payments.flatMap(({ payment, outer, inner, portions }) => {
    const amounts = [outer, inner].map((split) => SPLIT_PARTS.map((part) => split[part]));
    const portioned =
      sum(portions.flatMap((p) => [p.toPrincipal, p.toInterest, p.toOwnCosts, p.toFees])) + outer.overpaid;
    return amounts.every((a) => sum(a) === payment.amount && a.every((c) => c >= 0)) && portioned === payment.amount
      ? []
      : [`I2 payment ${payment.id} of ${payment.amount} on ${on}: ${JSON.stringify(amounts)} ${portioned}`];
  });
  const negative =
    account.claims.some((c) => c.principal < 0 || c.costs < 0 || c.interest < 0) ||
    account.matters.some((m) => m.openFee < 0) ||
    account.total < 0 ||
    account.overpaid < 0;
  const lines = sum(counted.flatMap((s) => s.lines.map((l) => l.amount)));
  const ends = sum(counted.flatMap((s) => leaves(s.lines)));
  return [
    ...parts,
    ...brokenDefaults(akte, account),
    ...feeTooHigh(account),
    ...(negative ? [`I2 something is negative on ${on}`] : []),
    ...(lines === account.total && ends === account.total
      ? []
      : [`I1 the lines come to ${lines} and ${ends}, the balance is ${account.total} on ${on}`]),
  ];
};

/** The Akte that is kept is the Akte that its log folds to. */
export const brokenLog = (akte: Akte, log: readonly Entry[]): Broken[] =>
  JSON.stringify(
    fold(
      akte.id,
      log.map((e) => e.facts),
    ),
  ) === JSON.stringify(akte)
    ? []
    : ['the log folds to another Akte'];
