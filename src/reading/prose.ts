// An MDX file → its front matter, the plain text of its body, and everything wrong with the body.
// Content is prose, not programs: import, export, {expressions} and components are faults here, so nothing offices write can run.
import { type MdastNode, mdxToMdast } from 'satteri';
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

const codeNodes = new Set(['mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement', 'html']);

function textOf(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value;
  return 'children' in node ? (node.children as MdastNode[]).map(textOf).join('') : '';
}

const blocks = new Set(['heading', 'paragraph', 'tableRow', 'code']);

/** Blocks of plain text in reading order, and the faults of the body with their lines in the file. */
export function readProse(body: string, bodyLine: number): { text: string[]; faults: ProseFault[] } {
  const text: string[] = [];
  const faults: ProseFault[] = [];
  const at = (line: number, column: number) => ({ line: line + bodyLine - 1, column });
  const visit = (node: MdastNode): void => {
    if (codeNodes.has(node.type)) {
      const start = node.position?.start ?? { line: 1, column: 1 };
      faults.push({
        ...at(start.line, start.column),
        code: 'code-in-prose',
        message: '正文里有花括号、尖括号标签或 import/export',
        remedy: '正文只写文字；确实要用这些符号时改用全角｛｝＜＞',
      });
    } else if (node.type === 'tableRow') {
      text.push((node.children as MdastNode[]).map(textOf).join('　'));
    } else if (blocks.has(node.type)) {
      text.push(textOf(node));
      if (node.type === 'paragraph' || node.type === 'heading')
        for (const inner of node.children as MdastNode[]) if (codeNodes.has(inner.type)) visit(inner);
    } else if ('children' in node) {
      for (const inner of node.children as MdastNode[]) visit(inner);
    }
  };
  try {
    visit(mdxToMdast(body, { features: { frontmatter: false } }) as MdastNode);
  } catch (error) {
    const [, line = '1', column = '1'] = /^(\d+):(\d+):/.exec(error instanceof Error ? error.message : '') ?? [];
    return {
      text: [],
      faults: [
        {
          ...at(Number(line), Number(column)),
          code: 'mdx-syntax',
          message: '正文里的 { 或 < 没有配对，无法排版',
          remedy: '正文只写文字；确实要用这些符号时改用全角｛｝＜＞',
        },
      ],
    };
  }
  if (text.every((block) => block.trim() === '') && faults.length === 0) {
    faults.push({
      line: Math.max(1, bodyLine - 1),
      column: 1,
      code: 'empty-prose',
      message: '第二个“---”以下没有正文',
      remedy: '写上全文；没有全文的制度不要登记',
    });
  }
  return { text, faults };
}
