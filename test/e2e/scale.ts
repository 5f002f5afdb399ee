/**
 * A long list through S3, the hand-over functions and DynamoDB on the local cloud; the functions run as processes that
 * are killed at random moments and resumed as AWS would resume them. Executions are started at a paced fake: one thread
 * per open Wait is more than the local cloud has. `node test/e2e/scale.ts [--rows 100000] [--seed 1]`; ends with `N
 * passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, exit, stdout } from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { VerifyDomainIdentityCommand, SESClient } from '@aws-sdk/client-ses';
import { dynamoAkten } from '../../adapters/dynamodb/akten.ts';
import { openTable } from '../../adapters/dynamodb/client.ts';
import { dynamoCreditors } from '../../adapters/dynamodb/creditors.ts';
import { dynamoHandOvers } from '../../adapters/dynamodb/stores.ts';
import { paced } from '../../adapters/sfn/pacing.ts';
import { stageOf } from '../../config/stages.ts';
import { creditorFrom } from '../../cli/check/mandate.ts';
import { Unavailable } from '../../domain/faults.ts';
import { HandOverId } from '../../domain/ids.ts';
import { CreditorId } from '../../domain/parties/parties.ts';
import { awsConfig } from '../../local/client.ts';
import { startCloud } from '../../local/cloud.ts';
import { firstVersion } from '../../simulator/agency/stores.ts';
import { LOT_ROWS } from '../../domain/intake/hand-over.ts';
import { createTable } from '../support/cloud.ts';
import { startLot } from '../../usecases/hand-over/start-lot.ts';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
});
const ROWS = Number(values.rows);
const QUOTA = 2_000;
let seed = Number(values.seed);
/** Park–Miller: the same seed kills at the same moments. */
const random = (): number => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed / 2_147_483_647;
};
const say = (text: string): void => {
  stdout.write(`${((Date.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}\n`);
};
const started = Date.now();
const MUS = CreditorId.parse('MUS');
const ID = '2026-03-02-scale';
const KEY = 'handover/MUS/2026-03-02-scale/liste.csv';

/**
 * Every 50th row is refused, every 100th is a duplicate of the row before; a customer has two rows, and every
 * thousandth row belongs to one customer of many.
 */
const list = (): string =>
  [
    'Kundennummer;Rechnungsnummer;Rechnungsdatum;Hauptforderung;Anrede;Vorname;Nachname;Straße;PLZ;Ort;E-Mail',
    ...Array.from({ length: ROWS }, (_, i) => {
      const n = i % 100 === 99 ? i - 1 : i;
      const customer = n >> 1;
      const ofMany = n % 1000 === 0;
      const amount = i % 50 === 7 ? '1.234' : `${(n % 900) + 10},50`;
      const address = `Musterweg ${customer % 200};44135;Dortmund;kunde${customer}@example.com`;
      const invoice = `${ofMany ? 'K-VIELE' : `K-${customer}`};RE-${n};05.01.2026;${amount}`;
      return `${invoice};Frau;Erika;${ofMany ? 'Viele' : 'Beispiel'};${address}`;
    }),
  ].join('\r\n');
const REJECTED = Math.floor((ROWS + 42) / 50);
const DUPLICATES = Math.floor(ROWS / 100);

const folder = mkdtempSync(join(tmpdir(), 'mahnwerk-scale-'));
const cloud = await startCloud({ folder });
const aws = awsConfig(cloud);
const dynamo = new DynamoDBClient(aws);
const s3 = new S3Client(aws);
const sqs = new SQSClient(aws);
const failures: string[] = [];
let passed = 0;
const expect = (what: string, ok: boolean, detail: string): void => {
  if (ok) passed++;
  else failures.push(what);
  say(`${ok ? '✓' : '✗'} ${what}: ${detail}`);
};

const handOvers = dynamoHandOvers(openTable('Table', aws));
/**
 * How many lots of the hand-over stand in the table: how far it has come, on any machine. They are written in order,
 * and none ever goes.
 */
let written = 0;
const lotsWritten = async (): Promise<number> => {
  while (await handOvers.findLot(MUS, HandOverId.parse(ID), written + 1)) written++;
  return written;
};

const queue = async (name: string): Promise<string> =>
  (await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: { VisibilityTimeout: '60' } }))).QueueUrl ?? '';
const receive = async (url: string): Promise<{ body: string; done: () => Promise<void> }[]> => {
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }));
  return (Messages ?? []).map((m) => ({
    body: m.Body ?? '',
    done: async () => {
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: m.ReceiptHandle ?? '' }));
    },
  }));
};

/**
 * When a run is killed: a random moment after so many lots have been written, so that it hits a fast machine and a slow
 * one alike.
 */
type Death = Readonly<{ lots: number; afterMs: number }>;

/** One run of a handler: its event, how long it may live (ms), when it is killed, and its settings. */
type Run = Readonly<{
  name: string;
  event: unknown;
  life: number;
  death: Death | null;
  environment: Readonly<Record<string, string>>;
}>;
/** Runs a handler; at its death it is killed for real, wherever it is. True where it came to its end. */
const run = async ({ name, event, life, death, environment }: Run): Promise<boolean> => {
  const child = spawn(
    execPath,
    [join(import.meta.dirname, 'scale-worker.ts'), name, JSON.stringify(event), String(life)],
    { env: { ...process.env, ...cloud.environment, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const isOver = new AbortController();
  const ended = new Promise<boolean>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      isOver.abort();
      if (code === 0) resolve(true);
      else if (signal === 'SIGKILL') resolve(false);
      else reject(new Error(`the function ended with ${code}`));
    });
  });
  const die = async ({ lots, afterMs }: Death): Promise<void> => {
    while (!isOver.signal.aborted && (await lotsWritten()) < lots) await pause(50);
    await pause(afterMs);
    child.kill('SIGKILL');
  };
  const [whole] = await Promise.all([ended, death ? die(death) : null]);
  return whole;
};

const furnish = async (): Promise<Record<string, string>> => {
  await createTable(cloud);
  await s3.send(
    new CreateBucketCommand({ Bucket: 'filing', CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
  );
  const stage = stageOf('prod');
  await new SESClient(aws).send(new VerifyDomainIdentityCommand({ Domain: stage.mailDomain }));
  const mandate = creditorFrom({
    id: 'MUS',
    name: 'Musterversand GmbH',
    contractSubject: 'Warenlieferung',
    contractDateIsInvoiceDate: true,
  });
  await dynamoCreditors(openTable('Table', aws)).append(firstVersion(mandate));
  return {
    TABLE_NAME: 'Table',
    BUCKET_NAME: 'filing',
    // A calendar that nobody turns: the list is as old in ten years as it is today.
    CLOCK: JSON.stringify({ kind: 'turned', start: '2026-03-02', msPerDay: 1000, table: 'Table' }),
    AGENCY: JSON.stringify(stage.agency),
    MAIL_DOMAIN: stage.mailDomain,
    HAND_OVER_QUEUE: await queue('hand-overs'),
    START_QUEUE: await queue('starts'),
  };
};

/**
 * Delivers the upload's event until the function has come to an end, then what it left in its queue; kills it at random
 * on the way.
 */
const takeIn = async (environment: Record<string, string>): Promise<{ kills: number; runs: number }> => {
  let kills = 0;
  let runs = 0;
  const life = Math.max(2_000, ROWS / 3);
  const most = Math.min(12, 2 + Math.floor(ROWS / 8_000));
  const nextDeath = async (): Promise<Death | null> => {
    const left = Math.ceil(ROWS / LOT_ROWS) - (await lotsWritten()) - 1;
    if (left <= 0 || kills >= most || random() >= 0.8) return null;
    return {
      lots: written + Math.floor(random() * Math.min(left, (2 * left) / (most - kills))),
      afterMs: random() * 200,
    };
  };
  const deliver = async (name: string, event: unknown): Promise<void> => {
    for (let ended = false; !ended; runs++) {
      ended = await run({ name, event, life, death: await nextDeath(), environment });
      if (!ended) kills++;
    }
  };
  await deliver('hand-over-arrived', { detail: { object: { key: KEY } } });
  for (
    let left = await receive(environment['HAND_OVER_QUEUE'] ?? '');
    left.length > 0;
    left = await receive(environment['HAND_OVER_QUEUE'] ?? '')
  ) {
    for (const { body, done } of left) {
      await deliver('hand-over-goes-on', { Records: [{ messageId: 'm', body }] });
      await done();
    }
    say(`${runs} Läufe, ${kills} davon getötet`);
  }
  return { kills, runs };
};

/** Step Functions as far as starting goes: one execution per name, a quota, and now and then a refusal. */
const countedStarts = () => {
  const executions = new Map<string, number>();
  let calls = 0;
  return {
    executions,
    calls: () => calls,
    start: async (akte: string, claim: string): Promise<void> => {
      calls++;
      if (random() < 0.0005) throw new Unavailable('busy');
      const name = `${akte}-${claim}`;
      executions.set(name, (executions.get(name) ?? 0) + 1);
    },
  };
};

const count = async (begins: string): Promise<number> => {
  let n = 0;
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await dynamo.send(
      new ScanCommand({
        TableName: 'Table',
        Select: 'COUNT',
        FilterExpression: 'begins_with(SK, :b)',
        ExpressionAttributeValues: { ':b': { S: begins } },
        ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
      }),
    );
    n += page.Count ?? 0;
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (ExclusiveStartKey);
  return n;
};

try {
  const environment = await furnish();
  await s3.send(new PutObjectCommand({ Bucket: 'filing', Key: KEY, Body: list() }));
  say(`${ROWS} Zeilen hochgeladen`);
  const taken = await takeIn(environment);
  const handOver = await handOvers.find(MUS, HandOverId.parse(ID));
  const seconds = (Date.now() - started) / 1000;
  expect(
    'die Übergabe ist fertig, obwohl ihre Funktion immer wieder getötet wurde',
    handOver?.state === 'done' && taken.kills > 0,
    `${taken.runs} Läufe, ${taken.kills} getötet, ${Math.round(ROWS / seconds)} Zeilen je Sekunde mit allem`,
  );
  expect(
    'Zeilen = angenommen + abgelehnt + Dubletten',
    handOver?.rows === ROWS &&
      handOver.rejected === REJECTED &&
      handOver.duplicates === DUPLICATES &&
      handOver.accepted === ROWS - REJECTED - DUPLICATES,
    `${handOver?.rows} = ${handOver?.accepted} + ${handOver?.rejected} + ${handOver?.duplicates}`,
  );
  const accepted = handOver?.accepted ?? -1;
  const invoices = await count('I#');
  expect('jede angenommene Rechnung steht einmal in der Tabelle', invoices === accepted, `${invoices}`);
  const machine = countedStarts();
  const begun = Date.now();
  let messages = 0;
  const starting = {
    handOvers,
    akten: dynamoAkten(openTable('Table', aws), () => new Date()),
    workflows: paced(machine, QUOTA),
  };
  for (
    let left = await receive(environment['START_QUEUE'] ?? '');
    left.length > 0;
    left = await receive(environment['START_QUEUE'] ?? '')
  ) {
    // Some messages come twice, as SQS may deliver them.
    for (const { body, done } of left) {
      for (let n = random() < 0.1 ? 2 : 1; n > 0; n--)
        await startLot(starting)(JSON.parse(body) as Parameters<ReturnType<typeof startLot>>[0]);
      await done();
      messages++;
    }
  }
  const perSecond = Math.round(accepted / ((Date.now() - begun) / 1000));
  expect(
    'jede angenommene Forderung hat genau eine Ausführung',
    machine.executions.size === accepted && [...machine.executions.values()].every((n) => n === 1),
    [
      `${machine.executions.size} Ausführungen aus ${messages} Nachrichten`,
      `${(machine.calls() / accepted).toFixed(3)} Aufrufe je Start`,
      `${perSecond} je Sekunde bei einer Quote von ${QUOTA}`,
    ].join(', '),
  );
} finally {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
}
stdout.write(`${passed} passed, ${failures.length} failed\n`);
exit(failures.length > 0 ? 1 : 0);
