import { API } from '../contracts/api.ts';
import { asked, pagesOf } from '../contracts/client.ts';
import { mahnwerk } from './command.ts';
import { WINTER, personAt } from './persons.ts';
import { akteAt, refused, type Scene } from './scene.ts';
import { openAccess, renewAccess } from './stage.ts';
import { akteOf } from './told.ts';

/** Whoever phones reads an Akte, and clears none; shut out, they read nothing more, though they are still signed in. */
export const phoneOnly = async (scene: Scene): Promise<void> => {
  const { cloud, outputs } = scene.running;
  const winter = await personAt({ cloud, outputs }, WINTER);
  const path = { akte: akteAt(scene, 'LAD', 0) };
  const { akte } = await winter.call(API.akten.read, { path });
  if (akte !== path.akte) throw new Error(`${path.akte} was asked for, and ${akte} answered`);
  const clarify = asked(API.steering.clarify, { path, body: { reason: 'x' } });
  await refused(scene, 'Telefon erklärt eine Akte für geklärt', 403, winter.tried(clarify));
  await mahnwerk(scene.running, ['team', 'sperren', WINTER.name]);
  const calls = asked(API.calls.list, { path: { creditor: 'LAD' } });
  await refused(scene, 'gesperrte Person der Agentur, noch angemeldet', 403, winter.tried(calls));
};

/**
 * A second way into the API is made, its secret changed while both are taken, and shut again: tokens of the old client
 * and of the shut access still live, and are refused.
 */
export const changeSecret = async (scene: Scene): Promise<void> => {
  const { running } = scene;
  const erp = ['LAD', '--zweck', 'erp'] as const;
  const list = asked(API.akten.list, {});
  const before = await openAccess(running, 'LAD', 'erp');
  const after = await renewAccess(running, 'LAD', 'erp');
  for (const api of [before, after]) await api.call(API.handOvers.list, {});
  await mahnwerk(running, ['zugang', 'erneuern', ...erp, '--fertig']);
  await refused(scene, 'alte Client-ID eines erneuerten Zugangs, Token gilt noch', 403, before.tried(list));
  await mahnwerk(running, ['zugang', 'sperren', ...erp]);
  await refused(scene, 'gesperrter Zugang mit einem Token, das noch gilt', 403, after.tried(list));
};

const SHORT_PAGE = { limit: 5 } as const;
/** A creditor’s program reads its Akten page by page, each once; where its pages begin is nothing to another. */
export const pageByPage = async (scene: Scene): Promise<void> => {
  const { MUS, LAD } = scene.told.apis;
  const read: string[] = [];
  const cursors: string[] = [];
  for await (const { akten, next } of pagesOf(MUS.call)(API.akten.list, { query: SHORT_PAGE })) {
    read.push(...akten);
    if (next !== null) cursors.push(next);
  }
  const own = [...new Set(scene.claims.MUS.map(akteOf))];
  if (read.toSorted().join() !== own.toSorted().join())
    throw new Error(`MUS has ${own.join(', ')}, and its pages list ${read.join(', ')}`);
  const [cursor = ''] = cursors;
  const foreign = asked(API.akten.list, { query: { cursor } });
  await refused(scene, 'Seite aus der Liste eines anderen Gläubigers', 400, LAD.tried(foreign));
};
