import { eventIn } from '../../../adapters/sqs/failures.ts';

const EVENT = { detail: { object: { key: 'bank/a.xml' } } };

test('each way into a dead-letter queue wraps the event in its own way; done again, the function gets what it would have got', () => {
  // Lambda, after the last try (Lambda developer guide, invocation record).
  const record = {
    version: '1.0',
    requestContext: { requestId: 'r', functionArn: 'arn:f', condition: 'RetriesExhausted', approximateInvokeCount: 3 },
    requestPayload: EVENT,
    responseContext: { statusCode: 200, functionError: 'Unhandled' },
    responsePayload: { errorType: 'Unavailable', errorMessage: 'the table is busy' },
  };
  expect(eventIn(JSON.stringify(record))).toEqual({ event: EVENT, fault: 'Unavailable' });
  // Lambda, when the event grew too old before it was tried.
  const { responsePayload: _, ...old } = {
    ...record,
    requestContext: { ...record.requestContext, condition: 'EventAgeExceeded' },
  };
  expect(eventIn(JSON.stringify(old))).toEqual({ event: EVENT, fault: 'EventAgeExceeded' });
  // EventBridge and the scheduler put the event itself there.
  expect(eventIn(JSON.stringify(EVENT))).toEqual({ event: EVENT, fault: null });
  expect(eventIn('{}')).toEqual({ event: {}, fault: null });
  // SNS puts the notification there, and hands it to a function in an envelope.
  const notification = { Type: 'Notification', MessageId: 'm', TopicArn: 'arn:t', Message: '{"mail":{}}' };
  expect(eventIn(JSON.stringify(notification))).toEqual({
    event: { Records: [{ EventSource: 'aws:sns', Sns: notification }] },
    fault: null,
  });
});
