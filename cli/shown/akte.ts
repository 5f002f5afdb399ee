import type { API } from '../../contracts/api.ts';
import type { ReplyOf } from '../../contracts/route.ts';
import { formatDay, type Day } from '../../domain/calendar.ts';
import { formatDecimal, formatEuro, type Cents } from '../../domain/money.ts';
import { aligned } from './table.ts';

type Instalments = ReplyOf<typeof API.instalments.agree>;
const withoutPlan = (akte: string): string => `${akte}: Es läuft kein Ratenplan.\n`;

/** What a plan would cost, and the command of the debtor's consent to it. */
export const offerShown =
  ({ rateCents, first, withFee }: Readonly<{ rateCents: Cents; first: Day; withFee: boolean }>) =>
  ({ akte, offer }: Instalments): string => {
    if (!offer) return withoutPlan(akte);
    const sums = [
      ['heute offen', offer.openCents],
      ['Einigungsgebühr', offer.feeCents],
      ['weitere Inkassokosten nach den ersten zwei Wochen', offer.collectionFeeCents],
      ['Zinsen bis zum Ende', offer.interestCents],
      ['Gesamtbetrag', offer.totalCents],
    ] as const;
    const rates = offer.rates.map((r, i) => [String(i + 1), formatDay(r.due), formatEuro(r.amountCents)]);
    const consent = [
      `mahnwerk akte raten ${akte} --rate ${formatDecimal(rateCents)} --ab ${formatDay(first)}`,
      ...(withFee ? ['--mit-gebuehr'] : []),
      `--zustimmung ${formatDecimal(offer.totalCents)}`,
    ].join(' ');
    return `Angebot für ${akte}; vereinbart ist noch nichts.

${aligned([['Rate', 'fällig', 'Betrag'], ...rates], [0, 2])}
${aligned(
  sums.map(([name, amount]) => [name, formatEuro(amount)]),
  [1],
)}
Hat der Schuldner diesem Gesamtbetrag in Textform zugestimmt:
  ${consent}
`;
  };

export const agreedShown = ({ akte, plan }: Instalments): string => {
  if (!plan) return withoutPlan(akte);
  const fee = plan.feeCents > 0 ? `Einigungsgebühr ${formatEuro(plan.feeCents)}` : 'ohne Gebühr';
  const rates = `monatlich ${formatEuro(plan.rateCents)}, erste Rate am ${formatDay(plan.first)}`;
  return `${akte}: Ratenplan ${plan.id} vereinbart: ${rates}, ${fee}.\n`;
};

/** What holds the dunning after an answer of the debtor, and what the creditor is asked. */
export const answerShown = ({ akte, holds, queries }: ReplyOf<typeof API.answers.note>): string => {
  const waits =
    holds.length === 0
      ? ['Nichts hält das Mahnen an.']
      : ['Das Mahnen ruht:', ...holds.map(({ words }) => `  ${words}`)];
  const open = queries
    .filter((q) => q.answer === null)
    .map((q) => `Rückfrage ${q.id} an den Gläubiger, Antwort bis ${formatDay(q.answerBy)}: ${q.question}`);
  return `${[`${akte}: eingetragen.`, ...waits, ...open].join('\n')}\n`;
};

type Answered = ReplyOf<typeof API.queries.answer>;
/** What a creditor has said of contracts, and what is still missing. */
export const particularsShown = ({ akte, missing }: Answered): string => {
  const lacking = missing.map(({ claim, words }) => `${claim}: Es fehlt noch ${words}.`);
  const next = lacking.length === 0 ? ['Das Mahnen geht weiter.'] : lacking;
  return `${[`${akte}: Angaben zum Vertrag eingetragen.`, ...next].join('\n')}\n`;
};
/** The first answer to a query stands. */
export const queryShown =
  ({ query, answer }: Readonly<{ query: string; answer: string }>) =>
  ({ akte, queries }: Answered): string => {
    const stands = queries.find((q) => q.id === query)?.answer;
    if (stands && stands.text !== answer)
      return `${akte}: ${query} war schon am ${formatDay(stands.on)} beantwortet: „${stands.text}“ Die neue Antwort ist nicht eingetragen.\n`;
    return `${akte}: Antwort auf ${query} eingetragen.\nIst der Widerspruch damit erledigt: mahnwerk akte antwort ${akte} --art vorbei --grund widerspruch --notiz "…"\nIst er begründet:                 mahnwerk akte schliessen ${akte} --grund "…"\n`;
  };
