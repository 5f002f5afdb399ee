import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const REPLIES: Readonly<Record<string, string>> = {
  SendRawEmail:
    '<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m1</MessageId></SendRawEmailResult></SendRawEmailResponse>',
  Publish:
    '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>m2</MessageId></PublishResult></PublishResponse>',
};

/** SES and SNS on this machine, for the tests of one file: they take what they are sent, and answer as they do. */
export const takesForms = () => {
  let server: Server;
  const taken: URLSearchParams[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
        taken.push(body);
        response.writeHead(200, { 'content-type': 'text/xml' }).end(REPLIES[body.get('Action') ?? '']);
      });
    });
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
  });
  afterAll(
    () =>
      new Promise((done) => {
        server.close(done);
      }),
  );
  beforeEach(() => {
    taken.splice(0);
  });
  return {
    taken,
    config: () => ({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    }),
  };
};
