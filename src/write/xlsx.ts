/**
 * Excel's own format (Office Open XML, ISO/IEC 29500), one claim a row, with the columns of `csv`: days and numbers are
 * typed, and text is text, so that nothing in an article can be a formula. Rows go out as they come: the writers that there
 * are hold the whole sheet, so the few parts of a workbook are written here, and fflate packs them.
 */
import { Zip, ZipDeflate } from 'fflate';
import { CLAIM_COLUMNS } from './csv.ts';
import type { Joiner } from './format.ts';
import type { ClaimRecord } from './records.ts';

/** Rows of a sheet, its head included; more go into the next. */
const MAX_ROWS = 1_048_576;
/** UTF-16 code units of a cell. */
const MAX_CELL_LENGTH = 32_767;
/** Milliseconds since 1970 of the day that Excel counts from, and those of a day. */
const [EPOCH, DAY] = [Date.UTC(1899, 11, 30), 86_400_000];
/** The first day that all programs count alike: Excel takes 1900 for a leap year. */
const FIRST_DAY = '1900-03-01';
/** A zip names a time for each of its files: always the first that it can. */
const MTIME = new Date(1980, 0, 1);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Styles of cells by their number: plain, a day, the head. */
const [, DATE, BOLD] = [0, 1, 2];
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** Columns of text that is read, in letters; the others are as wide as Excel makes them. */
const WIDTHS: Readonly<Record<string, number>> = { article: 28, published: 12, source: 26, text: 80, through: 20 };

/** What XML 1.0 cannot hold, and what it takes for markup. */
const UNSAFE =
  /[\0-\b\v\f\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[&<>"]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** @param rows of a sheet, for tests */
export function joinXlsx(rows = MAX_ROWS): Joiner {
  const bytes: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    bytes.push(chunk);
  });
  const encoder = new TextEncoder();
  const open = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = MTIME;
    zip.add(part);
    return part;
  };
  const whole = (name: string, text: string) => open(name).push(encoder.encode(text), true);
  let sheet: ZipDeflate | null = null;
  let sheets = 0;
  let row = 0;
  const begin = (): ZipDeflate => {
    sheets += 1;
    row = 1;
    const part = open(`xl/worksheets/sheet${sheets}.xml`);
    part.push(encoder.encode(SHEET_HEAD));
    return part;
  };
  const finish = () => sheet?.push(encoder.encode('</sheetData></worksheet>'), true);
  const written = (): Uint8Array => Buffer.concat(bytes.splice(0));
  return {
    add(text) {
      for (const line of text.split('\n')) {
        if (line === '') continue;
        if (sheet === null || row === rows) {
          finish();
          sheet = begin();
        }
        row += 1;
        sheet.push(encoder.encode(rowOf(JSON.parse(line) as ClaimRecord)));
      }
      return written();
    },
    end() {
      sheet ??= begin();
      finish();
      for (const [name, content] of partsOf(sheets)) whole(name, content);
      zip.end();
      return written();
    },
  };
}

const SHEET_HEAD = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${CLAIM_COLUMNS.map(
  ([name], at) => `<col min="${at + 1}" max="${at + 1}" width="${WIDTHS[name] ?? 11}" customWidth="1"/>`,
).join('')}</cols><sheetData><row>${CLAIM_COLUMNS.map(([name]) => textCell(name, BOLD)).join('')}</row>`;

function rowOf(claim: ClaimRecord): string {
  return `<row>${CLAIM_COLUMNS.map(([name, cell]) => cellOf(name, cell(claim))).join('')}</row>`;
}

function cellOf(name: string, value: string | number | null): string {
  if (value === null || value === '') return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (name === 'published' && value >= FIRST_DAY) {
    return `<c s="${DATE}"><v>${(Date.parse(`${value}T00:00:00Z`) - EPOCH) / DAY}</v></c>`;
  }
  if (LOGICAL.has(name)) return `<c t="b"><v>${value === 'true' ? 1 : 0}</v></c>`;
  return textCell(value);
}

const LOGICAL: ReadonlySet<string> = new Set(['resolved', 'negated', 'hedged', 'statement']);

function textCell(text: string, style?: number): string {
  const short = text.length > MAX_CELL_LENGTH ? `${text.slice(0, MAX_CELL_LENGTH - 1)}…` : text;
  const safe = short.replace(UNSAFE, (character) => ENTITIES[character] ?? '\ufffd');
  return `<c t="inlineStr"${style === undefined ? '' : ` s="${style}"`}><is><t xml:space="preserve">${safe}</t></is></c>`;
}

/** What makes a workbook of the sheets. */
function partsOf(sheets: number): (readonly [name: string, content: string])[] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const type = (part: string, of: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${of}+xml"/>`;
  const relation = (id: number, of: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${of}" Target="${target}"/>`;
  const relations = (content: string) =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  return [
    ['xl/styles.xml', STYLES],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbers
        .map((at) => `<sheet name="Claims${at === 1 ? '' : ` ${at}`}" sheetId="${at}" r:id="rId${at}"/>`)
        .join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        numbers.map((at) => relation(at, 'worksheet', `worksheets/sheet${at}.xml`)).join('') +
          relation(sheets + 1, 'styles', 'styles.xml'),
      ),
    ],
    ['_rels/.rels', relations(relation(1, 'officeDocument', 'xl/workbook.xml'))],
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('workbook', 'sheet.main')}${type('styles', 'styles')}${numbers.map((at) => type(`worksheets/sheet${at}`, 'worksheet')).join('')}</Types>`,
    ],
  ];
}
