import type { Akte } from '../akte/akte.ts';
import { formatEuro } from '../money.ts';
import { restOf, type BankEntry, type BankLine } from './bank.ts';
import type { Standing } from './decide-bank-line.ts';
import { placesOf } from './line-wish.ts';

/** Why a line is for a person, whatever it names; null: it may be booked by itself. In German, for the list. */
export const whyByHand = ({ doubt, amount, reversal }: BankEntry): string | null => {
  if (doubt) return doubt;
  return amount <= 0 || reversal ? 'Abgang oder Rückbuchung: bitte von Hand zuordnen' : null;
};

/**
 * Whose money is it? Exactly one Akte must be meant: a wrong guess would show one debtor's payment to another. `named`:
 * the Akten that there are of those the line names.
 */
export const ownerAmong = (named: readonly Akte[]): Readonly<{ akte: Akte } | { reason: string }> => {
  const [akte, ...more] = named;
  if (!akte) return { reason: 'Kein bekanntes Aktenzeichen im Verwendungszweck' };
  return more.length > 0 ? { reason: 'Mehrere Aktenzeichen im Verwendungszweck' } : { akte };
};

/**
 * Some of a line was booked before: what is left, or was taken back, is for a person, too. Why it was taken back we do
 * not know. Null: nothing is left.
 */
export const leftInWords = (line: BankLine, { held, reversed }: Standing): string | null => {
  const rest = restOf(line, held);
  if (rest <= 0) return null;
  const part = held.length > 0 ? ' --teil' : '';
  return [
    ...(held.length > 0 ? [`Davon schon zugeordnet: ${placesOf(held)}`] : []),
    ...(reversed.length > 0 ? [`Zurückgebucht: ${placesOf(reversed)}`] : []),
    reversed.length > 0
      ? `offen sind ${formatEuro(rest)}, wenn sie nur falsch gebucht war (Befehl: --umgebucht${part}); hat die Bank das Geld zurückgeholt, ist nichts mehr zuzuordnen`
      : `offen sind ${formatEuro(rest)} (Befehl:${part})`,
  ].join('; ');
};

/**
 * The very same line was booked from another statement, whatever became of it since: a file sent twice under two
 * numbers, or two payments. A person decides. `alike`: what stands of those lines; null: nothing was booked of any.
 */
export const alikeInWords = (alike: readonly Standing[]): string | null => {
  const held = alike.flatMap((standing) => standing.held);
  const reversed = alike.flatMap((standing) => standing.reversed);
  const seen = [
    ...(held.length > 0 ? [`ist gebucht: ${placesOf(held)}`] : []),
    ...(reversed.length > 0 ? [`war gebucht und ist zurückgebucht: ${placesOf(reversed)}`] : []),
  ];
  return seen.length === 0
    ? null
    : `Dieselbe Buchung steht schon in einem anderen Auszug und ${seen.join('; sie ')}. Bitte prüfen, ob es zwei Zahlungen sind`;
};
