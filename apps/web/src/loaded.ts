type Query<T> = {
	readonly isPending: boolean;
	readonly isLoadingError: boolean;
	readonly data: T | undefined;
};

/** The data of a query, undefined while there is none. Reading `data` too early would hand over to Suspense. */
export const loaded = <T>(query: Query<T>): T | undefined =>
	query.isPending || query.isLoadingError ? undefined : query.data;
