const SELF = 'http://self.invalid';
/** What browsers take for another host begins with two slashes, of either kind. */
const INNER = /^\/(?![/\\])/;

/** A path of this site; anything that would lead elsewhere, also once its dots are resolved, becomes the first page. */
export function innerPath(text: unknown): string {
  if (typeof text !== 'string' || !INNER.test(text) || !URL.canParse(text, SELF)) return '/';
  const { origin, pathname, search } = new URL(text, SELF);
  return origin === SELF && INNER.test(pathname) ? `${pathname}${search}` : '/';
}
