/** Address of a request for advice, or of one of its pages. */
export function advicePath(reference: string, page = ''): string {
  return page === '' ? `/advice/${reference}` : `/advice/${reference}/${page}`;
}

/** Where somebody asks for advice, from nothing or from a case. */
export function askPath(about?: string, point?: number): string {
  const query = new URLSearchParams({
    ...(about === undefined ? {} : { about }),
    ...(point === undefined ? {} : { point: String(point) }),
  });
  return query.size === 0 ? '/advice/ask' : `/advice/ask?${query.toString()}`;
}
