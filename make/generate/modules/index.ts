import type { Module } from '../component';
import type { Parts } from '../parts';
import { apiCall } from './api-call';
import { orderModules } from './orders';
import { posOrderModules } from './pos-orders';
import { readingModules } from './reading';
import { shopModules } from './shops';
import { triggers } from './triggers';

/** Every module, in the order in which Make lists them. */
export function allModules(parts: Parts): Module[] {
  return [
    ...triggers(parts),
    ...orderModules(parts),
    ...posOrderModules(parts),
    ...readingModules(parts),
    ...shopModules(parts),
    apiCall,
  ];
}
