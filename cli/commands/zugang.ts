import { API } from '../../contracts/api.ts';
import { misuse, optionalText, plainWord, type Values } from '../given.ts';
import { accessesShown, madeShown, revokedShown } from '../shown/accesses.ts';
import { ask } from './asking.ts';
import { BY, creditorIn, signed, unlessJson, type Group } from './command.ts';

const purposeIn = (values: Values): string => {
  const typed = optionalText(values, 'zweck', 30) ?? 'api';
  const purpose = plainWord(typed);
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(purpose))
    throw misuse('--zweck', `„${typed}“ geht nicht; ein Wort aus Buchstaben, Ziffern und Bindestrichen, wie erp.`);
  return purpose;
};
const ACCESS = { zweck: 'string', ...BY, json: 'boolean' } as const;
export const zugang: Group = {
  title: 'Die Zugänge der Gläubiger zur API',
  commands: {
    liste: {
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Welche Zugänge es gibt, seit wann, und ob sie offen sind.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.accesses.list, { path: creditorIn(typed) }, unlessJson(typed, accessesShown)),
    },
    anlegen: {
      operands: ['GLÄUBIGER'],
      usage: '[--zweck erp] [--json]',
      about:
        'Legt den Zugang für einen Zweck an (ohne --zweck: api) und zeigt sein Geheimnis, dieses eine Mal. Gibt es ihn schon, so entsteht kein zweiter.',
      options: ACCESS,
      request: (typed) => {
        const body = signed(typed, { purpose: purposeIn(typed.values) });
        return ask(API.accesses.make, { path: creditorIn(typed), body }, unlessJson(typed, madeShown));
      },
    },
    sperren: {
      operands: ['GLÄUBIGER'],
      usage: '[--zweck erp] [--json]',
      about:
        'Der Zugang ist binnen einer Minute zu, auch für Token, die noch gelten. Danach lässt er sich neu anlegen.',
      options: ACCESS,
      request: (typed) => {
        const path = { ...creditorIn(typed), purpose: purposeIn(typed.values) };
        return ask(API.accesses.revoke, { path, body: signed(typed, {}) }, unlessJson(typed, revokedShown));
      },
    },
  },
  examples: ['zugang liste MUS', 'zugang anlegen MUS --zweck erp', 'zugang sperren MUS --zweck erp'],
};
