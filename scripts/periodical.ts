// `npm run periodical -- --from <day> --to <day>`: copy for the paper's column, as a Word file and as plain text, with its length.
import { periodicalCopy, periodicalText } from '../src/channels/text/periodical.ts';
import { periodicalDocx } from '../src/channels/text/periodical-docx.ts';
import { lengthOf } from '../src/channels/text/words.ts';
import { periodicalView } from '../src/views/digest.ts';
import { commandLine, fail } from './command-line.ts';
import { faultsOfPeriod, makeForPeriod, periodOptions } from './period-command.ts';

const usage = [
  '用法：npm run periodical -- --from <日期> --to <日期> [--out <文件夹>]',
  '生成一段时间的报刊稿：新公开、变更、撤下的全部内容，按单位排列。一份 Word 文件，一份纯文本，标明字数。',
  '  --from <日期>   第一天，例如 2026-01-01',
  '  --to <日期>     最后一天（含当天），例如 2026-03-31',
  '  --out <文件夹>  放在哪里；不写是 artefacts/periodical',
  '期内没有内容时不生成文件。内容有错误时不生成，原有的文件不变。用法见 docs/text-channels.md。',
].join('\n');

const given = commandLine(usage, periodOptions, true);
if (given) {
  const { values, positionals } = given;
  const { from = '', to = '', out = 'artefacts/periodical' } = values;
  const faults = faultsOfPeriod(values, positionals);
  if (faults.length > 0) fail(...faults, usage);
  else {
    await makeForPeriod(
      { from, to },
      {
        name: '报刊稿',
        folder: out,
        view: periodicalView,
        artefacts: async (view, { site }) => {
          const copy = periodicalCopy(view);
          const { words, withMarks } = lengthOf(copy.map(({ text }) => text).join('\n'));
          const says = `${withMarks} 字（与 Word 的“字数”同样算法，含标点），不含标点 ${words} 字`;
          return [
            {
              ending: `_${withMarks}字.docx`,
              content: await periodicalDocx(copy, { day: site.contentDate, organiser: site.organiser }),
              says,
            },
            { ending: `_${withMarks}字.txt`, content: periodicalText(copy), says },
          ];
        },
      },
    );
  }
}
