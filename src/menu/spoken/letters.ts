/** Letters to add, drop, change or swap with their neighbour; above `limit` only that it is above. */
export function distanceBetween(one: string, other: string, limit: number): number {
  const [a, b] = differing(one, other);
  if (a.length === 0 || b.length === 0) return Math.min(limit + 1, a.length + b.length);
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** Two words without what they begin and end with alike. */
function differing(a: string, b: string): [string, string] {
  let from = 0;
  while (from < a.length && from < b.length && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let end = 0;
  const most = Math.min(a.length, b.length) - from;
  while (end < most && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return [a.slice(from, a.length - end), b.slice(from, b.length - end)];
}

/** The consonants of a word as they sound: "cock" and "coke", "philly" and "filly" are one. */
export function soundOf(word: string): string {
  let sound = '';
  let last = '';
  for (let at = 0; at < word.length; at++) {
    const letter = soundAt(word, at);
    if (letter === last) continue;
    if (at === 0 || !SILENT.has(letter)) sound += letter;
    last = letter;
  }
  return sound;
}

const SILENT = new Set('aeiouyhw');

function soundAt(word: string, at: number): string {
  const letter = word.charAt(at);
  if (letter === 'p' && word.charAt(at + 1) === 'h') return 'f';
  if (letter === 'c') return /^c(?:[eiy]|ae)/.test(word.slice(at, at + 3)) ? 's' : 'k';
  return ALIKE[letter] ?? letter;
}

const ALIKE: Record<string, string> = { q: 'k', z: 's' };
