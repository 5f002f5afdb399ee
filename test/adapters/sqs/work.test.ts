import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { sqsWork } from '../../../adapters/sqs/work.ts';
import { HandOverId } from '../../../domain/ids.ts';
import { CreditorId } from '../../../domain/parties/parties.ts';

const client = mockClient(SQSClient);
const work = sqsWork({ handOvers: 'http://q/1/hand-overs', starts: 'http://q/1/starts' }, { region: 'eu-central-1' });
const creditor = CreditorId.parse('MUS');
const sent = () =>
  client
    .commandCalls(SendMessageCommand)
    .map((call) => call.args[0].input)
    .map(({ QueueUrl, MessageBody = '' }) => [QueueUrl, JSON.parse(MessageBody) as unknown]);
beforeEach(() => {
  client.reset();
  client.on(SendMessageCommand).resolves({});
});

test('a hand-over that goes on is one message of its queue', async () => {
  const upload = { creditor, id: HandOverId.parse('h1'), key: 'handover/MUS/h1/liste.csv' };
  await work.goOn(upload);
  expect(sent()).toEqual([['http://q/1/hand-overs', upload]]);
});
test('each lot is a message of the other one; one that is not taken is told', async () => {
  const lots = Array.from({ length: 25 }, (_, i) => ({ creditor, handOver: HandOverId.parse('h1'), lot: i + 1 }));
  await work.startLots(lots);
  expect(sent()).toEqual(lots.map((lot) => ['http://q/1/starts', lot]));
  client.on(SendMessageCommand).rejects(new Error('x'));
  await expect(work.startLots(lots.slice(0, 1))).rejects.toThrow('x');
});
