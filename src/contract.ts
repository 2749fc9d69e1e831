/**
 * Whether an output keeps the contract, told without zod: to load zod and build the schemas takes a tenth of the time that
 * one article takes from the command line, and a validator that ajv writes is larger than all stages' code for output. What is
 * refused here is put to zod, which says what is wrong.
 */
import { SHAPE } from './contract-shape.ts';

/** The part of JSON Schema in which the contract is written. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** No others than `properties`. */
  readonly additionalProperties?: false;
}

/** @returns true where zod would accept the value as it is; `tests/contract.test.ts` holds the two together */
export function keepsContract(value: unknown): boolean {
  return has(SHAPE, value);
}

const patterns = new Map<string, RegExp>();

function has(shape: Shape, value: unknown): boolean {
  if (shape.anyOf !== undefined) return shape.anyOf.some((one) => has(one, value));
  if (shape.enum !== undefined) return shape.enum.includes(value);
  if (shape.const !== undefined) return value === shape.const;
  if (typeof shape.type !== 'string') return shape.type!.some((type) => has({ ...shape, type }, value));
  switch (shape.type) {
    case 'null':
      return value === null;
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string' && value.length >= (shape.minLength ?? 0) && matches(shape, value);
    case 'integer':
      return Number.isSafeInteger(value) && isWithin(shape, value as number);
    case 'number':
      return Number.isFinite(value) && isWithin(shape, value as number);
    case 'array':
      return Array.isArray(value) && value.length >= (shape.minItems ?? 0) && hasItems(shape.items!, value);
    default:
      return typeof value === 'object' && value !== null && !Array.isArray(value) && hasFields(shape, value);
  }
}

function matches({ pattern }: Shape, text: string): boolean {
  if (pattern === undefined) return true;
  const expression = patterns.get(pattern) ?? new RegExp(pattern);
  patterns.set(pattern, expression);
  return expression.test(text);
}

function isWithin({ minimum = -Infinity, maximum = Infinity }: Shape, value: number): boolean {
  return minimum <= value && value <= maximum;
}

function hasItems(shape: Shape, items: readonly unknown[]): boolean {
  for (let at = 0; at < items.length; at += 1) if (!has(shape, items[at])) return false;
  return true;
}

function hasFields({ properties = {}, required = [] }: Shape, value: object): boolean {
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) {
    if (!Object.hasOwn(properties, key) || !has(properties[key]!, fields[key])) return false;
  }
  for (const key of required) if (!Object.hasOwn(fields, key)) return false;
  return true;
}
