import { type TSchema, Type } from 'typebox';

/** A field that may be empty: null is how every door says so. */
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
