// What a command was given. In: its options and usage. Out: values and words; nothing where that already was the answer: usage asked
// for, or a slip, which is said. A fault makes the exit code 1.
import { type ParseArgsConfig, parseArgs } from 'node:util';

export function fail(...messages: string[]): void {
  for (const message of messages) console.error(message);
  process.exitCode = 1;
}

/** `words`: may there be words beside the options? */
export function commandLine<O extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: O, words = false) {
  try {
    const given = parseArgs({ allowPositionals: words, options: { ...options, help: { type: 'boolean', default: false } } });
    if (!(given.values as { help?: boolean }).help) return given;
    console.log(usage);
  } catch {
    fail('命令写得不对。', usage);
  }
  return undefined;
}
