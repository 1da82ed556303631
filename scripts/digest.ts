// `npm run digest -- --from <day> --to <day>`: the phone digest of a period, as the text of short messages and as a page to paste.
import { digestHtml } from '../src/channels/text/digest-html.ts';
import { digestText } from '../src/channels/text/digest-text.ts';
import { smsParts } from '../src/channels/text/sms.ts';
import { digestView } from '../src/views/digest.ts';
import { commandLine, fail } from './command-line.ts';
import { faultsOfPeriod, makeForPeriod, periodOptions } from './period-command.ts';

/** Items a section, so that it is read in a minute. */
const usual = 5;

const usage = [
  '用法：npm run digest -- --from <日期> --to <日期> [--items <条数>] [--out <文件夹>]',
  '生成一段时间的手机报：新公开、变更、撤下的内容，期内的公告、监督检查和意见答复。一份短信文本，一份粘贴进公众号的网页。',
  '  --from <日期>   第一天，例如 2026-01-01',
  '  --to <日期>     最后一天（含当天），例如 2026-03-31',
  `  --items <条数>  每一栏最多列几条，其余只报数；不写是 ${usual} 条`,
  '  --out <文件夹>  放在哪里；不写是 artefacts/digest',
  '期内没有内容时不生成文件。内容有错误时不生成，原有的文件不变。用法见 docs/text-channels.md。',
].join('\n');

const given = commandLine(usage, { ...periodOptions, items: { type: 'string', default: String(usual) } }, true);
if (given) {
  const { values, positionals } = given;
  const { from = '', to = '', items, out = 'artefacts/digest' } = values;
  const faults = [
    ...faultsOfPeriod(values, positionals),
    ...(/^[1-9]\d{0,3}$/.test(items) ? [] : [`条数 --items 应当是 1 以上的整数，写成了“${items}”`]),
  ];
  if (faults.length > 0) fail(...faults, usage);
  else {
    await makeForPeriod(
      { from, to },
      {
        name: '手机报',
        folder: out,
        view: (county, period) => digestView(county, period, Number(items)),
        artefacts: (view) => {
          const text = digestText(view);
          const { encoding, units, parts } = smsParts(text);
          return [
            { ending: `_短信${parts.length}条.txt`, content: text, says: `${units} 个字符（${encoding}），发短信是 ${parts.length} 条` },
            { ending: '.html', content: digestHtml(view), says: '用浏览器打开，全选、复制，粘贴进公众号' },
          ];
        },
      },
    );
  }
}
