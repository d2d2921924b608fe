import { numeralValue } from "../kernel/index.ts";

const DASH = /[-‐-―－~～]/gu;
const DECORATION = /[\s\p{P}第项号条序编]+/gu;

/**
 * A printed number as numbers of lists are compared: `第十二项`, `（12）` and `１２` are one. A number of a measure keeps
 * its parts: `12-02` is `12|2`.
 */
export const comparableNumber = (number: string): string =>
	number
		.normalize("NFKC")
		.replace(DASH, "|")
		.split("|")
		.map((part) => part.replace(DECORATION, ""))
		.filter((part) => part !== "")
		.map((part) => String(numeralValue(part) ?? part))
		.join("|");
