import {
  CreateFunctionCommand,
  InvokeCommand,
  LambdaClient,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { setTimeout as pause } from 'node:timers/promises';
import { sqsFailures } from '../../adapters/sqs/failures.ts';
import { awsConfig } from '../../local/client.ts';
import { aCloud } from '../support/cloud.ts';
import { zip } from '../../tools/corpus/workbook-writer.ts';

const { cloud } = aCloud();
const ROLE = 'arn:aws:iam::000000000000:role/any';
const clients = () => {
  const config = awsConfig(cloud());
  return { config, sqs: new SQSClient({ useQueueUrlAsEndpoint: false, ...config }), lambda: new LambdaClient(config) };
};
const queue = async (QueueName: string): Promise<{ url: string; arn: string }> => {
  const { sqs } = clients();
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  return { url: QueueUrl, arn: Attributes?.['QueueArn'] ?? '' };
};
/** A function that fails whenever it is called, and where its failures go. */
const failing = async (name: string, lost: string): Promise<void> => {
  const { lambda } = clients();
  const content = 'exports.handler = async () => { throw new TypeError("no"); };';
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: name,
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Role: ROLE,
      Code: { ZipFile: zip([{ name: 'index.js', content }]) },
    }),
  );
  await lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName: name,
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: lost } },
    }),
  );
};
const arrived = async (count: () => Promise<number>): Promise<number> => {
  while ((await count()) === 0) await pause(100);
  return count();
};
const STATEMENT = { detail: { object: { key: 'bank/auszug.xml' } } };

test('an event whose function failed for good waits with its file and fault, is handed over once more, and comes back when that fails too', async () => {
  const { config, lambda } = clients();
  const lost = await queue('lost-bank');
  await failing('BankStatementArrived', lost.arn);
  const failures = sqsFailures([{ source: 'bank', lost: lost.url, call: 'BankStatementArrived' }], config);
  await lambda.send(
    new InvokeCommand({
      FunctionName: 'BankStatementArrived',
      InvocationType: 'Event',
      Payload: Buffer.from(JSON.stringify(STATEMENT)),
    }),
  );
  expect(await arrived(() => failures.waiting('bank'))).toBe(1);
  expect(await failures.look('bank')).toEqual([
    { at: expect.any(String), about: 'bank/auszug.xml', fault: expect.any(String) },
  ]);
  const [taken] = await failures.take('bank', 10);
  if (!taken) throw new Error('nothing was taken');
  expect(taken.event).toEqual(STATEMENT);
  await failures.again('bank', taken);
  expect(await arrived(() => failures.waiting('bank'))).toBe(1);
  expect((await failures.take('bank', 10))[0]?.event).toEqual(STATEMENT);
});

test('a message of a work queue is put back into it', async () => {
  const { config, sqs } = clients();
  const lost = await queue('lost-starts');
  const starts = await queue('starts');
  const lot = { creditor: 'MUS', handOver: 'h1', lot: 3 };
  await sqs.send(new SendMessageCommand({ QueueUrl: lost.url, MessageBody: JSON.stringify(lot) }));
  const failures = sqsFailures([{ source: 'starts', lost: lost.url, put: starts.url }], config);
  const [taken] = await failures.take('starts', 10);
  if (!taken) throw new Error('nothing was taken');
  expect(taken).toMatchObject({ about: 'h1', fault: null });
  await failures.again('starts', taken);
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: starts.url, WaitTimeSeconds: 5 }));
  expect(JSON.parse(Messages?.[0]?.Body ?? '')).toEqual(lot);
  expect(await failures.waiting('starts')).toBe(0);
});
