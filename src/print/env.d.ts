// What rendering/print-pages.ts tells the print build.
interface ImportMetaEnv {
  /** The folder of src/print/pages that is wanted. */
  readonly PRINT_JOB: string;
  /** Ids of its pages that are wanted; null for all. */
  readonly PRINT_ONLY: readonly string[] | null;
}
