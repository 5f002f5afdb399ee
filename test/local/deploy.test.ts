import { OUTPUTS } from '../../config/outputs.ts';
import { outputsIn } from '../../local/deploy.ts';

/** As `cdk deploy --outputs-file` writes it: beside what a stack says, what other stacks take from it. */
const written = (): Record<string, Record<string, string>> => {
  const file: Record<string, Record<string, string>> = {};
  for (const [name, stack] of Object.entries(OUTPUTS)) {
    const id = `Mahnwerk-demo-${stack}`;
    file[id] = { ...file[id], [name]: `value of ${name}`, [`ExportsOutputRef${stack}17`]: 'x' };
  }
  return file;
};

test('what the demo must know stands together, whichever stack says it, and nothing else with it', () => {
  expect(outputsIn(written())).toEqual(
    Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, `value of ${name}`])),
  );
});

test('a stack that was not deployed is missed by the names of what it says', () => {
  const { 'Mahnwerk-demo-Api': _api, ...rest } = written();
  expect(() => outputsIn(rest)).toThrow(/ApiUrl/);
});
