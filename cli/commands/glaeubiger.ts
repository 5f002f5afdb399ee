import { API } from '../../contracts/api.ts';
import { SuggestionId } from '../../domain/similar/similar-debtors.ts';
import { choice, misuse, optionalText, type Values } from '../given.ts';
import { historyShown, mandateShown, savedShown } from '../shown/mandate.ts';
import { ask, askAsWritten, type Request } from './asking.ts';
import { creditorIn, unlessJson, type Group, type Typed } from './command.ts';

const MOST_PATH = 4_096;
const VERDICTS = { same: 'derselbe', different: 'verschieden' } as const;
const suggestionIn = ({ operands: [typed = ''] }: Typed): SuggestionId => {
  const pair = SuggestionId.safeParse(typed.toUpperCase());
  if (!pair.success) throw misuse('VORSCHLAG', `„${typed}“ ist kein Vorschlag wie MUS-4F7K-2QXR_MUS-8H2M-5TWZ.`);
  return pair.data;
};
const deciding = (typed: Typed): Request => {
  const id = suggestionIn(typed);
  const path = { creditor: id.split('-')[0] ?? '', id };
  return ask(API.suggestions.decide, {
    path,
    body: { decision: choice(typed.values, 'als', VERDICTS) },
  });
};
const isObject = (written: unknown): written is Readonly<Record<string, unknown>> =>
  typeof written === 'object' && written !== null;
const procedureIn = ({ values, desk }: Typed): object => {
  const file = optionalText(values, 'mahnlauf', MOST_PATH);
  return file === undefined ? {} : { procedure: desk.read(file) };
};
const adding = (typed: Typed): Request => {
  const mandate = typed.desk.read(typed.operands[0] ?? '');
  const body = { ...(isObject(mandate) ? mandate : {}), ...procedureIn(typed) };
  return askAsWritten(API.creditors.save, { body: body }, unlessJson(typed, savedShown));
};
/** The version that was read: of the option, else of the file. */
const versionIn = (values: Values, read: unknown): number => {
  const typed = optionalText(values, 'version', 6);
  if (typed !== undefined && !/^[1-9]\d*$/.test(typed))
    throw misuse('--version', `„${typed}“ ist keine Version wie 3.`);
  if (typed !== undefined) return Number(typed);
  if (typeof read === 'number' && Number.isSafeInteger(read) && read > 0) return read;
  throw misuse('--version', 'fehlt, und in der Datei steht keine. „glaeubiger zeigen“ nennt die Version.');
};
/** The file is what `zeigen --json` writes, or one for `anlegen`: then the version stands beside it. */
const changing = (typed: Typed): Request => {
  const file = typed.desk.read(typed.operands[0] ?? '');
  const { creditor, version: read } = isObject(file) ? file : {};
  const body = { creditor, ...procedureIn(typed) };
  const match = versionIn(typed.values, read);
  return askAsWritten(API.creditors.save, { body, match }, unlessJson(typed, savedShown));
};
export const glaeubiger: Group = {
  title: 'Mandate; ähnliche Schuldner',
  commands: {
    anlegen: {
      operands: ['DATEI.json'],
      usage: '[--mahnlauf DATEI.json] [--json]',
      about: 'Legt einen neuen Gläubiger mit seinem Mandat an. Den Zugang zur API macht „zugang anlegen“.',
      options: { mahnlauf: 'string', json: 'boolean' },
      request: adding,
    },
    zeigen: {
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Das Mandat, wie es gilt, mit seiner Version. Mit --json ist es die Datei für „aendern“.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.creditors.read, { path: creditorIn(typed) }, unlessJson(typed, mandateShown)),
    },
    verlauf: {
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Wer wann welche Felder des Mandats geändert hat.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.creditors.history, { path: creditorIn(typed) }, unlessJson(typed, historyShown)),
    },
    aendern: {
      operands: ['DATEI.json'],
      usage: '[--version 3] [--mahnlauf DATEI.json] [--json]',
      about:
        'Speichert das geänderte Mandat als nächste Version. Wer inzwischen schneller war, geht nicht verloren: Dann wird abgelehnt. Die gelesene Version steht in der Datei oder bei --version. Ein anderes Konto wartet auf eine zweite Person (freigabe).',
      options: { version: 'string', mahnlauf: 'string', json: 'boolean' },
      request: changing,
    },
    aehnliche: {
      operands: ['GLÄUBIGER'],
      about: 'Akten, die derselbe Schuldner sein könnten.',
      request: (typed) => ask(API.suggestions.list, { path: creditorIn(typed) }),
    },
    entscheiden: {
      operands: ['VORSCHLAG'],
      usage: '--als derselbe|verschieden',
      about: 'Ob es derselbe Schuldner ist oder zwei verschiedene. Zusammengelegt wird nichts.',
      options: { als: 'string' },
      request: deciding,
    },
  },
  examples: [
    'glaeubiger anlegen examples/creditors/musterversand.json',
    'glaeubiger zeigen MUS',
    'glaeubiger verlauf MUS',
    'glaeubiger aendern examples/creditors/musterversand.json --version 1',
    'glaeubiger aehnliche MUS',
    'glaeubiger entscheiden MUS-4F7K-2QXR_MUS-8H2M-5TWZ --als verschieden',
  ],
};
