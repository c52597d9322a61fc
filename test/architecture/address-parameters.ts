/**
 * What a part of an address may say (record 34). There is no class for a secret, nor for a person's name or email
 * address: those are sent in bodies and headers.
 */
export type ParameterClass =
  /** A random id, or the reference of a case: it says nothing to who may not see what it names. */
  | 'id'
  /** Chosen out of few there are: a state, a category, a format, what was done. */
  | 'word'
  | 'day or instant'
  | 'number'
  | 'yes or no'
  /** Where a list goes on: ids, instants and numbers, and of organisations their names. */
  | 'place in a list'
  /** What somebody looks for in titles and texts of cases, or in names of organisations. */
  | 'words looked for'
  /** Sealed with the token of the session. */
  | 'sealed'
  /** An address of this service, whose parts are classified in their turn. */
  | 'own address'
  /** Of sign-in at an identity provider: a code that works once, and only in the browser that asked for it. */
  | 'of the protocol'
  /** What an old link had: it is not read. */
  | 'not read';

function all(names: string, is: ParameterClass): Readonly<Record<string, ParameterClass>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, is]));
}

/** Every parameter of every address, of the path or the query, of pages and of the API. */
export const ADDRESS_PARAMETERS: Readonly<Record<string, ParameterClass>> = {
  ...all('id deliveryId roleId organisation organisationId parentId personId', 'id'),
  ...all('reference otherReference case about', 'id'),
  // Name of a file that was taken out: a question and an id.
  ...all('file', 'id'),
  // Ids, or “me” and “nobody”.
  ...all('reviewer decider adviser', 'id'),
  ...all('state outcome category rating route flag flags role status kind kinds legacy verdict', 'word'),
  ...all('conditionKind conditionStatus subject component regime spend show sort format timeTaken', 'word'),
  ...all('question what read write page provider done because chosen source quarter period', 'word'),
  ...all('from to submittedFrom submittedTo overdueOn at date time', 'day or instant'),
  ...all('number sequence version point limit minPence maxPence amountFrom amountTo', 'number'),
  ...all('minRequestedPence maxRequestedPence minApprovedPence maxApprovedPence', 'number'),
  ...all('requestedPence wholeLifePence nearThreshold', 'number'),
  ...all('active approvedLess autonomy children dryRun endFormer inForce mandatoryNotMet', 'yes or no'),
  ...all('overdue overridden possibleSplit synthetic targetBreached targetOverdue', 'yes or no'),
  ...all('after before', 'place in a list'),
  ...all('text title', 'words looked for'),
  words: 'sealed',
  then: 'own address',
  ...all('code iss error error_description session_state', 'of the protocol'),
  formerLink: 'not read',
};

/** The parameter a box of a date belongs to: three boxes are one day. */
export function parameterOf(field: string): string {
  return field.replace(/-(day|month|year)$/, '');
}
