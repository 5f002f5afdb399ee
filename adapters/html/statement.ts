import { formatDay } from '../../domain/calendar.ts';
import { formatEuro } from '../../domain/money.ts';
import {
  shownAmountOf,
  subtitleOf,
  titleOf,
  type RuleVersion,
  type Section,
  type Statement,
  type StatementLine,
} from '../../domain/statement/lines.ts';
import { escaped } from './escaped.ts';

const CONFIDENCE = {
  verified: 'im Gesetz gelesen',
  'verified-2': 'aus übereinstimmenden Quellen',
  known: 'allgemein bekannt',
  unsure: 'nicht gesichert',
} as const;
const ruleText = (r: RuleVersion): string => {
  const checked = `zuletzt geprüft am ${formatDay(r.checkedOn)} (${CONFIDENCE[r.confidence]})`;
  return `${r.rule}: gilt seit ${formatDay(r.from)}, ${r.source}; ${checked}`;
};

const details = (l: StatementLine): string => {
  const facts = Object.entries(l.inputs).map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`);
  const formula = l.formula !== null && l.lines.length === 0 ? `<p class="formula">${escaped(l.formula)}</p>` : '';
  const rules = l.rules.map((r) => `<li>${escaped(ruleText(r))}</li>`);
  const inner = l.lines.length > 0 ? `<table>${l.lines.map((x) => row(x, true)).join('')}</table>` : '';
  const inputs = facts.length > 0 ? `<dl>${facts.join('')}</dl>` : '';
  const versions = rules.length > 0 ? `<ul class="rules">${rules.join('')}</ul>` : '';
  const all = `${formula}${inputs}${inner}${versions}`;
  return all === '' ? '' : `<details><summary>So ist das gerechnet</summary>${all}</details>`;
};

function row(l: StatementLine, amounts: boolean): string {
  const flag = l.assumed ? ' <span class="assumed">angenommen</span>' : '';
  const label = `<span class="label">${escaped(l.label)}</span>${flag}`;
  const ground = l.why.includes(l.ground) ? '' : `<p class="ground">${escaped(l.ground)}</p>`;
  const amount = amounts ? `<td class="amount">${escaped(shownAmountOf(l))}</td>` : '';
  return `<tr><td>${label}<p>${escaped(l.why)}</p>${ground}${details(l)}</td>${amount}</tr>`;
}

const sectionHtml = (s: Section): string => {
  const amounts = s.id !== 'default';
  const foot =
    amounts && s.id !== 'further'
      ? `<tfoot><tr><td>Summe</td><td class="amount">${escaped(formatEuro(s.sum))}</td></tr></tfoot>`
      : '';
  const rows = s.lines.map((l) => row(l, amounts)).join('');
  return `<section><h2>${escaped(s.title)}</h2><table><tbody>${rows}</tbody>${foot}</table></section>`;
};

const COLOURS = ['#1f4e79', '#5b8db8', '#b07d2b', '#7a5195', '#8c2d19'];
/** The open amount as one bar: what of it is the debt itself, and what came on top. */
const bar = (s: Statement): string => {
  const parts =
    s.sections
      .find((x) => x.id === 'open')
      ?.lines.map((l, i) => ({ ...l, colour: COLOURS[i % COLOURS.length] ?? '' }))
      .filter((l) => l.amount > 0) ?? [];
  if (s.total <= 0) return '';
  let x = 0;
  const rects = parts
    .map((p) => {
      const width = (p.amount / s.total) * 600;
      const rect = `<rect x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="28" fill="${p.colour}"/>`;
      x += width;
      return rect;
    })
    .join('');
  const key = parts
    .map(
      (p) =>
        `<li><span style="background:${p.colour}"></span>${escaped(p.label)} ${escaped(formatEuro(p.amount))}</li>`,
    )
    .join('');
  const says = 'role="img" aria-label="Woraus der offene Betrag besteht"';
  const svg = `<svg viewBox="0 0 600 28" ${says} preserveAspectRatio="none">${rects}</svg>`;
  return `<figure>${svg}<ul class="key">${key}</ul></figure>`;
};

const STYLE = `body{font:16px/1.45 system-ui,sans-serif;color:#1a1a1a;max-width:52rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h1{font-size:1.5rem;margin-bottom:.2rem}h2{font-size:1.15rem;margin:2rem 0 .4rem}table{width:100%;border-collapse:collapse}td{vertical-align:top;padding:.45rem .3rem;border-top:1px solid #ccc}
td p{margin:.15rem 0;font-size:.93rem}.label{font-weight:600}.ground{color:#4d4d4d;font-size:.85rem}.amount{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;overflow-wrap:normal}
tfoot td{font-weight:700;border-top:2px solid #1a1a1a}details{font-size:.9rem}summary{cursor:pointer;color:#1f4e79}details table{margin:.3rem 0 .3rem .8rem;width:calc(100% - .8rem)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.4rem .8rem}dt{color:#4d4d4d}dd{margin:0}.formula{margin-left:.8rem;font-variant-numeric:tabular-nums}.rules{font-size:.82rem;color:#4d4d4d}
.total{font-size:1.3rem;font-weight:700}.assumed{background:#fff0c2;border:1px solid #b07d2b;border-radius:.2rem;padding:0 .3rem;font-size:.8rem}figure{margin:1rem 0}svg{width:100%;height:28px;display:block}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem}.key span{display:inline-block;width:.8rem;height:.8rem;margin-right:.4rem}@media print{details{display:none}}`;

const ASSUMED =
  '<p><span class="assumed">angenommen</span> Für einzelne Tage ist der Basiszinssatz noch nicht bekannt; gerechnet ist dort mit dem letzten bekannten.</p>';
/** What is open, what was paid too much, and whether a figure in it is assumed. */
const summary = (s: Statement): string => {
  const total = `<p class="total">Offen sind ${escaped(formatEuro(s.total))}</p>`;
  const kept = `<p>Zu viel gezahlt und zur Rückzahlung verwahrt: ${escaped(formatEuro(s.overpaid))}</p>`;
  return `${total}${s.overpaid > 0 ? kept : ''}${s.assumed ? ASSUMED : ''}`;
};
const headOf = (s: Statement): string => {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">';
  return `${meta}<title>${escaped(titleOf(s))}</title><style>${STYLE}</style>`;
};

/**
 * The statement as one page without scripts or anything loaded from elsewhere: sums first, each line opens to its
 * calculation.
 */
export const statementHtml = (s: Statement): string => `<!doctype html>
<html lang="de"><head>${headOf(s)}</head><body>
<h1>Forderungsaufstellung</h1><p>${escaped(subtitleOf(s))}</p>
${summary(s)}${bar(s)}
${s.sections.map(sectionHtml).join('\n')}
</body></html>
`;
