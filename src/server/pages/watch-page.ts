import { FORM_TOKEN_PLACE, type Viewer } from '../../web/viewer';
import { type Looking, viewerOf } from './show';

type Watched = {
  /** The event's name, as the page listens for it. */
  name: string;
  /** Of which shop or order. */
  id: string;
  /** The language of its shop. */
  language: string | undefined;
  draw: (viewer: Viewer) => Promise<string>;
};

/** Keeps an open page up to date. Who sees the same, by rights and language, shares one drawing; only the form token is each one's own. */
export function watchPage(looking: Looking, { name, id, language, draw }: Watched): void {
  const { request, reply, services } = looking;
  const { live, sessions } = services;
  const viewer = viewerOf(looking, language);
  const shared: Viewer = { ...viewer, name: '', formToken: FORM_TOKEN_PLACE };
  const key = [name, id, viewer.language, viewer.can.join()].join(' ');
  reply.hijack();
  live.watch(
    { key, name, draw: () => draw(shared) },
    {
      response: reply.raw,
      personal: (markup) => markup.replaceAll(FORM_TOKEN_PLACE, sessions.formToken(request, reply)),
      mayLook: async () => (await sessions.of(request)) !== undefined,
    },
  );
}
