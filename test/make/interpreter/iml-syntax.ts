import type { Token } from './iml-tokens';
import { isTrue, readField, toNumber, toText } from './iml-values';

/** A scenario's mapper separates arguments by semicolons, a custom app's files by commas. */
export type Dialect = 'scenario' | 'app';
/** What an expression may look at. */
export type Names = {
  name: (name: string) => unknown;
  call: (name: string, values: unknown[]) => unknown;
};
type Expression = (names: Names) => unknown;

const SEPARATOR: Record<Dialect, string> = { scenario: ';', app: ',' };

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'string' || typeof right === 'string') return toText(left) + toText(right);
  return toNumber(left) + toNumber(right);
}

type Operator = (left: unknown, right: unknown) => unknown;
const same: Operator = (left, right) => left === right;
const differs: Operator = (left, right) => left !== right;

/** The operators from the loosest to the tightest. Equality is strict: https://developers.make.com/custom-apps-documentation/block-elements/iml, read 2026-11-24. */
const LEVELS: Record<string, Operator>[] = [
  { '||': (left, right) => (isTrue(left) ? left : right) },
  { '&&': (left, right) => (isTrue(left) ? right : left) },
  { '=': same, '==': same, '===': same, '!=': differs, '!==': differs },
  {
    '<': (left, right) => toNumber(left) < toNumber(right),
    '<=': (left, right) => toNumber(left) <= toNumber(right),
    '>': (left, right) => toNumber(left) > toNumber(right),
    '>=': (left, right) => toNumber(left) >= toNumber(right),
  },
  { '+': add, '-': (left, right) => toNumber(left) - toNumber(right) },
  {
    '*': (left, right) => toNumber(left) * toNumber(right),
    '/': (left, right) => toNumber(left) / toNumber(right),
    '%': (left, right) => toNumber(left) % toNumber(right),
  },
];

const UNARY: Record<string, (value: unknown) => unknown> = {
  '!': (value) => !isTrue(value),
  '-': (value) => -toNumber(value),
};

/** Reads one expression. */
export function readExpression(tokens: Token[], dialect: Dialect): Expression {
  return new Reader(tokens, SEPARATOR[dialect]).all();
}

class Reader {
  private at = 0;

  constructor(
    private readonly tokens: Token[],
    private readonly separator: string,
  ) {}

  all(): Expression {
    const expression = this.level(0);
    if (this.next.kind !== 'end') throw this.unexpected();
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '}}' };
  }

  private takeSymbol(text: string): boolean {
    if (this.next.kind !== 'symbol' || this.next.text !== text) return false;
    this.at++;
    return true;
  }

  private expectSymbol(text: string): void {
    if (!this.takeSymbol(text)) throw this.unexpected(text);
  }

  private unexpected(wanted?: string): Error {
    const source = this.tokens.map((token) => token.text).join(' ');
    return new Error(`IML: "${this.next.text}"${wanted ? ` where "${wanted}" belongs` : ''} in ${source}`);
  }

  private level(depth: number): Expression {
    const operators = LEVELS[depth];
    if (!operators) return this.unary();
    let left = this.level(depth + 1);
    for (;;) {
      const operator = this.next.kind === 'symbol' ? operators[this.next.text] : undefined;
      if (!operator) return left;
      this.at++;
      const [before, right] = [left, this.level(depth + 1)];
      left = (names) => operator(before(names), right(names));
    }
  }

  private unary(): Expression {
    const operator = this.next.kind === 'symbol' ? UNARY[this.next.text] : undefined;
    if (!operator) return this.path();
    this.at++;
    const value = this.unary();
    return (names) => operator(value(names));
  }

  private path(): Expression {
    let value = this.primary();
    for (;;) {
      const whole = value;
      if (this.takeSymbol('.')) {
        const key = this.next;
        if (key.kind !== 'name') throw this.unexpected('a field');
        this.at++;
        value = (names) => readField(whole(names), key.text);
      } else if (this.takeSymbol('[')) {
        const key = this.level(0);
        this.expectSymbol(']');
        value = (names) => readField(whole(names), key(names));
      } else return value;
    }
  }

  private primary(): Expression {
    const token = this.next;
    this.at++;
    if (token.kind === 'number') return () => Number(token.text);
    if (token.kind === 'string') return () => token.text;
    if (token.kind === 'name') {
      if (this.takeSymbol('(')) return this.call(token.text);
      return (names) => names.name(token.text);
    }
    if (token.text === '(') {
      const inner = this.level(0);
      this.expectSymbol(')');
      return inner;
    }
    this.at--;
    throw this.unexpected();
  }

  private call(name: string): Expression {
    const values: Expression[] = [];
    if (!this.takeSymbol(')')) {
      do values.push(this.level(0));
      while (this.takeSymbol(this.separator));
      this.expectSymbol(')');
    }
    return (names) =>
      names.call(
        name,
        values.map((value) => value(names)),
      );
  }
}
