import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { VerifyDomainIdentityCommand, SESClient } from '@aws-sdk/client-ses';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { dynamoPeople } from '../../adapters/dynamodb/people.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoCreditors } from '../../adapters/dynamodb/creditors.ts';
import { dynamoKeptRequests } from '../../adapters/dynamodb/kept-requests.ts';
import { dynamoProposals } from '../../adapters/dynamodb/proposals.ts';
import {
  dynamoBankLines,
  dynamoHandOvers,
  dynamoMailLog,
  dynamoOnce,
  dynamoPayouts,
} from '../../adapters/dynamodb/stores.ts';
import { entryKey } from '../../adapters/dynamodb/table.ts';
import { UPLOAD_LIMITS, s3Archive, s3Uploads } from '../../adapters/s3/archive.ts';
import { envelopeSender, referenceOf, sesPost } from '../../adapters/ses/mailer.ts';
import { snsSms } from '../../adapters/sns/sms.ts';
import { AkteId, MessageReference, ProviderId } from '../../domain/ids.ts';
import { awsConfig, upload } from '../../local/client.ts';
import { aCloud, createTable } from '../support/cloud.ts';
import { aktenContract, bankLinesContract } from '../support/akten-contracts.ts';
import { creditorsContract, mandatesListedContract } from '../support/creditor-contracts.ts';
import { keptRequestsContract } from '../support/request-contracts.ts';
import { proposalsContract, proposalsWrittenContract } from '../support/proposal-contracts.ts';
import {
  archiveContract,
  handOversContract,
  lotsContract,
  onceContract,
  payoutsContract,
  peopleContract,
} from '../support/contracts.ts';

const { cloud } = aCloud();
const open = () => openTable('Table', awsConfig(cloud()));
const akten = () => dynamoAkten(open(), () => new Date(0));

beforeAll(async () => {
  await createTable(cloud());
  await new S3Client(awsConfig(cloud())).send(
    new CreateBucketCommand({ Bucket: 'archive', CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
  );
  await new SESClient(awsConfig(cloud())).send(new VerifyDomainIdentityCommand({ Domain: 'agency.example.com' }));
});

describe('Akten on DynamoDB', () => {
  aktenContract(akten);
});
describe('lines of statements on DynamoDB', () => {
  bankLinesContract(() => ({ akten: akten(), bankLines: dynamoBankLines(open()) }));
});
describe('calls with a key on DynamoDB', () => {
  keptRequestsContract(() => ({ akten: akten(), keptRequests: dynamoKeptRequests(open()) }));
});
describe('mandates on DynamoDB', () => {
  creditorsContract(() => dynamoCreditors(open()));
  mandatesListedContract(() => dynamoCreditors(open()));
});
describe('proposals on DynamoDB', () => {
  const stores = () => ({ creditors: dynamoCreditors(open()), proposals: dynamoProposals(open()) });
  proposalsContract(stores);
  proposalsWrittenContract(stores);
});
describe('markers on DynamoDB', () => {
  onceContract(() => dynamoOnce(open()));
});
describe('people on DynamoDB', () => {
  peopleContract(() => dynamoPeople(open()));
});
describe('payouts on DynamoDB', () => {
  payoutsContract(() => dynamoPayouts(open()));
});
describe('hand-overs on DynamoDB', () => {
  handOversContract(() => dynamoHandOvers(open()));
  lotsContract(() => dynamoHandOvers(open()));
});
describe('the archive on S3', () => {
  archiveContract(() => s3Archive('archive', awsConfig(cloud())));
});

test('the log is a chain that nobody checked: a changed entry is found', async () => {
  const table = open();
  const id = AkteId.parse('MUS-0000-0001');
  const verify = () => dynamoAkten(table, () => new Date()).verify(id);
  expect(await verify()).toEqual({ acts: expect.any(Number), brokenAt: null });
  expect((await verify()).acts).toBeGreaterThan(1);
  await table.client.send(
    new UpdateCommand({
      TableName: 'Table',
      Key: entryKey(id, 2),
      UpdateExpression: 'SET #by = :x',
      ExpressionAttributeNames: { '#by': 'by' },
      ExpressionAttributeValues: { ':x': 'somebody else' },
    }),
  );
  expect(await verify()).toMatchObject({ brokenAt: 2 });
});

test('a mail is accepted by SES and found again by our reference once SES has reported it', async () => {
  const log = dynamoMailLog(open());
  const post = sesPost(
    { domain: 'agency.example.com', name: 'Agentur', replyTo: 'service@agency.example.com' },
    log,
    awsConfig(cloud()),
  );
  const sent = await post.send({
    reference: MessageReference.parse('MUS-0000-0001-M1-1-email'),
    to: 'erika@example.com',
    subject: 'Größe',
    text: 'Guten Tag',
    pdf: new Uint8Array([37, 80, 68, 70]),
    pdfName: 'Brief.pdf',
  });
  expect(sent).toMatchObject({ outcome: 'accepted' });
  expect(await post.outcome(MessageReference.parse('MUS-0000-0001-M1-1-email'))).toEqual({ outcome: 'unknown' });
  await log.save(MessageReference.parse('MUS-0000-0001-M1-1-email'), ProviderId.parse('ses-1'));
  expect(await post.outcome(MessageReference.parse('MUS-0000-0001-M1-1-email'))).toEqual({
    outcome: 'accepted',
    providerId: 'ses-1',
  });
  expect(referenceOf(envelopeSender('agency.example.com', MessageReference.parse('MUS-0000-0001-M1-1-email')))).toBe(
    'MUS-0000-0001-M1-1-email',
  );
});

test("a text goes out by SNS under the agency's name", async () => {
  expect(
    await snsSms('Agentur', awsConfig(cloud())).send({
      reference: MessageReference.parse('r'),
      to: '+4915110000001',
      text: 'Guten Tag',
    }),
  ).toMatchObject({ outcome: 'accepted' });
});

describe('a permission to upload', () => {
  const permit = () => s3Uploads('archive', awsConfig(cloud())).list('handover/MUS/u1/liste.csv');
  const content = new TextEncoder().encode('Kundennummer;Betrag');
  test('takes one file to its key', async () => {
    expect(await upload(cloud(), await permit(), content)).toBe(204);
    expect(await s3Archive('archive', awsConfig(cloud())).get('handover/MUS/u1/liste.csv')).toEqual(content);
  });
  test('refuses another key', async () => {
    const { url, fields } = await permit();
    expect(await upload(cloud(), { url, fields: { ...fields, key: 'handover/STW/u1/liste.csv' } }, content)).toBe(403);
  });
  test('refuses an empty file and one over the limit', async () => {
    expect(await upload(cloud(), await permit(), new Uint8Array())).toBe(400);
    const workbook = await s3Uploads('archive', awsConfig(cloud())).list('handover/MUS/u1/liste.xlsx', 'xlsx');
    expect(await upload(cloud(), workbook, new Uint8Array(UPLOAD_LIMITS.xlsx + 1))).toBe(400);
  });
});
