// The bytes of a file from outside → XML as text, or what is wrong with it, in Chinese. Nothing is parsed that could grow or reach
// out: files beyond a flow's size and document type declarations (entities) are refused.

/** The largest flow of the demonstration comes to 60 KB; tools that draw pictures into the file need more. Unit: bytes. */
export const largestFile = 5_000_000;

export type XmlText = { text: string } | { fault: string };

/** By byte order mark, else by the XML declaration, else UTF-8. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1] ?? 'utf-8';
}

/** Does a document type declaration stand before the root element? */
function declaresType(text: string): boolean {
  let at = 0;
  while (at >= 0 && at < text.length) {
    at = text.indexOf('<', at);
    if (at < 0) return false;
    if (text.startsWith('<!--', at)) at = text.indexOf('-->', at);
    else if (text.startsWith('<?', at)) at = text.indexOf('?>', at);
    else return text.startsWith('<!', at);
    if (at >= 0) at += 1;
  }
  return false;
}

/** The text of an XML file. */
export function xmlText(bytes: Uint8Array): XmlText {
  if (bytes.length > largestFile) return { fault: `文件太大（超过 ${largestFile / 1_000_000} MB），一张流程图不会有这么大` };
  const encoding = encodingOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { fault: `文件不是 ${encoding} 编码的文本：另存为 UTF-8 编码的 BPMN 2.0 文件再导入` };
  }
  if (!text.trim().startsWith('<')) return { fault: '文件不是 XML：在原来的软件里选“导出 BPMN 2.0（XML）”，不要选图片或者软件自己的格式' };
  if (declaresType(text)) return { fault: '文件带有文档类型声明（<!DOCTYPE>），BPMN 文件不需要它，出于安全不予读取：删去这一段再导入' };
  // What the declaration says of the encoding is done; the parser knows only UTF-8.
  return { text: text.replace(/^<\?xml[^>]*\?>/, '') };
}
