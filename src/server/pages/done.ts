/** What a page can say has just been done, by the name that stands in its address. */
export type Done = Readonly<Record<string, string>>;

/** The sentence for a name, null for one that the page does not know. */
export function doneIn(words: Done, name: string | undefined): string | null {
  return name !== undefined && Object.hasOwn(words, name) ? (words[name] ?? null) : null;
}

/** A path that says on arrival what was done. */
export function withDone(path: string, name: string): string {
  const url = new URL(path, 'http://self.invalid');
  url.searchParams.set('done', name);
  return `${url.pathname}${url.search}`;
}
