import { TokenSetting } from '../../config/settings.ts';
import { stageOf } from '../../config/stages.ts';

const POOL = 'eu-central-1_Abc123XyZ';

describe('keys over http, from the local cloud', () => {
  test('are the demo’s', () => {
    expect(TokenSetting.safeParse({ keys: 'local', userPoolId: POOL, stage: 'demo' }).success).toBe(true);
  });
  test.each(['dev', 'prod', undefined])('are no other stage’s: %s', (stage) => {
    expect(TokenSetting.safeParse({ keys: 'local', userPoolId: POOL, stage }).success).toBe(false);
  });
  test('are asked for by the demo only', () => {
    expect(['dev', 'prod', 'demo'].filter((name) => stageOf(name).keys === 'local')).toEqual(['demo']);
  });
});
