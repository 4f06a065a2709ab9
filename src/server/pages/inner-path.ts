const SELF = 'http://self.invalid';

/** A path of this site; anything that would lead elsewhere becomes the first page. */
export function innerPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])/.test(text) || !URL.canParse(text, SELF)) return '/';
  const url = new URL(text, SELF);
  return url.origin === SELF ? `${url.pathname}${url.search}` : '/';
}
