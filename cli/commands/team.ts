import { API } from '../../contracts/api.ts';
import { readmittedShown, shutOutShown } from '../shown/team.ts';
import { misuse } from '../given.ts';
import { ask } from './asking.ts';
import { unlessJson, type Group, type Typed } from './command.ts';

const nameIn = ({ operands: [typed = ''] }: Typed): string => {
  const name = typed.toLowerCase();
  if (!/^[a-z0-9._-]{1,128}$/.test(name))
    throw misuse('NAME', `„${typed}“ geht nicht; der Name, mit dem sich die Person anmeldet, wie sommer.`);
  return name;
};
const OPTIONS = { operands: ['NAME'], usage: '[--json]', options: { json: 'boolean' } } as const;
export const team: Group = {
  title: 'Die eigenen Leute',
  commands: {
    sperren: {
      ...OPTIONS,
      about:
        'Wer geht, kommt binnen einer Minute nirgends mehr hinein, auch angemeldet, und meldet sich nicht mehr an. Nur die Leitung.',
      request: (typed) => ask(API.team.revoke, { path: { name: nameIn(typed) } }, unlessJson(typed, shutOutShown)),
    },
    zulassen: {
      ...OPTIONS,
      about: 'Lässt die Person wieder zu, als das, was ihre Gruppen im Benutzerpool sagen. Nur die Leitung.',
      request: (typed) => ask(API.team.readmit, { path: { name: nameIn(typed) } }, unlessJson(typed, readmittedShown)),
    },
  },
  examples: ['team sperren winter', 'team zulassen winter'],
};
