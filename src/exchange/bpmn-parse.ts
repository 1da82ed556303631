// BPMN XML → its elements, what was skipped on the way, or why it cannot be read: the words of the XML library put into Chinese.
import type { BpmnElement, BpmnWarning } from 'bpmn-moddle';
import { bpmn } from './bpmn-dialect.ts';
import { idInFile, withAllowedIds } from './foreign-ids.ts';

/** Why a file as a whole cannot become a flow. The message is for the clerk. */
export class Unreadable extends Error {}

/** More of one sort are counted, not listed. */
const mostListed = 10;

/** `line: 4` of the library's message, which counts from 0. */
const lineOf = (message: string) => Number(/line: (\d+)/.exec(message)?.[1] ?? 0) + 1;

/** One sentence for each thing skipped; a broken XML is no such thing. */
function skipped(warnings: readonly BpmnWarning[]): string[] {
  const sentences: string[] = [];
  const attributes = new Set<string>();
  for (const { message, value } of warnings) {
    const unknown = /unknown type <([^>]*)>/.exec(message)?.[1];
    const twice = /duplicate ID <([^>]*)>/.exec(message)?.[1];
    const attribute = /unknown attribute <([^>]*)>/.exec(message)?.[1];
    if (unknown) sentences.push(`跳过了第 ${lineOf(message)} 行不认识的元素 ${unknown}`);
    else if (twice) sentences.push(`跳过了第 ${lineOf(message)} 行的元素：编号 ${idInFile(twice)} 与前面重复`);
    else if (attribute) attributes.add(attribute);
    else if (message.startsWith('unresolved reference')) sentences.push(`跳过了对 ${idInFile(value ?? '')} 的引用：文件里没有这个元素`);
    else throw new Unreadable(`XML 写坏了（第 ${lineOf(message)} 行）：在原来的软件里重新导出一份`);
  }
  if (attributes.size > 0) sentences.push(`跳过了不认识的属性 ${[...attributes].slice(0, mostListed).join('、')}`);
  const shown = [...new Set(sentences)];
  return shown.length > mostListed ? [...shown.slice(0, mostListed), `同样跳过的还有 ${shown.length - mostListed} 处`] : shown;
}

/** The root elements (processes, collaborations) of a BPMN file. Throws Unreadable. */
export async function rootElements(xml: string): Promise<{ elements: BpmnElement[]; skipped: string[] }> {
  const moddle = bpmn();
  let result: Awaited<ReturnType<typeof moddle.fromXML>>;
  try {
    result = await moddle.fromXML(withAllowedIds(xml));
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('failed to parse document as'))
      throw new Unreadable('这是 XML，但不是 BPMN 2.0：在原来的软件里选“导出 BPMN 2.0”；Visio、draw.io 的文件不能这样导入');
    throw new Unreadable(`XML 写坏了或者没有写完（第 ${lineOf(message)} 行）：在原来的软件里重新导出一份`);
  }
  return { elements: result.rootElement.rootElements ?? [], skipped: skipped(result.warnings) };
}
