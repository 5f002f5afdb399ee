import * as z from 'zod';
import { movedOn } from '../../../domain/akte/refusals.ts';
import { NotFound, Rejected } from '../../../domain/faults.ts';
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
    { status: 422, fault: { error: 'day.past', message: 'Der Tag ist vorbei.' } },
  ],
  [
    'what is not there is named',
    new NotFound('Es gibt keine Akte MUS-4F7K-2QXR.'),
    { status: 404, fault: { error: 'not-found', message: 'Es gibt keine Akte MUS-4F7K-2QXR.' } },
  ],
  [
    'who came second was told in English that an Akte has moved on: it is named, with what to do',
    movedOn(AKTE),
    {
      status: 409,
      fault: {
        error: 'conflict',
        message:
          'Zur Akte MUS-4F7K-2QXR hat gerade jemand anderes etwas eingetragen; von diesem Vorgang ist nichts geschrieben. Bitte die Akte ansehen und es noch einmal versuchen.',
      },
    },
  ],
  [
    'who came at a bad time was told in English that AWS is not available: when to come again is said',
    translated(Object.assign(new Error('x'), { name: 'ThrottlingException' })) as Error,
    {
      status: 503,
      fault: {
        error: 'unavailable',
        message:
          'Ein Dienst von AWS antwortet gerade nicht (ThrottlingException). Bitte in einer Minute noch einmal versuchen.',
      },
    },
  ],
  [
    'what is no JSON',
    new NoJson('Der Inhalt ist kein JSON.'),
    { status: 400, fault: { error: 'json', message: 'Der Inhalt ist kein JSON.' } },
  ],
  [
    'of a bug nothing is told but that it is one',
    new TypeError('secret is not a function'),
    {
      status: 500,
      fault: { error: 'internal', message: 'Das hätte nicht geschehen dürfen. Wir sind benachrichtigt.' },
    },
  ],
])('%s', (_, error, told) => {
  expect(failed(error)).toEqual(told);
});

test('what is wrong with a body is told field by field; what lies in none is about the whole', () => {
  const ofField = thrownBy(() => readInput(z.strictObject({ n: z.int() }), { n: 'x' }));
  expect(failed(ofField)).toMatchObject({ status: 400, fault: { error: 'input', fields: [{ field: 'n' }] } });
  const ofWhole = thrownBy(() => readInput(z.strictObject({ n: z.int() }), []));
  expect(failed(ofWhole)).toMatchObject({ fault: { fields: [{ field: 'Inhalt der Anfrage' }] } });
});
