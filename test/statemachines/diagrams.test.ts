import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, diagrams } from '../../tools/diagrams.ts';
import { aslFile } from '../../simulator/machine.ts';

test('the committed pictures are what `npm run diagrams` draws today, and docs/diagrams.md shows each', async () => {
  const drawn = await diagrams();
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(drawn).sort());
  const page = readFileSync(join(FOLDER, '../diagrams.md'), 'utf8');
  for (const [name, svg] of Object.entries(drawn)) {
    expect({ [name]: readFileSync(join(FOLDER, name), 'utf8') === svg }).toEqual({ [name]: true });
    expect(page).toContain(`(diagrams/${name})`);
  }
});

test('every state of the machine is in its picture, once, and inside it', async () => {
  const { 'mahnlauf.svg': svg = '' } = await diagrams();
  const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  for (const name of Object.keys(aslFile().States)) expect(svg.split(`>${name}</text>`)).toHaveLength(2);
  const boxes = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="(\d+)"/g)].map(
    (m) => m.slice(1).map(Number),
  );
  for (const [x = 0, y = 0, w = 0, h = 0] of boxes)
    expect(x + w <= Number(width) && y + h <= Number(height)).toBe(true);
  // Pills (radius 15) do not touch one another.
  const pills = boxes.filter(([, , , , radius]) => radius === 15);
  for (const [i, [ax = 0, ay = 0, aw = 0, ah = 0]] of pills.entries()) {
    for (const [bx = 0, by = 0, bw = 0, bh = 0] of pills.slice(i + 1))
      expect(ax + aw < bx || bx + bw < ax || ay + ah < by || by + bh < ay).toBe(true);
  }
});
