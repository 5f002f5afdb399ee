import type { Handler } from '../../lib/constructs/handler.ts';

/** What a deployment puts in where a stack can only say where it comes from. */
const GIVEN: Readonly<Record<string, string>> = {
  STATE_MACHINE_ARN: 'arn:aws:states:eu-central-1:1:stateMachine:x',
  HAND_OVER_QUEUE: 'https://sqs.example.com/1/q',
  START_QUEUE: 'https://sqs.example.com/1/q',
  TOKENS:
    '{"keys":"cognito","pools":{"machines":"eu-central-1_Abc123XyZ","team":"eu-central-1_Team00000","creditors":"eu-central-1_Cred00000"}}',
  FAILURES: '[{"source":"bank","lost":"https://sqs.example.com/1/q","call":"f"}]',
};
const TOKEN = /\$\{Token\[[^\]]*\]\}/g;

/** The settings of a function as it would be started with. */
export const settingsOf = ({ settings }: Pick<Handler, 'settings'>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, GIVEN[name] ?? value.replace(TOKEN, 'given-at-deploy')]),
  );
