import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';

/** What the next orders should suffer: as providers fail in life. */
const Fault = z.object({ kind: z.enum(['busy', 'lost-answer', 'failed-before', 'hang']), times: z.int().positive() });
const Auth = z.object({ username: z.string(), apikey: z.string(), mode: z.enum(['test', 'live']) });
const Order = z.object({
  auth: Auth,
  letter: z.object({
    base64_file: z.base64(),
    base64_file_checksum: z.string(),
    filename_original: z.string().regex(/\.pdf$/),
    specification: z.object({ color: z.enum(['1', '4']), mode: z.enum(['simplex', 'duplex']), shipping: z.string() }),
  }),
});
type Job = Readonly<{ id: number; filename_original: string; status: 'queue'; bytes: number }>;

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};
const reply = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** Why an order is refused, or the PDF in it. Checks what the real one checks: form, checksum, that it is a PDF. */
const pdfOf = (order: unknown): Buffer | string => {
  const parsed = Order.safeParse(order);
  if (!parsed.success) return z.prettifyError(parsed.error);
  const { base64_file, base64_file_checksum } = parsed.data.letter;
  if (createHash('md5').update(base64_file).digest('hex') !== base64_file_checksum)
    return 'Prüfsumme der Datei stimmt nicht';
  const pdf = Buffer.from(base64_file, 'base64');
  return pdf.subarray(0, 5).toString() === '%PDF-' && pdf.includes('%%EOF') ? pdf : 'Die Datei ist kein PDF';
};

type FaultKind = z.infer<typeof Fault>['kind'];
/** What the house holds: the orders it took, the PDFs in a folder, and what the next orders should suffer. */
const aHouse = (folder: string) => {
  let jobs: Job[] = [];
  const faults: FaultKind[] = [];
  return {
    jobs: (): readonly Job[] => jobs,
    take: (name: string, pdf: Buffer): Job => {
      const job: Job = { id: jobs.length + 1, filename_original: name, status: 'queue', bytes: pdf.length };
      jobs.push(job);
      writeFileSync(join(folder, name.replaceAll('/', '_')), pdf);
      return job;
    },
    nextFault: (): FaultKind | undefined => faults.shift(),
    fail: (kind: FaultKind, times: number): void => {
      faults.push(...Array<FaultKind>(times).fill(kind));
    },
    reset: (): void => {
      jobs = [];
      faults.length = 0;
    },
  };
};
type House = ReturnType<typeof aHouse>;
type Handled = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void;

const taking =
  (house: House, apikey: string): Handled =>
  async (request, response) => {
    const fault = house.nextFault();
    if (fault === 'busy') return reply(response, 503, { message: 'Wartung' });
    if (fault === 'failed-before') return reply(response, 500, { message: 'Interner Fehler' });
    const body = JSON.parse(await read(request)) as unknown;
    if (Auth.safeParse(z.object({ auth: z.unknown() }).parse(body).auth).data?.apikey !== apikey)
      return reply(response, 401, { message: 'Zugangsdaten ungültig' });
    const pdf = pdfOf(body);
    if (typeof pdf === 'string') return reply(response, 400, { message: pdf });
    const job = house.take(Order.parse(body).letter.filename_original, pdf);
    if (fault === 'hang') return;
    return fault === 'lost-answer'
      ? reply(response, 500, { message: 'Interner Fehler' })
      : reply(response, 200, { status: 200, message: 'OK', data: job });
  };
const listing =
  (house: House): Handled =>
  async (request, response, url) => {
    await read(request);
    const name = url.searchParams.get('filename');
    reply(response, 200, { data: house.jobs().filter((j) => j.filename_original === (name ?? j.filename_original)) });
  };
/** What only tests ask, by any method. */
const backdoors = (house: House): Readonly<Record<string, Handled>> => ({
  '/_print-house/jobs': (_, response) => reply(response, 200, house.jobs()),
  '/_print-house/faults': async (request, response) => {
    const { kind, times } = Fault.parse(JSON.parse(await read(request)));
    house.fail(kind, times);
    reply(response, 200, {});
  },
  '/_print-house/reset': (_, response) => {
    house.reset();
    reply(response, 200, {});
  },
});
const doorsOf = (house: House, apikey: string): ((method: string, path: string) => Handled | undefined) => {
  const orders: Readonly<Record<string, Handled>> = { POST: taking(house, apikey), GET: listing(house) };
  const others = backdoors(house);
  return (method, path) => (path === '/v3/printjobs' ? orders[method] : others[path]);
};

/**
 * A print house like LetterXpress on one machine: checks each order, keeps its PDF, and lists what it took. Twice the
 * same letter stays twice: tests count.
 */
export const startPrintHouse = async (of: { port: number; folder: string; apikey: string }) => {
  mkdirSync(of.folder, { recursive: true });
  const house = aHouse(of.folder);
  const doorFor = doorsOf(house, of.apikey);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const door = doorFor(request.method ?? '', url.pathname);
    return door ? door(request, response, url) : reply(response, 404, { message: 'unbekannt' });
  };
  const server = createServer(
    (request, response) =>
      void answer(request, response).catch((error: unknown) => {
        reply(response, 400, { message: String(error) });
      }),
  );
  await new Promise<void>((resolve) => server.listen(of.port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : of.port}`,
    jobs: house.jobs,
    fail: (kind: FaultKind, times = 1) => {
      house.fail(kind, times);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
};
export type PrintHouse = Awaited<ReturnType<typeof startPrintHouse>>;
