// Pages work without this. It adds what GOV.UK Frontend and MoJ Frontend add: moving the focus to the error summary,
// counting characters, taking one click of two, and hiding what only matters for another answer. On a narrow screen a panel of filters is shut, so that the list
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

// What is hidden is sent all the same, so that nothing is lost by choosing another answer. It stays in sight where
// something is wrong with it, and where an address leads to it.
const isWanted = (part) => part.querySelector('.govuk-error-message, :target') !== null;

for (const part of document.querySelectorAll('[data-only-for]')) {
  const answers = part.dataset.onlyFor.split(' ');
  const choices = [...document.querySelectorAll(`input[name="${part.dataset.answerOf}"]`)];
  const fit = () => {
    part.hidden =
      !isWanted(part) && !choices.some(({ checked, value }) => checked && answers.includes(value));
  };
  for (const choice of choices) choice.addEventListener('change', fit);
  addEventListener('pageshow', fit);
  fit();
}

// GOV.UK Frontend hides what follows an answer that is not chosen, again whenever a page is shown.
addEventListener('pageshow', () => {
  for (const part of document.querySelectorAll('.govuk-radios__conditional--hidden'))
    if (isWanted(part)) part.classList.remove('govuk-radios__conditional--hidden');
});
