/**
 * Files with rules that have no test of their name, and the test that shows what they do: what lies inside is shown at
 * the door that leads to it, what speaks to AWS on the local cloud. A folder (with its slash) stands for those of its
 * files that have none.
 */
export const PROVED_BY: Readonly<Record<string, string>> = {
  // How facts become an Akte: by what is known of it after them.
  'domain/akte/fold-messages.ts': 'test/domain/akte/messages.test.ts',
  'domain/akte/fold-told.ts': 'test/domain/akte/people.test.ts',
  // Handlers that wire only: the story plays them on the local cloud, with every permission.
  'lambdas/events/': 'test/e2e/story.test.ts',
  'lambdas/middleware/each-call.ts': 'test/adapters/clock.test.ts',
  'lambdas/middleware/observed.ts': 'test/lambdas/middleware/task.test.ts',
  // What every change of an Akte goes through, and what is decided there.
  'usecases/akte/next.ts': 'test/statemachines/dunning.test.ts',
  'usecases/akte/answer-query.ts': 'test/usecases/hand-over/complete-claims.test.ts',
  'usecases/akte/review-suggestions.ts': 'test/usecases/akte/find-similar-debtors.test.ts',
  // How an Akte is shown: as the command and the API show it.
  'usecases/akte/akte-shown.ts': 'test/usecases/akte/ways-on.test.ts',
  'usecases/akte/read-akte.ts': 'test/usecases/akte/ways-on.test.ts',
  'usecases/akte/statement-shown.ts': 'test/usecases/akte/ways-on.test.ts',
  // The tasks of the state machine, played in it.
  'usecases/dunning/draft-message.ts': 'test/usecases/dunning/send-message.test.ts',
  'usecases/dunning/hand-to-collection.ts': 'test/statemachines/receivables.test.ts',
  'usecases/dunning/not-known-yet.ts': 'test/usecases/dunning/send-message.test.ts',
  'usecases/dunning/steps.ts': 'test/statemachines/dunning.test.ts',
  // Money in, from the statement to the payout.
  'usecases/payments/book-bank-statement.ts': 'test/usecases/payments/payments-and-payout.test.ts',
};
