// An MDX file → its front matter, the plain text of its body, and everything wrong with the body.
// Content is prose, not programs: import, export, {expressions} and components are faults here, so nothing offices write can run.
import { type MdastNode, mdxToMdast } from 'satteri';
import type { ProseBlock } from '../model/entry.ts';
import type { FaultCode, Place } from '../model/fault.ts';

export interface ProseFault extends Place {
  code: FaultCode;
  message: string;
  remedy: string;
}

export interface SplitProse {
  frontMatter: string;
  body: string /** Line of the file on which the body begins. */;
  bodyLine: number;
}

/** Front matter and body, or undefined where the file does not begin with `---`. */
export function splitProse(text: string): SplitProse | undefined {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return undefined;
  const head = match[0];
  return { frontMatter: match[1] ?? '', body: text.slice(head.length), bodyLine: head.split('\n').length };
}

/** Where the `---` that should stand around the front matter is missed: on the first line, or where its fields end. 1-based. */
export function missingFence(text: string): { line: number; message: string } {
  const lines = text.split('\n');
  if (!/^---[ \t]*\r?$/.test(lines[0] ?? '')) return { line: 1, message: '文件第一行不是“---”' };
  const end = lines.findIndex((line, index) => index > 0 && !/^(?:\w+:|[ \t]+\S|- |#)/.test(line));
  return { line: end < 0 ? lines.length : end + 1, message: '登记信息后面缺少结束的“---”' };
}

const codeNodes = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement', 'html']);
const blockNodes = new Set(['heading', 'paragraph', 'tableRow', 'code']);
const plainSigns = '正文只写文字；确实要用这些符号时改用全角｛｝＜＞';

const childrenOf = (node: MdastNode): MdastNode[] => ('children' in node ? (node.children as MdastNode[]) : []);

function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return childrenOf(node)
    .map(textOf)
    .join(node.type === 'tableRow' ? '　' : '');
}

/** Every node in reading order. Without recursion: a body of a thousand nested quotes is a fault, not a crash. */
function nodesIn(root: MdastNode): MdastNode[] {
  const nodes: MdastNode[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    nodes.push(node);
    waiting.push(...childrenOf(node).toReversed());
  }
  return nodes;
}

/** Does a link lead to a program or to data instead of a page? */
function isProgramLink(node: MdastNode): boolean {
  return 'url' in node && typeof node.url === 'string' && /^\s*(?:javascript|data|vbscript):/i.test(node.url);
}

/** Headings with nothing below them before the next heading of their rank, or before the end. */
function emptyHeadings(root: MdastNode): MdastNode[] {
  const top = childrenOf(root);
  return top.filter((node, index) => {
    if (node.type !== 'heading') return false;
    const next = top[index + 1];
    return next === undefined || (next.type === 'heading' && next.depth <= node.depth);
  });
}

/** Blocks of plain text in reading order, and the faults of the body, both with their places in the file. */
export function readProse(body: string, bodyLine: number): { blocks: ProseBlock[]; faults: ProseFault[] } {
  const placeOf = (node: MdastNode): Place => ({
    line: (node.position?.start.line ?? 1) + bodyLine - 1,
    column: node.position?.start.column ?? 1,
  });
  let root: MdastNode;
  try {
    root = mdxToMdast(body, { features: { frontmatter: false } }) as MdastNode;
  } catch (error) {
    const [, line = '1', column = '1'] = /^(\d+):(\d+):/.exec(error instanceof Error ? error.message : '') ?? [];
    const place = { line: Math.max(1, Number(line)) + bodyLine - 1, column: Math.max(1, Number(column)) };
    return { blocks: [], faults: [{ ...place, code: 'mdx-syntax', message: '正文里的 { 或 < 没有配对，无法排版', remedy: plainSigns }] };
  }
  const nodes = nodesIn(root);
  const blocks = nodes.filter(({ type }) => blockNodes.has(type)).map((node) => ({ ...placeOf(node), text: textOf(node) }));
  const faults: ProseFault[] = nodes
    .filter((node) => codeNodes.has(node.type) || isProgramLink(node))
    .map((node) => ({
      ...placeOf(node),
      code: 'code-in-prose',
      message: '正文里有花括号、尖括号标签或 import/export',
      remedy: plainSigns,
    }));
  for (const node of emptyHeadings(root)) {
    faults.push({
      ...placeOf(node),
      code: 'blank-section',
      message: `标题“${textOf(node)}”下面没有内容`,
      remedy: '写上内容，或者删去这个标题',
    });
  }
  if (blocks.every(({ text }) => text.trim() === '') && faults.length === 0) {
    const place = { line: Math.max(1, bodyLine - 1), column: 1 };
    faults.push({ ...place, code: 'empty-prose', message: '第二个“---”以下没有正文', remedy: '写上全文；没有全文的制度不要登记' });
  }
  return { blocks, faults };
}
