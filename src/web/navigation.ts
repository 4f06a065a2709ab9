import type { KeyScope } from '../store/records';
import type { SHELL_WORDS } from './words/shell';

type Place = {
  /** Its word in the table of the shell. */
  word: keyof (typeof SHELL_WORDS)['en'] & ('tonight' | 'orders' | 'words' | 'connect' | 'settings');
  href: string;
  scope: KeyScope;
};

/** The pages that every page leads to. A new one is one more line. */
export const NAVIGATION = [
  { word: 'tonight', href: '/', scope: 'read' },
  { word: 'orders', href: '/orders', scope: 'read' },
  { word: 'words', href: '/words', scope: 'read' },
  { word: 'connect', href: '/connect', scope: 'admin' },
  { word: 'settings', href: '/settings', scope: 'admin' },
] as const satisfies Place[];
export type Here = (typeof NAVIGATION)[number]['word'];
