// `npm run check`: reads the content folder, prints every fault with its place and remedy, exits 1 when any stops publishing.
import { check, hasErrors } from '../src/model/check.ts';
import { report } from '../src/model/report.ts';
import { contentDirectory, readCountyFolder } from '../src/reading/county-folder.ts';

if (process.argv.includes('--help')) {
  console.log(
    '用法：npm run check\n检查内容文件夹（默认 content，可用环境变量 CONTENT_DIR 另指）中的全部记录，列出每一处问题和改法。\n有错误时退出码为 1，只有提醒或没有问题时为 0。',
  );
} else {
  const content = await readCountyFolder(contentDirectory());
  const faults = check(content);
  console.log(report(faults, content.entries.length));
  if (hasErrors(faults)) process.exitCode = 1;
}
