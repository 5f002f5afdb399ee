import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { letterPdf } from '../../../adapters/pdf/letter.ts';
import { payoutPdf } from '../../../adapters/pdf/payout-statement.ts';
import { statementPdf } from '../../../adapters/pdf/statement.ts';
import { accountOf } from '../../../domain/account/account.ts';
import { day } from '../../../domain/calendar.ts';
import { composeNotice, type NoticeFacts } from '../../../domain/letters/compose.ts';
import { statementOf } from '../../../domain/statement/statement.ts';
import { AKTE } from '../../support/akte.ts';
import { erika, facts, musterladen, payoutLine, statement, werkstatt } from '../../support/notices.ts';
import { aProcess } from '../../support/process.ts';

/**
 * veraPDF judges PDF/A where Java is and its jar lies in Maven's own store:
 * mvn dependency:get -Dartifact=org.verapdf.apps:greenfield-apps:1.26.2 -Dtransitive=false
 */
const JAR = join(homedir(), '.m2/repository/org/verapdf/apps/greenfield-apps/1.26.2/greenfield-apps-1.26.2.jar');
const isThere = existsSync(JAR) && spawnSync('java', ['-version']).status === 0;
const judged = isThere ? test : test.skip;

const letter = (more: Partial<NoticeFacts> = {}): Promise<Uint8Array> => letterPdf(composeNotice(facts(more)));

judged('every kind of document is PDF/A-1b (skipped by name: not run where Java or veraPDF is missing)', async () => {
  const process = await aProcess();
  const akte = await process.akten.get(AKTE);
  const documents = {
    reminder: await letter({ stage: 0, title: 'Zahlungserinnerung', sender: 'creditor' }),
    first: await letter(),
    last: await letter({ stage: 3, title: '3. Mahnung', first: false }),
    company: await letter({ debtor: werkstatt, creditor: { ...musterladen, name: 'Muster & <Söhne> GmbH & Co. KG' } }),
    names: await letter({ debtor: { ...erika, name: 'Şükrü Nguyễn-Łukaszewicz Αθήνα J\u030co' } }),
    payout: await payoutPdf(statement(Array.from({ length: 30 }, (_, i) => payoutLine(i + 1)))),
    statement: await statementPdf(statementOf(akte, accountOf(akte, day('2026-06-01')), 'Musterladen GmbH')),
  };
  const folder = mkdtempSync(join(tmpdir(), 'mahnwerk-pdf-a-'));
  try {
    const files = Object.entries(documents).map(([name, bytes]) => {
      const file = join(folder, `${name}.pdf`);
      writeFileSync(file, bytes);
      return file;
    });
    const options = ['-cp', JAR, 'org.verapdf.apps.GreenfieldCliWrapper', '-f', '1b', '--format', 'text'];
    const said = execFileSync('java', [...options, ...files], { encoding: 'utf8' });
    const verdicts = said
      .trim()
      .split('\n')
      .filter((line) => /^(PASS|FAIL)/.test(line));
    expect(verdicts.map((line) => line.slice(0, 4))).toEqual(files.map(() => 'PASS'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
