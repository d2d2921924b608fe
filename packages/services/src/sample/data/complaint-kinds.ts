/**
 * One row of the sample's complaint tables, in the words that a published table prints. A text may name another
 * receipt as `{1-D0003}`, its batch and the end of its number.
 */
export type SampleComplaint = {
	/** `D0001` or `X0001`: the letter and the serial of the receipt number; the batch day stands between them. */
	receipt: string;
	region: string;
	types: string;
	summary: string;
	investigation: string;
	verdict: "属实" | "基本属实" | "部分属实" | "不属实";
	target?: string;
	handling: string;
	status: "已办结" | "阶段性办结" | "未办结";
	accountability?: string;
	/** 重点关注件: a star before its receipt number. */
	key?: boolean;
};

export type SampleBatch = {
	number: number;
	/** The day on which the team handed it over, in days from today. */
	day: number;
	rows: readonly SampleComplaint[];
};

/** What a later edition says of complaints that were not closed at first. */
export type SampleClosing = {
	batch: number;
	receipt: string;
	handling: string;
};

/** `[batch, receipt, batch, receipt]`: the first repeats the second. */
export type SampleRepeat = readonly [number, string, number, string];
