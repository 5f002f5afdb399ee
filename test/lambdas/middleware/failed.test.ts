import * as z from 'zod';
import { movedOn } from '../../../domain/akte/refusals.ts';
import { titleOf } from '../../../domain/fault-codes.ts';
import { NotFound, Rejected, wrongField } from '../../../domain/faults.ts';
import { AkteId } from '../../../domain/ids.ts';
import { readInput } from '../../../domain/read-input.ts';
import { translated } from '../../../adapters/transient.ts';
import { NoJson, failed } from '../../../lambdas/middleware/failed.ts';

const thrownBy = (run: () => unknown): Error => {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
};
const AKTE = AkteId.parse('MUS-4F7K-2QXR');

test.each([
  [
    'what cannot be had is told by its code',
    new Rejected('day.past', 'Der Tag ist vorbei.'),
    { status: 422, code: 'day.past', detail: 'Der Tag ist vorbei.', errors: [] },
  ],
  [
    'what is not there is named',
    new NotFound('Es gibt keine Akte MUS-4F7K-2QXR.'),
    { status: 404, code: 'not-found', detail: 'Es gibt keine Akte MUS-4F7K-2QXR.', errors: [] },
  ],
  [
    'who came second was told in English that an Akte has moved on: it is named, with what to do',
    movedOn(AKTE),
    {
      status: 409,
      code: 'conflict',
      detail:
        'Zur Akte MUS-4F7K-2QXR hat gerade jemand anderes etwas eingetragen; von diesem Vorgang ist nichts geschrieben. Bitte die Akte ansehen und es noch einmal versuchen.',
      errors: [],
    },
  ],
  [
    'who came at a bad time was told in English that AWS is not available: when to come again is said',
    translated(Object.assign(new Error('x'), { name: 'ThrottlingException' })) as Error,
    {
      status: 503,
      code: 'unavailable',
      detail:
        'Ein Dienst von AWS antwortet gerade nicht (ThrottlingException). Bitte in einer Minute noch einmal versuchen.',
      errors: [],
    },
  ],
  [
    'what is no JSON',
    new NoJson('Der Inhalt ist kein JSON.'),
    { status: 400, code: 'json', detail: 'Der Inhalt ist kein JSON.', errors: [] },
  ],
  [
    'of a bug nothing is told but that it is one',
    new TypeError('secret is not a function'),
    { status: 500, code: 'internal', detail: 'Das hätte nicht geschehen dürfen. Wir sind benachrichtigt.', errors: [] },
  ],
])('%s', (_, error, told) => {
  expect(failed(error, 'de')).toMatchObject(told);
});

test('what is wrong with a body is told field by field, with its kind; what lies in none is about the whole', () => {
  const ofField = thrownBy(() => readInput(z.strictObject({ n: z.int() }), { n: 'x', m: 1 }));
  expect(failed(ofField, 'de')).toMatchObject({
    status: 400,
    code: 'input',
    errors: expect.arrayContaining([
      { field: 'n', code: 'invalid', detail: 'Erwartet wird: eine Zahl.' },
      { field: 'm', code: 'unknown', detail: 'Diese Angabe gibt es hier nicht.' },
    ]),
  });
  const ofWhole = thrownBy(() => readInput(z.strictObject({ n: z.int() }), []));
  expect(failed(ofWhole, 'de')).toMatchObject({ errors: [{ field: null, code: 'invalid' }] });
});

test('one field that cannot be had is named; of several reasons each is told with its code', () => {
  expect(failed(wrongField('day.past', 'until', 'Der Tag ist vorbei.'), 'de')).toMatchObject({
    errors: [{ field: 'until', code: 'day.past', detail: 'Feld „until“: Der Tag ist vorbei.' }],
  });
  const reasons = [
    { field: 'invoiceDate', code: 'invoice-date.future', message: 'Erstens.' },
    { field: null, code: 'invoice.conflict', message: 'Zweitens.' },
  ];
  expect(failed(new Rejected('claim.refused', 'Erstens. Zweitens.', { reasons }), 'de')).toMatchObject({
    code: 'claim.refused',
    detail: 'Erstens. Zweitens.',
    errors: [
      { field: 'invoiceDate', code: 'invoice-date.future', detail: 'Erstens.' },
      { field: null, code: 'invoice.conflict', detail: 'Zweitens.' },
    ],
  });
});

test.each([
  ['of a code', new Rejected('payment.future', 'Der 01.01.2030 liegt in der Zukunft.'), 'payment.future'],
  ['of anything', new NotFound('Es gibt keine Akte X.'), 'not-found'],
] as const)(
  'the title %s is in the language that was asked for, and never has particulars; its type is the code',
  (_, error, code) => {
    const { de, en } = { de: failed(error, 'de'), en: failed(error, 'en') };
    expect(de).toMatchObject({ type: `urn:mahnwerk:fault:${code}`, title: titleOf(code, 'de'), detail: error.message });
    expect(en).toEqual({ ...de, title: titleOf(code, 'en') });
    expect(en.title).not.toBe(de.title);
  },
);
