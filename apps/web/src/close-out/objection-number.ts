/**
 * The receipt number of an objection, as its author and the office read it to each other: the random end of its id, in
 * groups of four. Two objections to one notice do not share one.
 */
export const objectionNumber = (objectionId: string): string =>
	objectionId
		.replaceAll("-", "")
		.slice(-12)
		.toUpperCase()
		.replace(/(.{4})(?=.)/g, "$1-");
