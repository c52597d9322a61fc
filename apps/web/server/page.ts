/** Values a template is given. */
export type PageModel = Readonly<Record<string, unknown>>;

/** The same for a form, with what it carries on unseen. */
export type FormModel = PageModel & { readonly hidden: Readonly<Record<string, unknown>> };

/** A page to show. */
export interface ShownPage {
  readonly kind: 'page';
  /** Name of the template, from apps/web, without its ending. */
  readonly template: string;
  readonly model: PageModel;
  readonly status: number;
}

/** Somewhere else to go: after a form was taken, so that reloading the next page sends nothing again. */
export interface Going {
  readonly kind: 'going';
  readonly path: string;
}

/** What a handler of a page gives; the interceptor makes an answer of it. */
export type PageAnswer = ShownPage | Going;

/**
 * Shows a page.
 * @param template name of the template, from apps/web, without its ending: `sign-in/sign-in`
 * @param status 200 unless given
 */
export function show(template: string, model: PageModel = {}, status = 200): ShownPage {
  return { kind: 'page', template, model, status };
}

const NOWHERE = 'http://service.invalid';

/** Sends the reader on with 303, which makes a GET of it. @param path of this service, with a slash in front */
export function goTo(path: string): Going {
  return { kind: 'going', path: encoded(path) };
}

/** The same address as headers can carry it: letters beyond ASCII encoded, what is encoded left alone. */
function encoded(path: string): string {
  const { pathname, search, hash } = new URL(path, NOWHERE);
  // Two slashes would begin the name of another host.
  return pathname.replace(/^\/{2,}/, '/') + search + hash;
}

/**
 * Whether a text is an address within this service, and none that a browser would take for another host's: neither as
 * it is written nor once its dots are resolved, as they are before it is sent to.
 */
export function isOwnPath(text: string): boolean {
  return (
    /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(text) &&
    URL.canParse(text, NOWHERE) &&
    !new URL(text, NOWHERE).pathname.startsWith('//')
  );
}
