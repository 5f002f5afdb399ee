type Preparation = () => Promise<void>;

const preparations: Preparation[] = [];

/**
 * Whoever sets a function up says what must be done afresh before each of its calls: the demo's calendar is looked at.
 */
export const beforeEachCall = (preparation: Preparation): void => {
  preparations.push(preparation);
};

export const prepareCall = async (): Promise<void> => {
  await Promise.all(preparations.map((prepare) => prepare()));
};
