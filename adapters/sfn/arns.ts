/** The state machine behind the ARN of one of its versions or aliases. */
export const machineArn = (arn: string): string => arn.split(':').slice(0, 7).join(':');
/** An execution is named below the machine, not below the version or alias it was started through. */
export const executionArn = (arn: string, name: string): string =>
  `${machineArn(arn).replace(':stateMachine:', ':execution:')}:${name}`;
