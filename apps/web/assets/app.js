// Pages work without this. It adds what GOV.UK Frontend and MoJ Frontend add: moving the focus to the error summary,
// counting characters, and taking one click of two. On a narrow screen a panel of filters is shut, so that the list
// beneath it is what one sees first.
import { initAll } from './govuk-frontend.min.js';

initAll();

const narrow = matchMedia('(max-width: 48.0525em)');
for (const filter of document.querySelectorAll('[data-filter]')) {
  const fit = () => {
    filter.open = !narrow.matches || filter.querySelector('.govuk-error-message') !== null;
  };
  narrow.addEventListener('change', fit);
  fit();
}
