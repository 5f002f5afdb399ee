import { join } from 'node:path';
import { playPermissions } from '../../local/permissions.ts';

const folder = join(import.meta.dirname, '../../out/e2e-iam');

test('with every permission enforced the story runs; with one taken away it does not', async () => {
  const seen = await playPermissions({ folder, say: () => undefined });
  expect(seen.whole.filter((c) => !c.ok)).toEqual([]);
  expect(seen.swept).toMatchObject({ restarted: 1, failed: 0, finished: true });
  expect(seen.doneAgain).toHaveLength(1);
  expect(seen.withoutPermission).toMatch(/not authorized to perform: s3:PutObject/);
});
