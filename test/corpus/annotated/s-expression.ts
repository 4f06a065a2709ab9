/** `(SIZE large )` as `{ head: 'SIZE', rest: ['large'] }`. */
export type Node = { head: string; rest: (Node | string)[] };

/** Every expression of the text; throws where brackets do not pair. */
export function parseExpressions(text: string): Node[] {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const fail = (): never => {
    throw new Error(`"${text}" is not a list of (NAME …): look at token ${at + 1}.`);
  };
  const read = (): Node => {
    if (tokens[at++] !== '(') fail();
    const head = tokens[at++] ?? '';
    if (/^[()]?$/.test(head)) fail();
    const rest: Node['rest'] = [];
    while (tokens[at] !== ')') {
      if (at >= tokens.length) fail();
      rest.push(tokens[at] === '(' ? read() : (tokens[at++] ?? ''));
    }
    at++;
    return { head, rest };
  };
  const nodes: Node[] = [];
  while (at < tokens.length) nodes.push(read());
  return nodes;
}
