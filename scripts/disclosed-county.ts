// The county as the public may see it, for commands that have to know what there is to be printed. In: the content folder. Faults of
// the content are told by what is run afterwards.
import type { County } from '../src/model/county.ts';
import { disclosed } from '../src/model/disclosed.ts';
import { resolve } from '../src/model/resolve.ts';
import { readContent } from '../src/reading/one-reading.ts';

export const disclosedCounty = async (): Promise<County> => resolve(disclosed((await readContent()).entries));
