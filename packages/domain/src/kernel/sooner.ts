/** The day after every other: nothing happens by itself any more. */
export const NEVER = Number.POSITIVE_INFINITY;

/** The sooner of two days that lie after `today`, as day numbers; a `day` that is over, or is today, does not count. */
export const sooner = (first: number, day: number, today: number): number =>
	day > today && day < first ? day : first;
