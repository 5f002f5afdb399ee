/**
 * Files with rules that have no test of their name, and the test that shows what they do: what lies inside is shown at
 * the door that leads to it, what speaks to AWS on the local cloud. A folder (with its slash) stands for those of its
 * files that have none.
 */
export const PROVED_BY: Readonly<Record<string, string>> = {
  // How facts become an Akte: by what is known of it after them.
  'domain/akte/fold-messages.ts': 'test/domain/akte/messages.test.ts',
  'domain/akte/fold-told.ts': 'test/domain/akte/people.test.ts',
  // What is read of an Akte and its person's others before a call is offered.
  'usecases/dunning/call-moment.ts': 'test/usecases/dunning/same-person-calls.test.ts',
  // Handlers that wire only: the story plays them on the local cloud, with every permission.
  'lambdas/events/': 'test/e2e/story.test.ts',
};
