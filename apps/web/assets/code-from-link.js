// The link of an email has its code behind a #, which browsers keep to themselves. It is taken out of the address bar,
// and so out of what the browser remembers, before anything else; then it is sent as if it had been pasted. Without this
// the person pastes the code from their email.
// The codes of invitations, and of links to choose another password.
const CODE = /^#sc[ir]_/;
const form = document.querySelector('[data-code-from-link]');

function takeCode() {
  const { hash, pathname } = document.location;
  // The link past the menu has a # too, and no code behind it.
  if (!CODE.test(hash) || form === null) return;
  const { history } = document.defaultView;
  history.replaceState(history.state, '', pathname);
  form.elements.namedItem('code').value = hash.slice(1);
  form.requestSubmit();
}

takeCode();
// A link that is opened where the page is already changes nothing but what is behind the #.
addEventListener('hashchange', takeCode);
