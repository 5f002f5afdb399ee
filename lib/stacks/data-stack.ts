import type { Construct } from 'constructs';
import type { Stage } from '../../config/stages.ts';
import { CalendarTable } from '../constructs/calendar-table.ts';
import { CursorSecret } from '../constructs/cursor-secret.ts';
import { FilingBucket } from '../constructs/filing-bucket.ts';
import { MailDomain } from '../constructs/mail-domain.ts';
import { PostSecret } from '../constructs/post-secret.ts';
import { StoreTable } from '../constructs/store-table.ts';
import { KeptStack } from './stage-stack.ts';

/** What the other stacks take from here, by name. */
export type Kept = Readonly<{
  tableName: string;
  bucketName: string;
  /** As which the bucket's name is exported. */
  bucketExport: string;
  mailSet: string;
  postSecret: string;
  cursorSecret: string;
  /** Only where a calendar is turned. */
  calendarTable: string | null;
}>;

/**
 * What cannot be made anew: every fact, every file, and what was set up by hand (keys of the print house, DNS records
 * of our mail domain); and what nobody but the functions may know. Whatever else is lost, the house can be built on it
 * again.
 */
export class DataStack extends KeptStack<'Data'> {
  readonly kept: Kept;
  constructor(scope: Construct, stage: Stage) {
    super(scope, { stage, name: 'Data', description: 'Akten, Ablage, Zugang zum Druckdienst, Maildomain' });
    const { table } = new StoreTable(this, 'Store', stage);
    const { bucket } = new FilingBucket(this, 'Filing', stage);
    const post = new PostSecret(this, 'Post', stage);
    const cursors = new CursorSecret(this, 'Cursors', stage);
    const mail = new MailDomain(this, 'Mail', stage);
    const calendar = stage.clock.kind === 'turned' ? new CalendarTable(this, 'Calendar').table : null;
    this.says({
      TableName: table.tableName,
      BucketName: bucket.bucketName,
      PostSecret: post.secretName,
      MailSet: mail.configurationSet.configurationSetName,
      CalendarTable: calendar && calendar.tableName,
    });
    this.kept = {
      tableName: this.given('TableName'),
      bucketName: this.given('BucketName'),
      bucketExport: this.exportOf('BucketName').exportName,
      mailSet: this.given('MailSet'),
      postSecret: post.secretName,
      cursorSecret: cursors.secretName,
      calendarTable: calendar && this.given('CalendarTable'),
    };
  }
}
