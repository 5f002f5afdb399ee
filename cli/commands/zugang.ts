import { API } from '../../contracts/api.ts';
import { OVERLAP_DAYS, type Kept } from '../../domain/access/decide-access.ts';
import { misuse, optionalText, plainWord, type Values } from '../given.ts';
import { accessesShown, madeShown, renewedShown, revokedShown, settledShown } from '../shown/accesses.ts';
import { ask } from './asking.ts';
import { creditorIn, unlessJson, type Group } from './command.ts';

const purposeIn = (values: Values): string => {
  const typed = optionalText(values, 'zweck', 30) ?? 'api';
  const purpose = plainWord(typed);
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(purpose))
    throw misuse('--zweck', `„${typed}“ geht nicht; ein Wort aus Buchstaben, Ziffern und Bindestrichen, wie erp.`);
  return purpose;
};
/** How many days the old secret stays good beside the new one. */
const daysIn = (values: Values): number => {
  const typed = optionalText(values, 'tage', 10) ?? String(OVERLAP_DAYS.usual);
  const days = /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;
  if (days >= OVERLAP_DAYS.least && days <= OVERLAP_DAYS.most) return days;
  throw misuse('--tage', `„${typed}“ geht nicht; eine Zahl von ${OVERLAP_DAYS.least} bis ${OVERLAP_DAYS.most}.`);
};
/** Which client of a renewal stays; null: nothing is ended, it is to begin. */
const keptIn = (values: Values): Kept | null => {
  const asked = ['tage', 'fertig', 'zurueck'].filter((option) => values[option] !== undefined);
  if (asked.length > 1)
    throw misuse(asked.map((option) => `--${option}`).join(' und '), 'Nur eines davon geht auf einmal.');
  if (values['fertig']) return 'new';
  return values['zurueck'] ? 'old' : null;
};
const ACCESS = { zweck: 'string', json: 'boolean' } as const;
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
        const body = { purpose: purposeIn(typed.values) };
        return ask(API.accesses.make, { path: creditorIn(typed), body }, unlessJson(typed, madeShown));
      },
    },
    erneuern: {
      operands: ['GLÄUBIGER'],
      usage: '[--zweck erp] [--tage 30 | --fertig | --zurueck] [--json]',
      about:
        'Zeigt eine neue Client-ID und ihr Geheimnis, dieses eine Mal; die alte gilt noch so viele Tage daneben. --fertig: Das neue Geheimnis ist im Einsatz, die alte Client-ID endet sofort. --zurueck: Das neue ist verloren, es bleibt bei der alten.',
      options: { ...ACCESS, tage: 'string', fertig: 'boolean', zurueck: 'boolean' },
      request: (typed) => {
        const path = { ...creditorIn(typed), purpose: purposeIn(typed.values) };
        const keep = keptIn(typed.values);
        if (keep === null) {
          const body = { days: daysIn(typed.values) };
          return ask(API.accesses.renew, { path, body }, unlessJson(typed, renewedShown));
        }
        return ask(API.accesses.settle, { path, body: { keep } }, unlessJson(typed, settledShown));
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
        return ask(API.accesses.revoke, { path, body: {} }, unlessJson(typed, revokedShown));
      },
    },
  },
  examples: [
    'zugang liste MUS',
    'zugang anlegen MUS --zweck erp',
    'zugang erneuern MUS --zweck erp',
    'zugang sperren MUS --zweck erp',
  ],
};
