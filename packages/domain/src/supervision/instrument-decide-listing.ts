import { accept, addDays, addMonths, type Decision, type Refusal, reject, say } from "../kernel/index.ts";
import { type ResolvedRules, RuleParams } from "../rules/index.ts";
import { formatDate } from "../vocabulary/index.ts";
import type { Instrument } from "./instrument.ts";
import type { InstrumentCommand } from "./instrument-commands.ts";
import { dayOf, type InstrumentContext } from "./instrument-context.ts";
import type { InstrumentEvent } from "./instrument-events.ts";
import { dayOutside, extensionRefused, limitMissing } from "./instrument-refusals.ts";

type CommandOf<T extends InstrumentCommand["type"]> = Extract<InstrumentCommand, { type: T }>;

const paramsOf = (rules: ResolvedRules) =>
	new RuleParams(rules, ["limitMonths", "listedExtAskMonths", "listedExtMaxMonths"]);

/** SUP-06: a listing names its limit, within so many months of the day it is listed. */
export function limitGuard(
	{ on, limitOn }: CommandOf<"issueInstrument">,
	{ rules }: InstrumentContext,
): Refusal[] {
	if (limitOn === null) return [limitMissing()];
	const latest = addMonths(on, paramsOf(rules).number("limitMonths"));
	const outside = limitOn <= on || limitOn > latest;
	return outside
		? [dayOutside("limitOn", "SUP-06", say("挂牌期限", "The limit"), addDays(on, 1), latest)]
		: [];
}

/** SUP-06: asked for so many months before the limit, and so many months in all at most. */
export function decideExtend(
	{ listing }: Instrument,
	{ to, askedOn, reason }: CommandOf<"extendListing">,
	context: InstrumentContext,
): Decision<InstrumentEvent> {
	if (listing === null) return reject(limitMissing());
	const params = paramsOf(context.rules);
	const months = params.number("listedExtAskMonths");
	const most = params.number("listedExtMaxMonths");
	const lastDayToAsk = addMonths(listing.limitOn, -months);
	const latest = addMonths(listing.originalLimitOn, most);
	const today = dayOf(context);
	const refusals = [
		...(askedOn > lastDayToAsk
			? [
					extensionRefused(
						say(
							`延期须在到期前${months}个月提出，最迟${formatDate(lastDayToAsk, "zh-CN")}`,
							`An extension is asked for ${months} month(s) before the limit: by ${formatDate(lastDayToAsk, "en")}`,
						),
						"askedOn",
					),
				]
			: []),
		...(askedOn > today
			? [extensionRefused(say("申请日期不能晚于今天", "It cannot be asked for in the future"), "askedOn")]
			: []),
		...(to <= listing.limitOn
			? [extensionRefused(say("延期须晚于现期限", "The new limit lies after the present one"), "to")]
			: []),
		...(to > latest
			? [
					extensionRefused(
						say(
							`延期合计不超过${most}个月，最迟${formatDate(latest, "zh-CN")}`,
							`Extensions are ${most} months at most in all: until ${formatDate(latest, "en")}`,
						),
						"to",
					),
				]
			: []),
	];
	if (refusals.length > 0) return reject(...refusals);
	const { now: at, stamp: by } = context;
	return accept<InstrumentEvent>({
		type: "listingExtended",
		at,
		by,
		from: listing.limitOn,
		to,
		askedOn,
		reason,
	});
}
