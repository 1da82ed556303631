// The list of what was made, as one page that needs nothing else: opened from a disk or a stick, it leads to the files beside it.
// In: the files. Out: HTML.
import { sizeText } from '../src/views/wording.ts';

export interface MadeFile {
  /** Relative to the page. */
  path: string;
  /** First part of the path. */
  folder: string;
  /** What it is about, where that is known. */
  title: string | undefined;
  /** Bytes. */
  size: number;
  made: Date;
}

export interface Made {
  county: string;
  demonstration: string | undefined;
  groups: readonly { folder: string; name: string }[];
  files: readonly MadeFile[];
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
const address = (path: string) => path.split('/').map(encodeURIComponent).join('/');

const dayOf = (date: Date) => `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;

const style =
  'body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:17px/1.7 "Noto Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#182026;background:#fbfaf6}' +
  'h1,h2{color:#0e4a58;line-height:1.4}h2{border-top:3px solid #0e4a58;padding-top:.4rem;margin-top:2rem}table{border-collapse:collapse;width:100%}' +
  'td,th{padding:.3rem .6rem .3rem 0;border-bottom:1px solid #dcd6c8;text-align:left;overflow-wrap:anywhere}td:nth-child(n+2){white-space:nowrap}a{color:#0e4a58}small{color:#47535b}';

export function madePage({ county, demonstration, groups, files }: Made): string {
  const sections = groups.flatMap(({ folder, name }) => {
    const own = files.filter((file) => file.folder === folder);
    const rows = own.map(({ path, title, size, made }) => {
      const file = path.slice(folder.length + 1);
      const words = title ? `${escaped(title)}</a> <small>${escaped(file)}</small>` : `${escaped(file)}</a>`;
      return `<tr><td><a href="${address(path)}">${words}</td><td>${sizeText(size)}</td><td>${dayOf(made)}</td></tr>`;
    });
    const table = `<table><thead><tr><th scope="col">文件</th><th scope="col">大小</th><th scope="col">制作日期</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
    return own.length === 0 ? [] : [`<h2>${escaped(name)} <small>${own.length} 个文件</small></h2>\n${table}`];
  });
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(county)}权力公开载体清单</title><style>${style}</style></head>
<body><h1>${escaped(county)}权力公开载体清单</h1>
${demonstration ? `<p><b>${escaped(demonstration)}</b></p>\n` : ''}${sections.join('\n')}
</body></html>
`;
}
