import type { OtherApp } from './zap';

/** Zapier's own filter: the Zap goes on where every line is true. */
export const onlyContinueIf: OtherApp = async (_operation, conditions) => {
  const isMet = ([value, condition]: [string, string]) => {
    if (condition === 'is false') return value === 'false';
    if (condition === 'is true') return value === 'true';
    throw new Error(`Nobody plays the condition "${condition}".`);
  };
  return Object.entries(conditions).every(isMet) ? new Map() : undefined;
};
