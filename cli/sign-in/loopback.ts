import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { signInAddress } from '../../config/sign-in.ts';
import { Misuse } from '../misuse.ts';
import type { Answer } from './attempt.ts';

const HEADERS = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', connection: 'close' };
const page = (response: ServerResponse, status: number, words: string): void => {
  response
    .writeHead(status, HEADERS)
    .end(`<!doctype html><html lang="de"><title>Mahnwerk</title><p>${words}</p></html>`);
};

const listensOn = async (server: Server, port: number): Promise<boolean> => {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  }
};
/** Listens on this machine only, on the first port that is free. */
const listening = async (server: Server, ports: readonly number[]): Promise<number> => {
  for (const port of ports) {
    if (!(await listensOn(server, port))) continue;
    const address = server.address();
    if (typeof address === 'object' && address !== null) return address.port;
  }
  throw new Misuse(`Zum Anmelden muss einer der Ports ${ports.join(', ')} frei sein; alle sind belegt.`);
};

type Waiting = Readonly<{
  ports: readonly number[];
  /** What a call of the page, by its path, tells. */
  read: (path: string) => Answer;
  /** Is told where the page must send its answer. */
  ready: (back: string) => Promise<void> | void;
  giveUpAfterMs: number;
}>;

/**
 * The code that the sign-in page sends back, and the address it was sent to. Calls that are no answer to this try are
 * refused and waited past. Throws Misuse where the page refuses, or nobody signs in.
 */
export const awaitedCode = async (of: Waiting): Promise<Readonly<{ code: string; back: string }>> => {
  const server = createServer();
  try {
    const back = signInAddress(await listening(server, of.ports));
    const code = new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Misuse('Es hat sich niemand angemeldet. Bitte noch einmal: mahnwerk anmelden'));
      }, of.giveUpAfterMs);
      late.unref();
      server.on('request', ({ url = '/' }, response) => {
        const answer = of.read(url);
        if (answer === null) {
          page(response, 400, 'Diese Antwort gehört zu keiner Anmeldung, auf die hier gewartet wird.');
          return;
        }
        clearTimeout(late);
        if ('code' in answer) {
          page(response, 200, 'Sie sind angemeldet. Dieses Fenster kann geschlossen werden.');
          resolve(answer.code);
          return;
        }
        page(response, 403, 'Die Anmeldung wurde abgelehnt. Dieses Fenster kann geschlossen werden.');
        reject(new Misuse(`Die Anmeldung wurde abgelehnt (${answer.refused}).`));
      });
    });
    const [told] = await Promise.all([code, of.ready(back)]);
    return { code: told, back };
  } finally {
    server.close();
  }
};
