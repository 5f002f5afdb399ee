import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { startCloud, type Cloud } from '../../local/cloud.ts';

/** It comes up and goes down in its own time; a busy machine is no failure. */
const HOUR = 3_600_000;

/** A local cloud for the tests of one file, in a folder of its own that is gone afterwards. */
export const aCloud = (): { cloud: () => Cloud } => {
  let cloud: Cloud | undefined;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mahnwerk-'));
    cloud = await startCloud({ folder });
  }, HOUR);
  afterAll(async () => {
    await cloud?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, HOUR);
  return {
    cloud: () => {
      if (!cloud) throw new Error('the cloud is not running');
      return cloud;
    },
  };
};
