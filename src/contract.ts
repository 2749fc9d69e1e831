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

/** Whether a value is as a part of the contract wants it. */
type Check = (value: unknown) => boolean;

let check: Check | undefined;

/** @returns true where zod would accept the value as it is; `tests/contract.test.ts` holds the two together */
export function keepsContract(value: unknown): boolean {
  check ??= checkOf(SHAPE);
  return check(value);
}

/** Makes the check of a shape, once: every output has thousands of values. */
function checkOf(shape: Shape): Check {
  if (shape.anyOf !== undefined) return anyOf(shape.anyOf.map(checkOf));
  const { enum: listed, const: only, type } = shape;
  if (listed !== undefined) return (value) => listed.includes(value);
  if (only !== undefined) return (value) => value === only;
  if (typeof type !== 'string') return anyOf(type!.map((one) => checkOf({ ...shape, type: one })));
  switch (type) {
    case 'null':
      return (value) => value === null;
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'string':
      return stringCheck(shape);
    case 'integer':
      return numberCheck(shape, Number.isSafeInteger);
    case 'number':
      return numberCheck(shape, Number.isFinite);
    case 'array':
      return arrayCheck(shape);
    default:
      return objectCheck(shape);
  }
}

function anyOf(checks: readonly Check[]): Check {
  return (value) => {
    for (const one of checks) if (one(value)) return true;
    return false;
  };
}

function stringCheck({ minLength = 0, pattern }: Shape): Check {
  if (pattern === undefined) return (value) => typeof value === 'string' && value.length >= minLength;
  const expression = new RegExp(pattern);
  return (value) => typeof value === 'string' && value.length >= minLength && expression.test(value);
}

function numberCheck({ minimum = -Infinity, maximum = Infinity }: Shape, isNumber: (value: unknown) => boolean): Check {
  return (value) => isNumber(value) && minimum <= (value as number) && (value as number) <= maximum;
}

function arrayCheck({ items, minItems = 0 }: Shape): Check {
  const each = checkOf(items!);
  return (value) => {
    if (!Array.isArray(value) || value.length < minItems) return false;
    for (let at = 0; at < value.length; at += 1) if (!each(value[at])) return false;
    return true;
  };
}

function objectCheck({ properties = {}, required = [] }: Shape): Check {
  const fields = Object.entries(properties).map(([key, shape]) => {
    return { key, check: checkOf(shape), isRequired: required.includes(key) };
  });
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = value as Readonly<Record<string, unknown>>;
    let known = 0;
    for (const { key, check, isRequired } of fields) {
      if (Object.hasOwn(given, key)) {
        known += 1;
        if (!check(given[key])) return false;
      } else if (isRequired) return false;
    }
    return Object.keys(given).length === known;
  };
}
