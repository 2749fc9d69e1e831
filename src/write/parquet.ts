/**
 * Apache Parquet, one claim a row, with the columns of `claims` (lists and structs nested as there). Articles add lines;
 * the joiner collects them to row groups, so that what it holds is bounded.
 */

import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { z } from 'zod';
import { VERSION } from '../version.ts';
import type { Joiner } from './format.ts';
import { claimRecord } from './records.ts';
import { fieldsOf, type Shape } from './shape.ts';

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

/** UTF-16 code units of lines in a row group: about 5,000 claims; readers skip and share work by the group. */
const ROW_GROUP_LENGTH = 4_000_000;

/** @param group code units of lines after which a row group ends */
export const joinParquet = (group = ROW_GROUP_LENGTH): Joiner => joinRows('claim', claimRecord, group);

/**
 * @param name of a row
 * @param row the schema of a row; its lines are added as JSON
 */
export function joinRows(name: string, row: z.ZodObject, group = ROW_GROUP_LENGTH): Joiner {
  const columns = Object.entries(fieldsOf(row));
  const fields = { kind: 'struct', nullable: false, fields: Object.fromEntries(columns) } as const;
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: elementsOf(name, fields),
    createdBy: `accordingto version ${VERSION}`,
  });
  let lines: string[] = [];
  let size = 0;
  const written = (): Uint8Array => {
    const made = bytes.getBytes().slice();
    bytes.index = 0;
    return made;
  };
  const writeGroup = () => {
    const rows = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    lines = [];
    size = 0;
    const columnData = columns.map(([column]) => ({
      name: column,
      data: rows.map((each) => each[column]),
      offsetIndex: false,
    }));
    writer.write({ columnData, rowGroupSize: rows.length });
  };
  return {
    add(text) {
      for (const line of text.split('\n')) if (line !== '') lines.push(line);
      size += text.length;
      if (size >= group) writeGroup();
      return written();
    },
    end() {
      if (lines.length > 0) writeGroup();
      writer.finish();
      return written();
    },
  };
}

const TYPES = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  double: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
} as const;

/** The elements of a column, parents before children, as Parquet's schema lists them. */
function elementsOf(name: string, shape: Shape): SchemaElement[] {
  const repetition_type = shape.nullable ? 'OPTIONAL' : 'REQUIRED';
  if (shape.kind === 'list') {
    return [
      { name, repetition_type, converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      ...elementsOf('element', shape.of),
    ];
  }
  if (shape.kind === 'struct') {
    const children = Object.entries(shape.fields);
    return [
      { name, repetition_type, num_children: children.length },
      ...children.flatMap(([key, child]) => elementsOf(key, child)),
    ];
  }
  return [{ name, repetition_type, ...TYPES[shape.kind] }];
}
