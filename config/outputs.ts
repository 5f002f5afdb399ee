/** The stacks of a stage, each after those it stands on (decision 107). */
export const STACKS = ['Data', 'Identity', 'Application', 'Api', 'Watch'] as const;
export type StackName = (typeof STACKS)[number];

/**
 * What must be known of a stage from outside, and the stack that says it: `lib/` writes it under these names, the demo
 * reads it. What Data and Identity say is exported: CloudFormation removes nothing that another stack has taken from
 * there.
 */
export const OUTPUTS = {
  TableName: 'Data',
  BucketName: 'Data',
  /** Name of the secret with the access to the print house. */
  PostSecret: 'Data',
  /** Under which SES says what became of a mail. */
  MailSet: 'Data',
  /** The calendar that whoever plays the demo turns; no other stage has one. */
  CalendarTable: 'Data',
  /** The pool of machines: creditors' programs. */
  UserPoolId: 'Identity',
  /** Where our own people sign in, and persons of creditors: pool, the command's client, the page's address. */
  TeamPoolId: 'Identity',
  TeamClientId: 'Identity',
  TeamSignIn: 'Identity',
  CreditorPoolId: 'Identity',
  CreditorClientId: 'Identity',
  CreditorSignIn: 'Identity',
  StateMachineArn: 'Application',
  PayoutFunction: 'Application',
  SweepFunction: 'Application',
  ApiUrl: 'Api',
} as const satisfies Readonly<Record<string, StackName>>;
export type OutputName = keyof typeof OUTPUTS;
export type OutputOf<S extends StackName> = {
  [N in OutputName]: (typeof OUTPUTS)[N] extends S ? N : never;
}[OutputName];
