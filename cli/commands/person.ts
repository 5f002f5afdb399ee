import { API } from '../../contracts/api.ts';
import { choice, misuse, text } from '../given.ts';
import { invitedShown, personsShown, shutShown } from '../shown/persons.ts';
import { ask } from './asking.ts';
import { creditorIn, unlessJson, type Group, type Typed } from './command.ts';

const ROLES = { owner: 'inhaber', editor: 'bearbeiter', reader: 'leser' } as const;
const nameIn = ({ operands: [, typed = ''] }: Typed): string => {
  const name = typed.toLowerCase();
  if (!/^[a-z0-9.-]{1,60}$/.test(name))
    throw misuse('NAME', `„${typed}“ geht nicht; Buchstaben, Ziffern, Punkte und Bindestriche, wie mus-winter.`);
  return name;
};
export const person: Group = {
  title: 'Die Personen der Gläubiger, die sich anmelden können',
  commands: {
    liste: {
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Wer sich für den Gläubiger anmelden kann oder konnte, und als was.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.persons.list, { path: creditorIn(typed) }, unlessJson(typed, personsShown)),
    },
    anlegen: {
      operands: ['GLÄUBIGER', 'NAME'],
      usage: '--email ADRESSE --als inhaber|bearbeiter|leser [--json]',
      about:
        'Lädt die Person ein; ein erstes Kennwort kommt per E-Mail. Ein Name gehört für immer einer Person. Gibt es sie schon, so ändert sich, was sie darf; hat sie sich noch nie angemeldet, so kommt ein neues erstes Kennwort.',
      options: { email: 'string', als: 'string', json: 'boolean' },
      request: (typed) => {
        const email = text(typed.values, 'email', 'winter@musterversand.example', 254);
        const body = { name: nameIn(typed), email, role: choice(typed.values, 'als', ROLES) };
        return ask(API.persons.invite, { path: creditorIn(typed), body }, unlessJson(typed, invitedShown));
      },
    },
    sperren: {
      operands: ['GLÄUBIGER', 'NAME'],
      usage: '[--json]',
      about: 'Binnen einer Minute kommt die Person nirgends mehr hinein, auch wenn sie angemeldet ist.',
      options: { json: 'boolean' },
      request: (typed) => {
        const path = { ...creditorIn(typed), name: nameIn(typed) };
        return ask(API.persons.revoke, { path }, unlessJson(typed, shutShown));
      },
    },
  },
  examples: [
    'person liste MUS',
    'person anlegen MUS mus-winter --email winter@musterversand.example --als bearbeiter',
    'person sperren MUS mus-winter',
  ],
};
