import { html, type Markup } from '../order/html';
import type { Viewer } from './viewer';
import { STEP_WORDS } from './words/steps';

/** `done` is green only where a probe, or a person, has just said so. */
export type StepState = 'done' | 'now' | 'later' | 'stuck';
export type Step = {
  id: string;
  title: string;
  state: StepState;
  /** What came of it, in a few words. */
  result?: string | null;
  body: Markup;
  /** Stays open though it is done. */
  isOpen?: boolean;
};

/** Steps one after the other: what is to be done now is open, the others can be. */
export function steps(list: readonly Step[], { language }: Viewer): Markup {
  return html`<ol class="steps">${list.map((step, index) => stepOf(step, { index, language }))}</ol>`;
}

type Place = { index: number; language: Viewer['language'] };

function stepOf(step: Step, { index, language }: Place): Markup {
  const { id, title, state, result = null, body } = step;
  const isOpen = step.isOpen ?? (state === 'now' || state === 'stuck');
  const said = result ?? STEP_WORDS[language][state];
  return html`<li class="step step-${state}" id="${id}"><details${isOpen && html` open`}>
    <summary><span class="step-number" aria-hidden="true">${state === 'done' ? '✓' : index + 1}</span>
    <h2>${title}</h2><span class="step-result">${said}</span></summary>
    <div class="step-body">${body}</div>
  </details></li>`;
}
