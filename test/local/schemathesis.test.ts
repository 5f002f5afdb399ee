import { configOf, outcomeOf, withoutToken, type Asking } from '../../local/schemathesis.ts';

const ASKING: Asking = {
  name: 'program',
  at: { endpoint: 'http://127.0.0.1:4566', host: 'abc.execute-api.localhost' },
  token: 'a.b.c',
  places: { akte: ['MUS-1', 'MUS-2'] },
  calls: 6,
  systematic: false,
  folder: 'out',
};

test('whoever has a token sends it, to the name by which the gateway knows the API', () => {
  const lines = configOf(ASKING).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining(['Host = "abc.execute-api.localhost"', 'Authorization = "Bearer a.b.c"', 'seed = 1']),
  );
  expect(lines).toContain('with-security-parameters = true');
});

test('nobody sends no token, and none is made up for them', () => {
  const config = configOf({ ...ASKING, token: null });
  expect(config).not.toContain('Authorization');
  expect(config).toContain('with-security-parameters = false');
});

test('a place of a path is mostly filled with what there is', () => {
  const lines = configOf(ASKING).split('\n');
  expect(lines).toContain('"akte" = { values = ["MUS-1","MUS-2"] }');
  expect(lines).toContain('"path.akte" = { dictionary = "akte", probability = 0.8 }');
});

test('to who has no token nothing but 401 may be answered, whatever the route', () => {
  const open = {
    openapi: '3.1.1',
    security: [{ token: [] }],
    paths: { '/v1/akten': { get: { operationId: 'akten.list', responses: { '200': {} } } } },
  };
  expect(withoutToken(open)).toEqual({
    openapi: '3.1.1',
    security: [],
    paths: {
      '/v1/akten': {
        get: { operationId: 'akten.list', responses: { '401': { $ref: '#/components/responses/NoToken' } } },
      },
    },
  });
});

const REPORT = {
  operations: { selected: 51, tested: 51 },
  test_cases: { generated: 600 },
  failures: [],
  errors: [],
  valid_rates: {
    'GET /v1/akten': { examples: { accepted: 0 }, fuzzing: { accepted: 2 } },
    'POST /v1/claims': { fuzzing: { accepted: 0 } },
  },
};

test('each route that was asked and never answered otherwise than described has passed', () => {
  expect(outcomeOf(REPORT)).toEqual({ passed: 51, failed: 0, calls: 600, accepted: ['GET /v1/akten'] });
});

test('a route with findings has failed once, however many there are', () => {
  const failures = [
    { title: 'Server error', operations: ['POST /v1/claims', 'GET /v1/akten'] },
    { title: 'Undocumented HTTP status code', operations: ['POST /v1/claims'] },
  ];
  expect(outcomeOf({ ...REPORT, failures })).toMatchObject({ passed: 49, failed: 2 });
});

test('a route that was never asked, and an error while asking, are failures', () => {
  const operations = { selected: 51, tested: 40 };
  expect(outcomeOf({ ...REPORT, operations, errors: [{ title: 'no reply' }] })).toMatchObject({
    passed: 40,
    failed: 12,
  });
});
