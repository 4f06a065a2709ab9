import type { Module } from './blueprint';
import type { ModuleError } from './module-error';

/** A run that ends before its last module: with an error, or because a handler says so. */
export class Halt extends Error {
  constructor(readonly problem: ModuleError | null) {
    super('halt');
  }
}

/** An error handler's last word, and what could be mapped where it stands. */
export class Directive extends Error {
  constructor(
    readonly module: Module,
    readonly data: Record<string, unknown>,
  ) {
    super(module.module);
  }
}

/** The directive that a handler ends with; null where its filters let nothing through, which Make takes as Ignore. */
export async function directiveOf(handler: Promise<void>): Promise<Directive | null> {
  try {
    await handler;
    return null;
  } catch (thrown) {
    if (thrown instanceof Directive) return thrown;
    throw thrown;
  }
}
