// A command of this project, run as an office runs it: a process of its own, over a content folder.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export const project = join(import.meta.dirname, '..');

/** What it said on both streams, and its exit code. */
export async function runCommand(script: string, args: readonly string[], content: string): Promise<{ code: number; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...args], {
      cwd: project,
      env: { ...process.env, CONTENT_DIR: content },
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}
