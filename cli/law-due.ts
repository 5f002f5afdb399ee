import { argv, exit, stderr, stdout } from 'node:process';
import { formatDay, type Day } from '../domain/calendar.ts';
import { Rejected } from '../domain/faults.ts';
import { lawDue } from '../domain/law/due.ts';
import { asksForHelp, optionalDay, parsed } from './given.ts';
import { today } from './today.ts';

const HELP = `Welche Werte des Rechts als Nächstes nachzulesen sind.

  npm run law:due -- --on 2026-12-15      am 15.12.2026
  npm run law:due                         heute
`;

/** What is due on a day, in plain German. */
export const lawDueText = (on: Day): string => {
  const due = lawDue(on);
  if (due.length === 0) return `Am ${formatDay(on)} ist nichts nachzulesen.\n`;
  const blocks = due.map(
    (d) =>
      `• ${d.figure}\n  gebraucht ab ${formatDay(d.neededFrom)}${d.late ? ' – überfällig' : ''}\n  ${d.why}\n  Nachzulesen: ${d.where}\n`,
  );
  return `Am ${formatDay(on)} ${due.length === 1 ? 'ist ein Wert' : `sind ${due.length} Werte`} nachzulesen:\n\n${blocks.join('\n')}`;
};

const answerTo = (args: readonly string[]): string => {
  if (asksForHelp(args)) return HELP;
  const { positionals, values } = parsed(args, { on: 'string' });
  if (positionals.length > 0) throw new Rejected('law-due.operand', `„${positionals.join(' ')}“ ist zu viel.`);
  return lawDueText(optionalDay(values, 'on') ?? today());
};
const main = (): void => {
  try {
    stdout.write(answerTo(argv.slice(2)));
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    stderr.write(`${error.message}\n\n${HELP}`);
    exit(2);
  }
};
if (import.meta.main) main();
