import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { startCloud, type Cloud } from '../../local/cloud.ts';

/** A local cloud for the tests of one file, in a folder of its own that is gone afterwards. */
export const aCloud = (): { cloud: () => Cloud } => {
  let cloud: Cloud | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
    cloud = await startCloud({ folder });
  });
  afterAll(async () => {
    await cloud?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    cloud: () => {
      if (!cloud) throw new Error('the cloud is not running');
      return cloud;
    },
  };
};
