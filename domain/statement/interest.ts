import type { ClaimStanding, Account } from '../account/account.ts';
import type { Akte } from '../akte/akte.ts';
import { formatDay, plusDays, type Day } from '../calendar.ts';
import { marginRow } from '../account/entitlement.ts';
import {
  defaultInterest,
  roundedOnce,
  shownInterest,
  type InterestPeriod,
  type ShownInterest,
} from '../account/interest.ts';
import { baseRateOn } from '../law/base-rates.ts';
import { ZERO, formatEuro, formatFactor, formatPercent, type Cents, type Fine } from '../money.ts';
import { below, invoice, line, version, type Depth, type StatementLine } from './lines.ts';

export const defaultLine = (c: ClaimStanding, asOf: Day): StatementLine =>
  line({
    id: `${c.claim.id}.default`,
    label: c.default ? `${invoice(c)}: Verzug seit ${formatDay(c.default.since)}` : `${invoice(c)}: kein Verzug`,
    amount: ZERO,
    ground: '§ 286 BGB',
    why:
      c.default?.ground ??
      `Bis zum ${formatDay(asOf)} liegt kein Grund für Verzug vor; deshalb gibt es weder Zinsen noch Inkassokosten.`,
    inputs: {
      Rechnungsdatum: formatDay(c.claim.invoiceDate),
      Fälligkeit: formatDay(c.claim.dueOn),
      ...(c.default ? { 'erster Zinstag': formatDay(c.default.since) } : {}),
    },
  });

const periodLine = (
  akte: Akte,
  c: ClaimStanding,
  p: InterestPeriod,
  { n, amount, fine }: Readonly<{ n: number; amount: Cents; fine: Fine | null }>,
): StatementLine => {
  const { row: base } = baseRateOn(p.from);
  const margin = marginRow(akte, c.claim);
  return line({
    id: `${c.claim.id}.interest.${n}`,
    label: `${formatDay(p.from)} bis ${formatDay(p.to)}`,
    amount,
    fine,
    ground: '§ 288, § 247 BGB',
    assumed: p.assumed,
    why: p.assumed
      ? `Der Basiszinssatz dieses Halbjahrs ist noch nicht bekannt; angenommen ist der letzte bekannte von ${formatPercent(base.value)}.`
      : `${p.days === 1 ? 'An diesem Tag' : `In diesen ${p.days} Tagen`} waren ${formatEuro(p.principal)} offen; der Zinssatz ist der Basiszinssatz von ${formatPercent(base.value)} und ${formatPercent(margin.value)} darüber.`,
    formula: `${formatEuro(p.principal)} × ${formatPercent(p.hundredths)} × ${p.days} ÷ ${p.daysInYear}`,
    inputs: {
      Betrag: formatEuro(p.principal),
      Basiszinssatz: formatPercent(base.value),
      Aufschlag: formatPercent(margin.value),
      Zinssatz: formatPercent(p.hundredths),
      Tage: String(p.days),
      'Tage des Jahres': String(p.daysInYear),
    },
    rules: [version('Basiszinssatz', base), version('Aufschlag', margin)],
  });
};

/** The steps of the calculation; where there are several, each is shown finer than a cent. */
const periodLines = (akte: Akte, c: ClaimStanding, { steps }: ShownInterest): StatementLine[] =>
  steps.map(({ period, ...amounts }, i) =>
    periodLine(akte, c, period, { n: i + 1, ...amounts, ...(steps.length === 1 ? { fine: null } : {}) }),
  );

export const interestLine = (akte: Akte, c: ClaimStanding, depth: Depth): StatementLine[] => {
  if (c.accrued.total === ZERO || !c.default) return [];
  const shown = shownInterest(c.accrued.periods);
  const lines = below(depth, () => periodLines(akte, c, shown));
  const rates = [...new Set(c.accrued.periods.map((p) => formatPercent(p.hundredths)))].join(', ');
  const adding = lines.length > 1 ? ` Die Schritte ergeben ${roundedOnce(shown)}.` : '';
  return [
    line({
      id: `${c.claim.id}.interest`,
      label: 'Verzugszinsen',
      amount: c.accrued.total,
      ground: '§ 288 BGB',
      formula: lines.map((p) => p.formula).join(' + '),
      inputs: { Tage: String(c.accrued.days), Zählweise: akte.terms.dayCount },
      why: `§ 288 BGB, ${invoice(c)}: ${rates} jährlich seit ${formatDay(c.default.since)}, auf den jeweils offenen Betrag und ohne Zinseszins.${adding}`,
      lines,
    }),
  ];
};

/** Interest on one claim that runs on from the day after, in the words a court order uses. */
const furtherLine = (akte: Akte, c: ClaimStanding, from: Day): StatementLine => {
  const margin = marginRow(akte, c.claim);
  const day = defaultInterest({
    principal: c.principal,
    from,
    to: from,
    rate: { margin: margin.value },
    convention: akte.terms.dayCount,
  });
  const [period] = day.periods;
  const principal = formatEuro(c.principal);
  const points = `${formatFactor(margin.value)} Prozentpunkte über dem Basiszinssatz`;
  return line({
    id: `${c.claim.id}.further`,
    label: `${invoice(c)}: ${points} aus ${principal} ab ${formatDay(from)}`,
    amount: day.total,
    ground: '§ 288, § 247 BGB',
    assumed: day.assumed,
    why: 'So viel kommt ungefähr mit jedem weiteren Tag hinzu, solange nichts gezahlt wird.',
    formula: period ? `${principal} × ${formatPercent(period.hundredths)} × 1 ÷ ${period.daysInYear}` : null,
    rules: [version('Basiszinssatz', baseRateOn(from).row), version('Aufschlag', margin)],
  });
};
/** What one more day costs. */
export const furtherLines = (akte: Akte, account: Account): StatementLine[] =>
  account.claims
    .filter((c) => c.principal > 0 && c.default)
    .map((c) => furtherLine(akte, c, plusDays(account.asOf, 1)));
