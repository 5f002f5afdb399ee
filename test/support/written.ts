import { jest } from '@jest/globals';

/** The lines of JSON that a function writes into its log while something runs. */
export const written = async (run: () => unknown): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const lines: string[] = [];
  const keep = (text: unknown): boolean => {
    lines.push(...String(text).split('\n'));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockImplementation(keep));
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
};
