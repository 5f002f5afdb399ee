import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, diagrams } from '../../tools/diagrams.ts';
import { aslFile } from '../../simulator/engine/machine.ts';

test('the committed pictures are what `npm run diagrams` draws today, and docs/diagrams.md shows each', async () => {
  const drawn = await diagrams();
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(drawn).sort());
  const page = readFileSync(join(FOLDER, '../diagrams.md'), 'utf8');
  for (const [name, svg] of Object.entries(drawn)) {
    expect({ [name]: readFileSync(join(FOLDER, name), 'utf8') === svg }).toEqual({ [name]: true });
    expect(page).toContain(`(diagrams/${name})`);
  }
});

/** The rounded boxes of a picture by their sides. */
const boxesIn = (svg: string) => {
  const rounded = /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="(\d+)"/g;
  return [...svg.matchAll(rounded)].map((found) => {
    const [left = 0, top = 0, width = 0, height = 0, radius = 0] = found.slice(1).map(Number);
    return { left, top, right: left + width, bottom: top + height, radius };
  });
};
test('every state of the machine is in its picture, once, and inside it', async () => {
  const { 'mahnlauf.svg': svg = '' } = await diagrams();
  const [, width = '0', height = '0'] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  for (const name of Object.keys(aslFile().States)) expect(svg.split(`>${name}</text>`)).toHaveLength(2);
  const boxes = boxesIn(svg);
  for (const box of boxes) expect(box.right <= Number(width) && box.bottom <= Number(height)).toBe(true);
  // Pills do not touch one another.
  const pills = boxes.filter(({ radius }) => radius === 15);
  for (const [i, a] of pills.entries())
    for (const b of pills.slice(i + 1))
      expect(a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top).toBe(true);
});
