/** The part of a query library's context that a request takes: its abort signal. */
export const signalOf = (context?: { signal?: AbortSignal }) => (context?.signal ? { signal: context.signal } : {});
