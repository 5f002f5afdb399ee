import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { Readable } from 'node:stream';
import { UPLOAD_LIMITS, s3Archive, s3Downloads, s3Uploads } from '../../../adapters/s3/archive.ts';

const client = mockClient(S3Client);
const CONFIG = { region: 'eu-central-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } };
const archive = s3Archive('bucket', CONFIG);
const notThere = new NoSuchKey({ message: 'x', $metadata: {} });
/** As much of the SDK's stream as is used. */
const body = (text: string) =>
  Object.assign(Readable.from([Buffer.from(text)]), {
    transformToByteArray: async () => new TextEncoder().encode(text),
  }) as never;
beforeEach(() => client.reset());

test('a file is read whole, or as it comes with its size', async () => {
  client.on(GetObjectCommand).callsFake(() => ({ Body: body('abc'), ContentLength: 3 }));
  expect(new TextDecoder().decode(await archive.get('k'))).toBe('abc');
  const { size, bytes } = await archive.open('k');
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  expect([size, Buffer.concat(pieces).toString()]).toEqual([3, 'abc']);
});
test('one that is not there is named, and so is one that is empty', async () => {
  client.on(GetObjectCommand).rejects(notThere);
  for (const read of [archive.get, archive.open])
    await expect(read('k')).rejects.toMatchObject({ name: 'NotFound', message: 'Es gibt keine Datei k.' });
  client.on(GetObjectCommand).resolves({});
  for (const read of [archive.get, archive.open])
    await expect(read('k')).rejects.toMatchObject({ name: 'NotFound', message: 'Die Datei k ist leer.' });
});
test('a line that breaks while the file is on its way is Unavailable', async () => {
  const broken = { transformToByteArray: () => Promise.reject(Object.assign(new Error('x'), { code: 'ECONNRESET' })) };
  client.on(GetObjectCommand).resolves({ Body: broken as never });
  await expect(archive.get('k')).rejects.toMatchObject({ name: 'Unavailable' });
});

test('whether a file is there is asked by listing: one that only begins so is another', async () => {
  client.on(GetObjectCommand).callsFake(() => ({ Body: body('abc') }));
  client
    .on(ListObjectsV2Command)
    .resolvesOnce({ Contents: [{ Key: 'k.pdf' }] })
    .resolvesOnce({})
    .resolves({
      Contents: [{ Key: 'k' }],
    });
  expect([await archive.find('k'), await archive.find('k')]).toEqual([null, null]);
  expect(new TextDecoder().decode((await archive.find('k')) ?? undefined)).toBe('abc');
});

test('a file is put with its type; one that is written piece by piece, too', async () => {
  client.on(PutObjectCommand).resolves({});
  await archive.put('a', 'text', 'text/csv');
  const pieces = async function* () {
    yield 'Ü';
    yield 'b';
  };
  await archive.write('b', pieces(), 'text/plain');
  const inputs = client.commandCalls(PutObjectCommand).map((call) => call.args[0].input);
  expect(inputs).toMatchObject([
    { Bucket: 'bucket', Key: 'a', Body: 'text', ContentType: 'text/csv' },
    { Bucket: 'bucket', Key: 'b', ContentType: 'text/plain' },
  ]);
});

test.each([
  ['csv', 'text/csv'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const)(
  'a list as %s may be laid under its own key, with its own type, and not larger than it may be',
  async (format, type) => {
    const { fields } = await s3Uploads('bucket', CONFIG).list('handover/MUS/u1/liste', format);
    const policy = JSON.parse(Buffer.from(fields['Policy'] ?? '', 'base64').toString()) as { conditions: unknown[] };
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, UPLOAD_LIMITS[format]],
        ['eq', '$Content-Type', type],
        { key: 'handover/MUS/u1/liste' },
      ]),
    );
  },
);
test('an address of a file holds for ten minutes', async () => {
  const address = new URL(await s3Downloads('bucket', CONFIG).of('payouts/2026-03.pdf'));
  expect([address.pathname, address.searchParams.get('X-Amz-Expires')]).toEqual(['/payouts/2026-03.pdf', '600']);
});
