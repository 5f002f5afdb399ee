import { argv, stdout } from 'node:process';

/**
 * One run of a hand-over function in a process of its own, as Lambda would run it: the very handler, its settings from
 * the environment, and a life that ends. Arguments: which handler, the event as JSON, how long it lives (ms).
 */
const [name = '', event = '{}', life = '900000'] = argv.slice(2);
const { FINISHING_MS } = await import('../../lambdas/live/hand-over.ts');
const { handler } = (await import(`../../lambdas/events/${name}.ts`)) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>;
};
const end = Date.now() + Number(life) + FINISHING_MS;
const result = await handler(JSON.parse(event), {
  awsRequestId: `scale-${process.pid}`,
  functionName: name,
  getRemainingTimeInMillis: () => end - Date.now(),
});
stdout.write(`${JSON.stringify(result)}\n`);
