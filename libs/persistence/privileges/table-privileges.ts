/**
 * What the application may do with the rows of a table: `read` them; `history` adds to them and never changes one;
 * `working` changes them as well; `passing` takes them away again. Nobody but the owner of the tables, which brings
 * the database up to date and does nothing else, may empty or alter one.
 */
export type TablePrivilege = 'read' | 'history' | 'working' | 'passing';

/** SQL privileges of each. */
export const SQL_PRIVILEGES: Readonly<Record<TablePrivilege, readonly string[]>> = {
  read: ['SELECT'],
  history: ['SELECT', 'INSERT'],
  working: ['SELECT', 'INSERT', 'UPDATE'],
  passing: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
};

/** Every table of the service. A table that is not here cannot be used by the application at all; a test says so. */
export const TABLE_PRIVILEGES: Readonly<Record<string, TablePrivilege>> = {
  _prisma_migrations: 'read',
  // What happened.
  case_event: 'history',
  submission_version: 'history',
  assessment: 'history',
  exception_ruling: 'history',
  case_return: 'history',
  recommendation: 'history',
  decision: 'history',
  spend_report: 'history',
  condition_evidence: 'history',
  comment_edit: 'history',
  advice_message: 'history',
  guidance_source: 'history',
  rating_review: 'history',
  external_decision: 'history',
  earned_autonomy: 'history',
  regime_adoption: 'history',
  working_calendar: 'history',
  component_catalogue: 'history',
  organisation_change: 'history',
  reference_data_addition: 'history',
  webhook_change: 'history',
  webhook_attempt: 'history',
  // Who looked at what.
  access_record: 'history',
  export_receipt: 'history',
  // Who was locked out for guessing.
  sign_in_lock: 'history',
  // What ended everything an account was signed in with.
  account_change: 'history',
  // The log over it.
  log_leaf: 'history',
  log_node: 'history',
  log_checkpoint: 'history',
  log_publication: 'history',
  log_pending: 'passing',
  // Where things stand.
  spend_case: 'working',
  point_evidence: 'working',
  legacy_exception: 'working',
  attachment: 'working',
  comment: 'working',
  // What was asked stays; which case it is about can be said later.
  advice_request: 'working',
  guidance: 'working',
  condition: 'working',
  case_relation: 'working',
  email: 'working',
  // A regime no submission is pinned to may be replaced; triggers refuse it for the others.
  regime: 'working',
  organisation: 'working',
  person: 'working',
  person_password: 'working',
  role_assignment: 'working',
  invitation: 'working',
  machine_token: 'working',
  machine_client: 'working',
  external_identity: 'working',
  webhook_endpoint: 'working',
  webhook_secret: 'passing',
  webhook_delivery: 'working',
  saved_search: 'working',
  saved_search_subscription: 'passing',
  saved_search_match: 'passing',
  // Which cases look alike: worked out, and worked out again.
  likeness_entry: 'passing',
  likeness_word: 'passing',
  likeness_pair: 'passing',
  likeness_pending: 'passing',
  access_token: 'passing',
  web_session: 'passing',
  writing_key: 'passing',
  sign_in_journey: 'passing',
  logout_token: 'passing',
  password_reset: 'passing',
  idempotency_record: 'passing',
  rate_limit: 'passing',
  sign_in_tries: 'passing',
  known_address: 'passing',
};

/** The one way in which history loses anything; the function itself sees to it that it is due. */
export const DISPOSAL_FUNCTION = 'dispose_of_case(uuid, jsonb)';

/**
 * Functions that look through what the reader may not see, and give nothing of it but ids, hashes, and how far a case has
 * come, and whether one is marked; the last ones say what a person may see, and whether that is one case.
 */
export const FINDER_FUNCTIONS: readonly string[] = [
  'cases_titled_like(text)',
  'cases_saying(text)',
  'decisions_giving_reason_like(text)',
  'events_giving_reason_like(text)',
  'cases_titled_similarly(text, integer)',
  'cases_worded_alike(text, text, uuid[], text[], integer)',
  'head_of_case(uuid, timestamptz)',
  'hashes_beside_leaf(bigint, bigint, text)',
  'case_is_marked(uuid)',
  'act_as(uuid, timestamptz, boolean)',
  'act_as(uuid, timestamptz, boolean, text)',
  'act_as(uuid, timestamptz, boolean, uuid)',
  'acting_sight_of(uuid)',
  'hands_before(uuid)',
];
