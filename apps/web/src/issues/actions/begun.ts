/**
 * The fields of a form that sends only what differs, with what they were when the draft was begun: a draft may come
 * back days later, when others have changed the same thing.
 */
export type Begun<F extends object> = F & { readonly start: F };

/** A draft that begins with these fields. */
export const begun = <F extends object>(fields: F): Begun<F> => ({ ...fields, start: fields });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The draft on what is there now: what its writer left alone takes the present value, what he changed stays as he
 * wrote it and keeps what it began with. Fields of a group are one thing: they are taken over together or not at all.
 */
export function caughtUp<F extends object, D extends Begun<F>>(
	draft: D,
	present: F,
	groups: readonly (readonly (keyof F & string)[])[] = [],
): D {
	const isLeft = (field: string) => same(Reflect.get(draft, field), Reflect.get(draft.start, field));
	const groupOf = (field: string): readonly string[] =>
		groups.find((group) => group.some((one) => one === field)) ?? [field];
	const newer = Object.fromEntries(Object.entries(present).filter(([field]) => groupOf(field).every(isLeft)));
	return { ...draft, ...newer, start: { ...draft.start, ...newer } };
}

/** Which of these fields, of all where none is named, somebody changed after the draft was begun. */
export const changedSince = <F extends object>(
	start: F,
	present: F,
	...fields: readonly (keyof F & string)[]
): string[] =>
	Object.keys(present).filter(
		(field) =>
			(fields.length === 0 || fields.some((one) => one === field)) &&
			!same(Reflect.get(start, field), Reflect.get(present, field)),
	);
