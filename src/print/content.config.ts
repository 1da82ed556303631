// The print build has a source folder of its own; its prose is the same.
export { collections } from '../content.config.ts';
