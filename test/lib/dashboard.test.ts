import { FAULTS, METRICS, faultMetric } from '../../config/metrics.ts';
import { aTemplate } from '../support/template.ts';

const { template } = aTemplate('prod');
/** Names of the services' own metrics, as their documentation lists them. */
const OF_AWS: Readonly<Record<string, readonly string[]>> = {
  'AWS/States': [
    'ExecutionsStarted',
    'ExecutionsSucceeded',
    'ExecutionsFailed',
    'ExecutionsAborted',
    'ExecutionsTimedOut',
  ],
  'AWS/SQS': ['ApproximateNumberOfMessagesVisible', 'ApproximateAgeOfOldestMessage'],
  'AWS/SES': ['Reputation.BounceRate', 'Reputation.ComplaintRate'],
  'AWS/Lambda': ['Errors', 'Invocations'],
  'AWS/ApiGateway': ['5xx'],
};
const exists = (namespace: string, name: string): boolean =>
  namespace === 'Mahnwerk'
    ? name in METRICS || FAULTS.some((f) => faultMetric(f) === name)
    : OF_AWS[namespace]?.includes(name) === true;

/** The widgets; tokens of the template are put in as `x`. */
const widgets = (): { type: string; properties: { title?: string; metrics?: unknown[][]; query?: string } }[] => {
  const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  const parts = (dashboard?.['Properties'].DashboardBody['Fn::Join'][1] as unknown[]).map((p) =>
    typeof p === 'string' ? p : 'x',
  );
  return (JSON.parse(parts.join('')) as { widgets: ReturnType<typeof widgets> }).widgets;
};

test('every metric of the dashboard exists, in AWS or in our code', () => {
  const shown = widgets().flatMap((w) =>
    (w.properties.metrics ?? []).map((m) => [String(m[0]), String(m[1])] as const),
  );
  expect(shown.length).toBeGreaterThan(25);
  expect(shown.filter(([namespace, name]) => !exists(namespace, name))).toEqual([]);
});

test('every metric an alarm hangs on exists', () => {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
    (a) => [String(a['Properties'].Namespace), String(a['Properties'].MetricName)] as const,
  );
  expect(alarms.length).toBeGreaterThan(25);
  expect(alarms.filter(([namespace, name]) => !exists(namespace, name))).toEqual([]);
});

test('everything we say we count is shown', () => {
  const shown = JSON.stringify(widgets());
  expect(Object.keys(METRICS).filter((name) => !shown.includes(name))).toEqual([]);
});

test('the question to the log asks for the field that every task writes (test/lambdas/middleware/task.test.ts)', () => {
  const query = widgets().find((w) => w.type === 'log')?.properties.query ?? '';
  expect(query).toContain('stats count(*) as Forderungen by next');
});
