// Faults → what a clerk reads in the terminal: grouped by file, each with place, what is wrong and what to do, then a summary.
import type { Fault } from './fault.ts';

/** The whole report, ending with a one-line summary; only the summary when nothing is wrong. */
export function report(faults: readonly Fault[], recordCount: number): string {
  const lines: string[] = [];
  for (const [file, inFile] of Map.groupBy(faults, (item) => item.file)) {
    lines.push(file);
    for (const { line, column, level, code, message, remedy } of inFile) {
      lines.push(`  ${file}:${line}:${column}  ${level === 'error' ? '错误' : '提醒'}  ${message}  [${code}]`, `      怎么改：${remedy}`);
    }
    lines.push('');
  }
  const errors = faults.filter((item) => item.level === 'error').length;
  const warnings = faults.length - errors;
  lines.push(
    faults.length === 0
      ? `共检查 ${recordCount} 条记录，没有发现问题。`
      : `共检查 ${recordCount} 条记录，发现错误 ${errors} 处、提醒 ${warnings} 处。${errors > 0 ? '错误改完才能发布。' : '提醒不影响发布。'}`,
  );
  return lines.join('\n');
}

/** For programs: the faults as they are, and how many records were read. */
export function asJson(faults: readonly Fault[], recordCount: number): string {
  return JSON.stringify({ records: recordCount, faults }, null, 2);
}

/** GitHub's workflow commands. In a property `%`, line ends, `:` and `,` are escaped, in the message all but the last two. */
export function asGithubAnnotations(faults: readonly Fault[], folder: string): string {
  const message = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return faults
    .map(
      (item) =>
        `::${item.level} file=${property(`${folder}/${item.file}`)},line=${item.line},col=${item.column},title=${property(item.code)}::${message(`${item.message}。怎么改：${item.remedy}`)}`,
    )
    .join('\n');
}
