import type { Draft, DraftOption } from './draft';

/** "Half and half, ham and bacon": one on each half. With more or fewer than two, or where a list leaves it open, it is asked. */
export function halved(draft: Draft): Draft {
  const { options, split, unclear } = draft;
  const open = split ? splitUp(options) : options;
  if (open === null) return { ...draft, unclear: split ? [...unclear, split] : unclear };
  const isTold = open.some(({ portion }) => portion === 'right');
  const told = open.map((option) => (option.isHalf && !isTold ? { ...option, doubt: true } : option));
  return { ...draft, options: told };
}

/** null: they cannot be shared out. */
function splitUp(options: DraftOption[]): DraftOption[] | null {
  if (options.some(({ portion }) => portion !== 'whole')) return options;
  const [first, second, ...others] = options.filter(({ action }) => action === 'add');
  if (!first || !second || others.length > 0) return null;
  return options.map((option) => {
    if (option === first) return { ...option, portion: 'left' };
    return option === second ? { ...option, portion: 'right' } : option;
  });
}
