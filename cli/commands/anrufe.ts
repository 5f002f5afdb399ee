import { API } from '../../contracts/api.ts';
import { OUTCOMES, PARTS } from '../answers.ts';
import { choice, optionalText, type Values } from '../given.ts';
import { callsShown, notedShown, takenShown } from '../shown/calls.ts';
import { ask, type Request } from './asking.ts';
import { akteIn, creditorIn, matterIn, stageIn, unlessJson, type Group, type Typed } from './command.ts';

const CALL = { angelegenheit: 'string', stufe: 'string', json: 'boolean' } as const;
const callIn = ({ values }: Typed) => ({ matter: matterIn(values), stage: stageIn(values) });
const madeIn = (values: Values) => {
  const note = optionalText(values, 'notiz');
  return {
    part: choice(values, 'zeit', PARTS),
    outcome: choice(values, 'ergebnis', OUTCOMES),
    ...(note === undefined ? {} : { note }),
  };
};
const taking = (typed: Typed): Request => {
  const path = akteIn(typed);
  const call = callIn(typed);
  return ask(API.calls.note, { path, body: call }, unlessJson(typed, takenShown(call)));
};
const noting = (typed: Typed): Request => {
  const path = akteIn(typed);
  const call = callIn(typed);
  const made = madeIn(typed.values);
  const body = { ...call, made };
  return ask(API.calls.note, { path, body }, unlessJson(typed, notedShown(made)));
};
export const anrufe: Group = {
  title: 'Die Telefonkampagne: wer heute anzurufen ist, und was daraus wurde',
  commands: {
    liste: {
      operands: ['GLÄUBIGER'],
      usage: '[--json]',
      about: 'Die Anrufe von heute, der dringendste zuerst.',
      options: { json: 'boolean' },
      request: (typed) => ask(API.calls.list, { path: creditorIn(typed) }, unlessJson(typed, callsShown)),
    },
    nehmen: {
      operands: ['AKTENZEICHEN'],
      usage: '--angelegenheit M1 --stufe 1',
      about: 'Diesen Anruf macht zwanzig Minuten lang niemand sonst.',
      options: CALL,
      request: taking,
    },
    notieren: {
      operands: ['AKTENZEICHEN'],
      usage: `--angelegenheit M1 --stufe 1 --zeit ${Object.values(PARTS).join('|')} --ergebnis ${Object.values(OUTCOMES).join('|')} [--notiz "…"]`,
      about:
        'Was aus dem Anruf wurde. Bei falsche-nummer wird dort nicht mehr angerufen, bei zusage ruht das Mahnen 7 Tage, bei raten 14, bei bestritten bis auf Weiteres; der Tag der Zusage und der Grund des Widerspruchs sind danach mit „akte antwort“ einzutragen.',
      options: { ...CALL, zeit: 'string', ergebnis: 'string', notiz: 'string' },
      request: noting,
    },
  },
  examples: [
    'anrufe liste MUS',
    'anrufe nehmen MUS-4F7K-2QXR --angelegenheit M1 --stufe 1',
    'anrufe notieren MUS-4F7K-2QXR --angelegenheit M1 --stufe 1 --zeit vormittags --ergebnis nicht-erreicht',
  ],
};
