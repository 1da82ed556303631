// Which of the pages of a route this run of printing builds. In: all of them by id. Out: those of the job at hand that were asked for.

/** A static path for each page wanted: `params.id`, and the page itself as `props.page`. */
export function wanted<T>(job: string, pages: readonly { id: string; page: T }[]): { params: { id: string }; props: { page: T } }[] {
  if (import.meta.env.PRINT_JOB !== job) return [];
  const only = import.meta.env.PRINT_ONLY;
  return pages.filter(({ id }) => only === null || only.includes(id)).map(({ id, page }) => ({ params: { id }, props: { page } }));
}
