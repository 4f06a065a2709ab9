import { html, type Markup } from '../order/html';
import { button, postForm } from './form';
import type { Page } from './shell';
import type { Viewer } from './viewer';
import { SIGN_IN_WORDS, type SignInNote } from './words/sign-in';

type SignIn = {
  viewer: Viewer;
  /** Where it goes on afterwards. */
  next: string;
  note: SignInNote | null;
  /** Whether a link can be mailed. */
  mails: boolean;
};

/** Signing in with a key, or with a link by mail. */
export function signInPage({ viewer, next, note, mails }: SignIn): Page {
  const words = SIGN_IN_WORDS[viewer.language];
  const body = html`<div class="sign-in">
  <h1>OrderWire</h1>
  <p class="lead">${words.lead}</p>
  ${note !== null && html`<p class="note note-${note}" role="alert">${words[note]}</p>`}
  ${postForm({ action: '/sign-in', viewer, hidden: { next }, className: 'sheet', body: keyFields(viewer) })}
  ${mails && postForm({ action: '/sign-in/link', viewer, className: 'sheet', body: mailFields(viewer) })}
</div>`;
  return { title: words.title, here: null, body };
}

function keyFields({ language }: Viewer): Markup {
  const words = SIGN_IN_WORDS[language];
  return html`<label for="key">${words.key}</label>
  <input id="key" name="key" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" required maxlength="200" aria-describedby="key-help">
  <p class="help" id="key-help">${words.keyHelp}</p>
  ${button({ label: words.withKey, kind: 'main' })}`;
}

function mailFields({ language }: Viewer): Markup {
  const words = SIGN_IN_WORDS[language];
  return html`<h2>${words.or}</h2>
  <label for="email">${words.email}</label>
  <input id="email" name="email" type="email" autocomplete="email" required maxlength="254" aria-describedby="email-help">
  <p class="help" id="email-help">${words.emailHelp}</p>
  ${button({ label: words.sendLink })}`;
}

/** Where a mailed link leads: only its button uses the link up, as mail scanners open every link. */
export function linkPage({ viewer, action }: { viewer: Viewer; action: string }): Page {
  const words = SIGN_IN_WORDS[viewer.language];
  const body = html`<div class="sign-in">
  <h1>${words.linkTitle}</h1>
  <p class="lead">${words.linkLead}</p>
  ${postForm({ action, viewer, className: 'sheet', body: button({ label: words.linkButton, kind: 'main' }) })}
</div>`;
  return { title: words.linkTitle, here: null, body };
}
