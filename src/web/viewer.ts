import type { KeyScope } from '../store/records';
import type { Language } from './language';

/** Who looks at a page: in what language, and with which rights. */
export type Viewer = {
  language: Language;
  /** Scopes of the key that was signed in with: they decide which buttons there are. */
  can: readonly KeyScope[];
  /** How the key is called; null: nobody is signed in. */
  name: string | null;
  /** Goes with every form: another site cannot know it. */
  formToken: string;
};

/** Stands in markup that many viewers share, until each is given his own. */
export const FORM_TOKEN_PLACE = '%form-token%';
