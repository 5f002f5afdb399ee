/** What a function finds in its environment that is started in a test; `address`: what stands in for AWS. */
export const awsEnvironment = (address: string) => ({
  AWS_ENDPOINT_URL: address,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  POWERTOOLS_DEV: 'false',
  POWERTOOLS_LOG_LEVEL: 'SILENT',
  POWERTOOLS_METRICS_DISABLED: 'true',
});
