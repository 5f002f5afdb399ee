import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterXpress } from '../../../adapters/post/letterxpress.ts';
import { MessageReference } from '../../../domain/ids.ts';
import { startPrintHouse, type PrintHouse } from '../../../local/print-house.ts';

let house: PrintHouse;
beforeEach(async () => {
  house = await startPrintHouse({ port: 0, folder: mkdtempSync(join(tmpdir(), 'letters-')), apikey: 'key' });
});
afterEach(() => house.close());
const post = (more: { apikey?: string; timeoutMs?: number } = {}) =>
  letterXpress({ baseUrl: `${house.url}/v3`, username: 'u', apikey: 'key', mode: 'test', ...more });
const letter = (reference: string, content = '%PDF-1.4\n%%EOF\n') => ({
  reference: MessageReference.parse(reference),
  to: '',
  text: '',
  pdf: new TextEncoder().encode(content),
});

test('a letter is taken and found again by our reference', async () => {
  expect(await post().send(letter('A-1'))).toEqual({ outcome: 'accepted', providerId: '1' });
  expect(await post().outcome(MessageReference.parse('A-1'))).toEqual({ outcome: 'accepted', providerId: '1' });
  expect(await post().outcome(MessageReference.parse('A-2'))).toEqual({ outcome: 'absent' });
});
test('wrong keys and files that are no PDF are refused with the reason', async () => {
  expect(await post({ apikey: 'wrong' }).send(letter('A'))).toEqual({
    outcome: 'refused',
    reason: 'Zugangsdaten ungültig',
  });
  expect(await post().send(letter('A', 'hello'))).toEqual({ outcome: 'refused', reason: 'Die Datei ist kein PDF' });
});
test('a busy house took nothing: try again later', async () => {
  house.fail('busy');
  await expect(post().send(letter('A'))).rejects.toMatchObject({ name: 'Unavailable' });
});
test('nobody at home took nothing', async () => {
  const gone = post();
  await house.close();
  await expect(gone.send(letter('A'))).rejects.toMatchObject({ name: 'Unavailable' });
});
test.each(['lost-answer', 'hang'] as const)(
  '%s: whether it was taken is open, and looking it up says so',
  async (fault) => {
    house.fail(fault);
    const failed = await post({ timeoutMs: 300 })
      .send(letter('A'))
      .catch((error: unknown) => error as Error);
    expect(failed).toBeInstanceOf(Error);
    expect((failed as Error).name).not.toBe('Unavailable');
    expect(await post().outcome(MessageReference.parse('A'))).toMatchObject({ outcome: 'accepted' });
  },
);
test('failed before taking: looking it up says absent', async () => {
  house.fail('failed-before');
  await expect(post().send(letter('A'))).rejects.toMatchObject({ name: 'Error' });
  expect(await post().outcome(MessageReference.parse('A'))).toEqual({ outcome: 'absent' });
});
