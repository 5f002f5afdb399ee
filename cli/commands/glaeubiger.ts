import { API } from '../../contracts/api.ts';
import { SuggestionId } from '../../domain/similar/similar-debtors.ts';
import { choice, misuse, optionalText } from '../given.ts';
import { ask, askAsWritten, type Request } from './asking.ts';
import { BY, creditorIn, signed, type Group, type Typed } from './command.ts';

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
    body: signed(typed, { decision: choice(typed.values, 'als', VERDICTS) }),
  });
};
const isObject = (written: unknown): written is object => typeof written === 'object' && written !== null;
const adding = ({ operands: [file = ''], values, desk }: Typed): Request => {
  const procedure = optionalText(values, 'mahnlauf', MOST_PATH);
  const mandate = desk.read(file);
  return askAsWritten(API.creditors.save, {
    body: {
      ...(isObject(mandate) ? mandate : {}),
      ...(procedure === undefined ? {} : { procedure: desk.read(procedure) }),
    },
  });
};
export const glaeubiger: Group = {
  title: 'Mandate anlegen; ähnliche Schuldner',
  commands: {
    anlegen: {
      operands: ['DATEI.json'],
      usage: '[--mahnlauf DATEI.json]',
      about: 'Speichert das Mandat, auch ein geändertes. Den Zugang zur API macht „zugang anlegen“.',
      options: { mahnlauf: 'string' },
      request: adding,
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
      options: { als: 'string', ...BY },
      request: deciding,
    },
  },
  examples: [
    'glaeubiger anlegen examples/creditors/musterversand.json',
    'glaeubiger aehnliche MUS',
    'glaeubiger entscheiden MUS-4F7K-2QXR_MUS-8H2M-5TWZ --als verschieden',
  ],
};
