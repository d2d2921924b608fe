/**
 * The fields of a form that sends only what differs, with what they were when the draft was begun: a draft may come
 * back days later, when others have changed the same thing.
 */
export type Begun<F extends object> = F & { readonly start: F };

/** A draft that begins with these fields. */
export const begun = <F extends object>(fields: F): Begun<F> => ({ ...fields, start: fields });

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

type Groups<F> = readonly (readonly (keyof F & string)[])[];

/** Whether the writer left a field, and what is one thing with it, as the draft began with it. */
function isLeft<F extends object>(draft: Begun<F>, field: string, groups: Groups<F>): boolean {
	const together: readonly string[] = groups.find((group) => group.some((one) => one === field)) ?? [field];
	return together.every((one) => same(Reflect.get(draft, one), Reflect.get(draft.start, one)));
}

/**
 * The draft on what is there now: what its writer left alone takes the present value, what he changed stays as he
 * wrote it and keeps what it began with. Fields of a group are one thing: they are taken over together or not at all.
 */
export function caughtUp<F extends object, D extends Begun<F>>(
	draft: D,
	present: F,
	groups: Groups<F> = [],
): D {
	const newer = Object.fromEntries(
		Object.entries(present).filter(([field]) => isLeft<F>(draft, field, groups)),
	);
	return { ...draft, ...newer, start: { ...draft.start, ...newer } };
}

/** Which fields both the writer and somebody else changed after the draft was begun: his would replace the other's. */
export const contested = <F extends object>(draft: Begun<F>, present: F, groups: Groups<F> = []): string[] =>
	changedSince<F>(draft.start, present).filter((field) => !isLeft<F>(draft, field, groups));

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
