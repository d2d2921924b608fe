/** One query in the form that every query library takes (TanStack Query, SWR, or none: call `queryFn`). */
export type Query<Input, Output> = {
	/** Begins with the room and the verb, so that a whole room can be invalidated at once. */
	readonly queryKey: readonly [room: string, verb: string, input: Input];
	readonly queryFn: (context?: { signal?: AbortSignal }) => Promise<Output>;
};

/** The part of a query library's context that a request takes: its abort signal. */
export const signalOf = (context?: { signal?: AbortSignal }): { signal?: AbortSignal } =>
	context?.signal ? { signal: context.signal } : {};
