import { SOURCES, SOURCE_NAMES } from '../../config/sources.ts';
import { API } from '../../contracts/api.ts';
import { MOST_AGAIN } from '../../contracts/failures.ts';
import { misuse, optionalText, plainWord, type Values } from '../given.ts';
import { againShown, failuresShown } from '../shown/waiting.ts';
import { ask } from './asking.ts';
import { unlessJson, type Group, type Typed } from './command.ts';

const sourceIn = ({ operands: [typed = ''] }: Typed): string => {
  const source = SOURCE_NAMES.find((name) => name === plainWord(typed));
  if (!source) throw misuse('QUELLE', `„${typed}“ gibt es nicht; möglich sind ${SOURCE_NAMES.join(', ')}.`);
  return source;
};
const mostIn = (values: Values): Readonly<{ most?: number }> => {
  const typed = optionalText(values, 'hoechstens');
  if (typed === undefined) return {};
  const most = Number(typed);
  if (!/^[1-9]\d*$/.test(typed) || most > MOST_AGAIN)
    throw misuse('--hoechstens', `„${typed}“ ist keine ganze Zahl von 1 bis ${MOST_AGAIN}.`);
  return { most };
};
export const betrieb: Group = {
  title: 'Was gescheitert ist und nachgeholt werden muss',
  commands: {
    liste: {
      operands: [],
      usage: '[--json]',
      about: 'Jede Quelle, in der Gescheitertes wartet: wie viel, seit wann, woran es lag.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.failures.list, {}, unlessJson(typed, failuresShown)),
    },
    nachholen: {
      operands: ['QUELLE'],
      usage: '[--hoechstens 10] [--json]',
      about: `Stößt noch einmal an, was dort wartet, höchstens ${MOST_AGAIN} auf einmal; vorher die Ursache beheben. Was wieder scheitert, liegt nach einigen Minuten wieder da. Doppelt gebucht oder gesendet wird nichts.`,
      more: `Quellen:\n${SOURCE_NAMES.map((name) => `  ${name.padEnd(16)} ${SOURCES[name]}\n`).join('')}`,
      options: { hoechstens: 'string', json: 'boolean' },
      request: (typed) => {
        const path = { source: sourceIn(typed) };
        return ask(API.failures.again, { path, body: mostIn(typed.values) }, unlessJson(typed, againShown));
      },
    },
  },
  examples: ['betrieb liste', 'betrieb nachholen bank', 'betrieb nachholen uebergaben --hoechstens 1'],
};
