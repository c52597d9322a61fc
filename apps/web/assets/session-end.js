// A page ends with its session, whether the service can be reached or not: what it showed is taken out of the document,
// and what was being written is sealed for the service alone, to be given back to whoever wrote it once they are signed in
// again (docs/decisions/0035). Pages work without this.

const {
  AbortSignal,
  BroadcastChannel,
  FormData,
  URLSearchParams,
  clearTimeout,
  fetch,
  location,
  navigator,
  performance,
  removeEventListener,
  sessionStorage,
  setTimeout,
} = globalThis;

/** All times in milliseconds. */
const ASKED_EVERY = 120_000;
const ASKED_AGAIN_AFTER = 20_000;
const PATIENCE = 2_000;
const WARNED_BEFORE = 120_000;
const LONGEST_REST = 15_000;
const SHORTEST_REST = 250;

const channel = new BroadcastChannel('session');
const end = document.getElementById('session-end');
if (end === null) tellTheEnd();
else watch(end);

/** A page that nobody is signed in at, where it knows that nobody is, says so to those that are still open. */
function tellTheEnd() {
  const kind = document.querySelector('meta[name="session"]')?.content;
  if (kind) channel.postMessage({ kind });
}

function watch(template) {
  const { of, session, key, idle, answersForm, title } = template.dataset;
  const token = template.content.querySelector('[name="_csrf"]').value;
  const dialog = template.content.querySelector('dialog');
  const sealing = import(`./sealing.js${new URL(import.meta.url).search}`);
  // Where it cannot be had, nothing is sealed, and that is said.
  sealing.catch(() => null);

  /** What is known of the session, and when it was said: by a clock nobody sets, and by one that goes on in sleep. */
  let known;
  let askedAt = performance.now();
  let timer;
  let isOver = false;
  let isLeaving = false;
  let isWarned = false;

  const hear = ({ idleIn, endsIn }) => {
    known = { idleIn: Number(idleIn), endsIn: Number(endsIn), steady: performance.now(), wall: Date.now() };
    if (left() <= warnedBefore()) return;
    isWarned = false;
    if (dialog.open) dialog.close();
  };
  const gone = () => Math.max(performance.now() - known.steady, Date.now() - known.wall);
  const left = () => Math.min(known.idleIn, known.endsIn) - gone();
  const tell = () => channel.postMessage({ kind: 'goes-on', of, idleIn: known.idleIn, endsIn: known.endsIn });

  hear(template.dataset);
  // Who goes back may be shown the page out of the memory of the browser, perhaps long after it was given.
  const [come] = performance.getEntriesByType('navigation');
  if (come?.type === 'back_forward' && come.transferSize === 0)
    ask().then((couldSay) => couldSay || finish('unknown'));
  else tell();

  /** @returns what the service says of the session; `null` where it cannot be reached in good time, or cannot say */
  async function said(options) {
    try {
      const answer = await fetch('/session', {
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE),
        ...options,
      });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  /** @returns whether the service could say */
  async function ask(options) {
    askedAt = performance.now();
    const facts = await said(options);
    if (isOver || facts === null) return false;
    if (facts.of !== of) finish(facts.of === null ? whyByTime('ended') : 'other');
    else {
      hear(facts);
      if (options !== undefined) tell();
    }
    return true;
  }

  function whyByTime(otherwise) {
    if (known.endsIn - gone() <= 0) return 'latest';
    return known.idleIn - gone() <= 0 ? 'idle' : otherwise;
  }

  async function check() {
    if (isOver) return;
    clearTimeout(timer);
    // Somebody may have used it in a place this page does not hear of, or set the clock: the service is asked, if it is there.
    if (left() <= 0 && !(await ask())) finish(whyByTime('idle'));
    if (isOver) return;
    if (performance.now() - askedAt > ASKED_EVERY) ask();
    warn();
    const rest = Math.min(left(), left() - warnedBefore() > 0 ? left() - warnedBefore() : LONGEST_REST);
    clearTimeout(timer);
    timer = setTimeout(check, Math.max(SHORTEST_REST, Math.min(rest, LONGEST_REST)));
  }

  function warnedBefore() {
    return Math.min(WARNED_BEFORE, Number(idle) / 4);
  }

  /** Asks whoever is there whether they are, in good time. */
  function warn() {
    if (isWarned || left() > warnedBefore() || left() <= 0) return;
    isWarned = true;
    const ending = known.endsIn <= known.idleIn ? 'latest' : 'idle';
    const seconds = Math.round(left() / 1_000);
    const words = seconds > 90 ? `${Math.round(seconds / 60)} minutes` : `${seconds} seconds`;
    const keeps = key !== '' && globalThis.crypto?.subtle !== undefined;
    for (const part of dialog.querySelectorAll('[data-keeps]')) part.hidden = !keeps;
    for (const part of dialog.querySelectorAll('[data-loses]')) part.hidden = keeps;
    for (const part of dialog.querySelectorAll('[data-ending]')) {
      part.hidden = part.dataset.ending !== ending;
      part.querySelector('[data-left]').textContent = words;
    }
    document.body.append(dialog);
    dialog.showModal();
  }

  dialog.querySelector('[data-close]').addEventListener('click', () => dialog.close());
  dialog.querySelector('[data-stay]').addEventListener('click', async () => {
    if (await ask({ method: 'POST', body: new URLSearchParams({ _csrf: token }) })) check();
  });

  channel.addEventListener('message', ({ data }) => {
    if (isOver) return;
    if (data.kind === 'signed-out') finish('signed-out');
    else if (data.kind === 'nobody') ask();
    else if (data.kind === 'goes-on' && data.of !== of) finish('other');
    else if (data.kind === 'goes-on') {
      hear(data);
      check();
    }
  });

  const look = () => {
    if (isOver || document.visibilityState === 'hidden') return;
    if (performance.now() - askedAt > ASKED_AGAIN_AFTER) ask();
    check();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', look);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted || isOver) return;
    // It was kept as it stood while somebody was elsewhere.
    if (isLeaving) finish('signed-out');
    else ask().then(check);
  });

  // Other tabs need not wait until the service has heard of it, nor this one where it cannot hear.
  document.addEventListener('submit', (event) => {
    if (isOver || event.target.getAttribute('action') !== '/sign-out') return;
    channel.postMessage({ kind: 'signed-out' });
    isLeaving = true;
    if (navigator.onLine) return;
    event.preventDefault();
    finish('unreachable');
  });

  check();

  /** Ends the page. Whatever has to be waited for comes after nothing is left of what it showed. */
  async function finish(why) {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    const forms = why === 'unreachable' ? [] : unsentForms(answersForm === 'yes');
    const main = show(template, title, why);
    const writing = forms.length === 0 ? null : await sealed(forms);
    if (writing === null && forms.length > 0) main.querySelector('[data-writing="lost"]').hidden = false;
    if (writing === null) {
      main.querySelector('[data-onwards]').hidden = why === 'unreachable';
      return;
    }
    const part = main.querySelector('[data-writing="kept"]');
    part.querySelector('[name="_sealed"]').value = writing;
    part.hidden = false;
    // Closing the page, or leaving it otherwise, would lose it; so would sending it to nobody.
    const stay = (event) => event.preventDefault();
    addEventListener('beforeunload', stay);
    part.querySelector('form').addEventListener('submit', async (event) => {
      event.preventDefault();
      const isThere = (await said()) !== null;
      part.querySelector('[data-unreachable]').textContent = isThere
        ? ''
        : 'The service cannot be reached. Leave this page open, and try again once you are connected.';
      if (!isThere) return;
      removeEventListener('beforeunload', stay);
      event.target.submit();
    });
  }

  /** @returns `null` where it cannot be sealed */
  async function sealed(forms) {
    try {
      const { canSeal, seal } = await sealing;
      return key === '' || !canSeal() ? null : `${session}.${await seal(key, JSON.stringify(forms))}`;
    } catch {
      return null;
    }
  }
}

/** Puts what a page becomes in the place of what it was. @returns its main part */
function show(template, title, why) {
  const page = template.content;
  page.querySelector('dialog')?.remove();
  const logo = document.querySelector('.govuk-header');
  const footer = document.querySelector('.govuk-template__footer');
  document.activeElement?.blur();
  takeApart(document.body, [logo, footer]);
  page.querySelector('header').prepend(logo);
  document.body.replaceChildren(page, footer);
  document.title = title;
  sessionStorage.clear();
  const content = document.querySelector('.govuk-main-wrapper');
  const main = document.createElement('main');
  main.id = 'main-content';
  main.className = content.className;
  main.append(...content.childNodes);
  content.replaceWith(main);
  for (const part of main.querySelectorAll('[data-why]')) part.hidden = part.dataset.why !== why;
  globalThis.scrollTo(0, 0);
  main.querySelector('h1').focus();
  return main;
}

/** Leaves nothing of what a page showed in whatever scripts still hold of it. */
function takeApart(body, kept) {
  for (const part of body.querySelectorAll('*')) {
    if (kept.some((one) => one.contains(part))) continue;
    if (typeof part.value === 'string') part.value = '';
    part.removeAttribute('value');
  }
  for (const part of [...body.querySelectorAll('*')].reverse())
    if (!kept.some((one) => one.contains(part) || part.contains(one))) part.replaceChildren();
}

/**
 * What was being written in a page and is nowhere else: forms in which something was changed and, where the page itself
 * answers a form, those that hold what was sent in it. What is sent with a password is not kept.
 */
function unsentForms(answersForm) {
  return [...document.forms].flatMap((form) => {
    const action = form.getAttribute('action') ?? location.pathname + location.search;
    if (form.getAttribute('method') !== 'post' || action === '/sign-out') return [];
    const entries = [...new FormData(form)];
    const fields = entries.filter(([name, value]) => typeof value === 'string' && name !== '_csrf');
    // The page for signing in again carries a form that waits.
    const [, waiting] = fields.find(([name]) => name === 'resume') ?? [];
    if (waiting !== undefined) {
      const kept = fields.filter(([name]) => name.startsWith('kept.'));
      return [{ action: waiting, fields: kept.map(([name, value]) => [name.slice(5), value]), file: '' }];
    }
    const holds = answersForm && fields.some(([name]) => !name.startsWith('_'));
    if (form.querySelector('[type="password"]') !== null || !(holds || [...form.elements].some(isChanged)))
      return [];
    const [, file] = entries.find(([, value]) => typeof value !== 'string' && value.name !== '') ?? [];
    return [{ action, fields, file: file?.name ?? '' }];
  });
}

function isChanged(field) {
  if (field.type === 'hidden' || field.name === '') return false;
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.type === 'file') return field.files.length > 0;
  if (field.type === 'select-one' || field.type === 'select-multiple') {
    const chosen = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex !== Math.max(chosen, field.type === 'select-one' ? 0 : -1);
  }
  return 'defaultValue' in field && field.value !== field.defaultValue;
}
