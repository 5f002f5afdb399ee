import { RemovalPolicy } from 'aws-cdk-lib';

/** What becomes of it when its stack is deleted. */
export const removalOf = ({ keepData }: Readonly<{ keepData: boolean }>): RemovalPolicy =>
  keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
