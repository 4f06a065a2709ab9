import type { StepState } from '../steps';

const en: Record<StepState, string> = { done: 'Done', now: 'Now', later: 'Later', stuck: 'Needs you' };
const es: typeof en = { done: 'Hecho', now: 'Ahora', later: 'Después', stuck: 'Le necesita' };
export const STEP_WORDS = { en, es };
