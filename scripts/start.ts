// `npm start`: builds the site and serves it on this machine only, for a look. Not a server for the public: any web server can
// serve the folder dist.
import { preview } from 'astro';
import { commandLine } from './command-line.ts';

if (commandLine('用法：npm start\n检查内容、生成网站，只在这台电脑上打开来看。端口默认 4321，可用环境变量 PORT 另指。', {})) {
  await import('./build.ts');
  if (!process.exitCode) {
    const port = Number(process.env['PORT'] ?? 4321);
    const server = await preview({ logLevel: 'error', server: { host: '127.0.0.1', port } });
    console.log(`请用浏览器打开 http://127.0.0.1:${server.port}/ ，按 Ctrl+C 结束`);
  }
}
