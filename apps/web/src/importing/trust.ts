/** How sure the reader is: below these a reading is doubtful or at least worth a look. */
const DOUBTFUL_BELOW = 0.6;
const CHECK_BELOW = 0.85;

export type Trust = "sure" | "check" | "doubtful" | "missing";

/** How far a reading of this confidence (0 to 1) is to be trusted. */
export const trustOf = (confidence: number): Exclude<Trust, "missing"> =>
	confidence < DOUBTFUL_BELOW ? "doubtful" : confidence < CHECK_BELOW ? "check" : "sure";

/** The edge that marks a reading; the word beside it says the same. */
export const TRUST_EDGES: Readonly<Record<Trust, string>> = {
	sure: "border-transparent",
	check: "border-near",
	doubtful: "border-late",
	missing: "border-dashed border-line-strong",
};
