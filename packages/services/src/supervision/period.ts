import { type IsoDate, IsoDate as IsoDates, say } from "@zhenggai/domain/kernel";
import type { ScorePeriod } from "@zhenggai/domain/supervision";
import { ServiceError } from "../errors.ts";

/** The period that is asked about: this year up to today where nothing is said. Throws BAD_INPUT for one that ends before it begins. */
export function periodOf(
	{ from, to }: { readonly from?: IsoDate | undefined; readonly to?: IsoDate | undefined },
	today: IsoDate,
): ScorePeriod {
	const last = to ?? today;
	const first = from ?? IsoDates.parse(`${last.slice(0, 4)}-01-01`);
	if (first <= last) return { from: first, to: last };
	throw new ServiceError("BAD_INPUT", say("起始日期晚于截止日期", "The period ends before it begins"));
}
