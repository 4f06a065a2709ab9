import type { OpenApi } from './open-api';
import type { Samples } from './samples';

/** What the modules are drawn from. */
export type Parts = { api: OpenApi; samples: Samples };
