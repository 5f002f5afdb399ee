import { TokenSetting } from '../../config/settings.ts';
import { stageOf } from '../../config/stages.ts';

const pools = {
  machines: 'eu-central-1_Abc123XyZ',
  team: 'eu-central-1_Team00000',
  creditors: 'eu-central-1_Cred00000',
};

describe('keys over http, from the local cloud', () => {
  test('are the demo’s', () => {
    expect(TokenSetting.safeParse({ keys: 'local', pools, stage: 'demo' }).success).toBe(true);
  });
  test.each(['dev', 'prod', undefined])('are no other stage’s: %s', (stage) => {
    expect(TokenSetting.safeParse({ keys: 'local', pools, stage }).success).toBe(false);
  });
  test('are asked for by the demo only', () => {
    expect(['dev', 'prod', 'demo'].filter((name) => stageOf(name).keys === 'local')).toEqual(['demo']);
  });
});

test.each(['dev', 'prod', 'demo'])('on %s who waits for a new account is paid out by the ninth', (name) => {
  const days = stageOf(name).accountWaitDays;
  expect([days > 0, days <= 7]).toEqual([true, true]);
});
