/**
 * How a POST is safe to repeat, also where its function died between the deed and the answer. Each of them says one of
 * these in its contract; decision 119 says why.
 */
export const AGAIN = {
  entry: 'It adds an entry to an Akte, written in one step with the key; the answer comes out of the log again.',
  named: 'What it makes is named after the key, or after the body: the same name is the same thing.',
  state: 'It says how something shall be from now on: said again, nothing changes.',
  secret: 'As `state`. A secret is told once and kept nowhere: whoever repeats the call is told null in its place.',
  permission:
    'It writes nothing and permits something for some minutes; repeated, it permits it for some minutes more.',
  work: 'It has done again what waits, at least once by its nature; died at, it does again what still waits.',
} as const satisfies Readonly<Record<string, string>>;
export type Again = keyof typeof AGAIN;

/** What of a reply is told once and kept nowhere. */
const SECRETS: readonly string[] = ['clientSecret'];
/** A reply as text, as it is kept for whoever repeats its call; null: it is not kept, the call is answered afresh. */
export const keptOf = (again: Again, reply: unknown): string | null => {
  if (again === 'permission') return null;
  return JSON.stringify(reply, (key, value: unknown) => (SECRETS.includes(key) ? null : value));
};
