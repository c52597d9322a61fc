// Pages work without this. It adds what GOV.UK Frontend and MoJ Frontend add: moving the focus to the error summary,
// counting characters, and taking one click of two.
import { initAll } from './govuk-frontend.min.js';

initAll();
