import { randomUUID } from "node:crypto";
import type { Outputs, RegionRulesCommand, RegionRulesParam, RuleChangePreview } from "@zhenggai/client";
import { type Bilingual, IsoDate } from "@zhenggai/domain/kernel";
import { isParamName, limitOfParam, readParamValue } from "@zhenggai/domain/rules";
import {
	caseVocab,
	formatDate,
	label,
	labelOr,
	ruleParamText,
	unappliedMark,
} from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeHistory } from "../command-line/history.ts";
import { formatOf, writeListing } from "../command-line/output.ts";
import { refusedError } from "../command-line/refused.ts";
import { noSuchValue, required, usageError, valueNamed } from "../command-line/values.ts";
import { regionOption } from "../responsibilities/index.ts";
import { say, speak } from "../say.ts";

type View = Outputs["rules"]["region"];
type Client = Awaited<ReturnType<CommandContext["connect"]>>["client"];

/** The day of an option; the server's own today where it is not given. */
async function dayOption(client: Client, context: CommandContext): Promise<string> {
	const text = context.options.value("from");
	if (text === undefined) return (await client.access.me.query()).today;
	if (IsoDate.safeParse(text).success) return text;
	throw usageError("--from", say("应为 YYYY-MM-DD 形式的日期", "must be a day as YYYY-MM-DD"));
}

/** From when, and why. A preview asks for no reason: nothing is written down. */
const dated = async (client: Client, context: CommandContext, looking: boolean) => ({
	effectiveFrom: await dayOption(client, context),
	reason: required("reason", context.options.value("reason") ?? (looking ? NO_REASON : undefined)),
});
const NO_REASON = "——";

/** The parameter that an argument names, by its key or its name in either language. */
function paramNamed(text: string): string {
	const name = valueNamed(caseVocab.ruleParam, text);
	if (name !== null) return name;
	const near = noSuchValue(
		Object.fromEntries(
			Object.entries(caseVocab.ruleParam).filter(([key, { zh }]) => key.includes(text) || zh.includes(text)),
		),
		text,
	);
	throw usageError("rules set", near);
}

/** What `rules set` asks: a value, or with --withdraw the inherited one again. */
async function setCommand(
	client: Client,
	context: CommandContext,
	looking = false,
): Promise<RegionRulesCommand> {
	const [param = "", ...words] = context.arguments;
	const name = paramNamed(param);
	const withdraw = context.options.flag("withdraw");
	const text = words.join(" ");
	if (withdraw !== (text === ""))
		throw usageError(
			"rules set",
			say("请写取值，或用 --withdraw 撤销调整（二者取一）", "say a value, or --withdraw: one of the two"),
		);
	if (withdraw) return { type: "withdrawParameter", name, ...(await dated(client, context, looking)) };
	const limit = limitOfParam(name);
	const value = limit === null ? null : readParamValue(limit, text);
	if (value === null)
		throw usageError("rules set", say(`“${text}”不是该参数的取值`, `"${text}" is no value of it`));
	return { type: "changeParameter", name, value, ...(await dated(client, context, looking)) };
}

/** What `rules choose` asks: a set, or with `none` that of the region above. */
const chooseCommand = async (
	client: Client,
	context: CommandContext,
	id: string,
	looking = false,
): Promise<RegionRulesCommand> => ({
	type: "chooseRuleSet",
	ruleSetId: id === "none" ? null : id,
	...(await dated(client, context, looking)),
});

/** What `rules limit` asks: `10-20`, `locked`, entries with commas, or `none` for the general limits again. */
async function limitCommand(client: Client, context: CommandContext): Promise<RegionRulesCommand> {
	const [param = "", text = ""] = context.arguments;
	const name = paramNamed(param);
	const range = /^(-?[\d.]+)\s*[-–~]\s*(-?[\d.]+)$/.exec(text);
	const bounds = (): Extract<RegionRulesCommand, { type: "limitParameter" }>["bounds"] => {
		if (text === "none") return null;
		if (text === "locked") return { kind: "locked" };
		if (range !== null) return { kind: "range", min: Number(range[1]), max: Number(range[2]) };
		return { kind: "words", options: text.split(/[,，、]/).map((word) => word.trim()) };
	};
	return { type: "limitParameter", name, bounds: bounds(), ...(await dated(client, context, false)) };
}

/** What a change would do, as lines for people. */
function previewText(preview: RuleChangePreview): Bilingual {
	const values = preview.params.map(({ name, before, after }) => {
		const title = isParamName(name) ? caseVocab.ruleParam[name] : say(name, name);
		return say(
			`${title.zh}：${ruleParamText(before.v, "zh-CN")} → ${ruleParamText(after.v, "zh-CN")}`,
			`${title.en}: ${ruleParamText(before.v, "en")} → ${ruleParamText(after.v, "en")}`,
		);
	});
	const lights = preview.lights.map(({ from, to, issues }) =>
		say(
			`${labelOr(caseVocab.light, from, "zh-CN")} → ${labelOr(caseVocab.light, to, "zh-CN")}：${issues} 项`,
			`${labelOr(caseVocab.light, from, "en")} → ${labelOr(caseVocab.light, to, "en")}: ${issues}`,
		),
	);
	const [zhOn, enOn] = [
		formatDate(IsoDate.parse(preview.on), "zh-CN"),
		formatDate(IsoDate.parse(preview.on), "en"),
	];
	const part = preview.complete
		? say("", "")
		: say(
				`（时限内只核对了 ${preview.checked} 项，共 ${preview.open} 项）`,
				` (only ${preview.checked} of ${preview.open} in the time there is)`,
			);
	const head = say(
		`自${zhOn}起，${preview.checked} 项在办问题中有 ${preview.affected} 项的提示会变化${part.zh}`,
		`From ${enOn}, ${preview.affected} of ${preview.checked} open issues would be told something else${part.en}`,
	);
	const lines = [...values, ...lights, head];
	return say(lines.map(({ zh }) => zh).join("\n"), lines.map(({ en }) => en).join("\n"));
}

async function writePreview(context: CommandContext, preview: RuleChangePreview): Promise<void> {
	const { language } = context;
	if (formatOf(context) !== "json") context.talk(previewText(preview));
	await writeListing(
		context,
		[
			say("区域", "Region"),
			say("编号", "Number"),
			say("问题", "Issue"),
			say("新出现", "Appears"),
			say("不再出现", "Disappears"),
			say("预警", "Light"),
		].map((heading) => ({ heading: speak(heading, language), flexible: heading.en === "Issue" })),
		preview.issues.map((issue) => [
			issue.regionName,
			issue.number,
			issue.statement,
			issue.appear.map(({ rule }) => rule).join(" "),
			issue.disappear.map(({ rule }) => rule).join(" "),
			issue.light === null
				? ""
				: `${labelOr(caseVocab.light, issue.light.from, language)} → ${labelOr(caseVocab.light, issue.light.to, language)}`,
		]),
		preview,
	);
}

/** Sends a command on the region's rules as they are, and shows what holds after it. */
async function send(
	context: CommandContext,
	ask: (client: Client, context: CommandContext) => Promise<RegionRulesCommand>,
): Promise<void> {
	const { client } = await context.connect();
	const region = await regionOption(client, context.options.value("region"));
	const command = await ask(client, context);
	const { version } = await client.rules.region.query({ region });
	const outcome = await client.rules.commandRegion.mutate({
		region,
		command,
		envelope: { expectedVersion: version, idempotencyKey: randomUUID() },
	});
	if (!outcome.ok) throw refusedError(outcome.refusals);
	await writeView(context, outcome.value);
	context.talk(
		say(`已记入履历（第 ${outcome.value.version} 条）`, `Journalled as entry ${outcome.value.version}`),
	);
}

const limitText = ({ limit }: RegionRulesParam): string =>
	limit.kind === "number" || limit.kind === "numbers" ? `${limit.min}–${limit.max}` : "";

/** The parameters of a region with their sources, limits and who set them. */
async function writeView(context: CommandContext, view: View): Promise<void> {
	const { language } = context;
	const heads = [
		say("参数", "Parameter"),
		say("名称", "Name"),
		say("取值", "Value"),
		say("来源", "Source"),
		say("限度", "Limits"),
		say("省级", "Province"),
		say("市级", "City"),
		say("何人", "By"),
	];
	await writeListing(
		context,
		heads.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "Value" || heading.en === "Name",
		})),
		view.params.map((param) => [
			param.name,
			`${labelOr(caseVocab.ruleParam, param.name, language)}${speak(unappliedMark(param.name), language)}`,
			ruleParamText(param.value.v, language),
			param.value.src,
			limitText(param),
			label(caseVocab.paramMove, param.limit.province, language),
			label(caseVocab.paramMove, param.limit.city, language),
			param.setBy === null ? "" : `${param.setBy.by} ${param.setBy.from}`,
		]),
		view,
	);
}

/** `rules show`: what a region works by. */
export const show: Runner = async (context) => {
	const { client } = await context.connect();
	const region = await regionOption(client, context.options.value("region"));
	const on = context.options.value("on");
	if (on !== undefined && !IsoDate.safeParse(on).success)
		throw usageError("--on", say("应为 YYYY-MM-DD 形式的日期", "must be a day as YYYY-MM-DD"));
	const view = await client.rules.region.query({ region, ...(on === undefined ? {} : { on }) });
	context.talk(
		say(
			`${view.regionName}：规则集 ${view.ruleSet.name.zh}（${view.ruleSet.id}）`,
			`${view.regionName}: rule set ${view.ruleSet.name.en} (${view.ruleSet.id})`,
		),
	);
	await writeView(context, view);
	return EXIT.done;
};

/** `rules choose`: the set that a region works by from a day on. */
export const choose: Runner = async (context) => {
	await send(context, (client) => chooseCommand(client, context, context.arguments[0] ?? ""));
	return EXIT.done;
};

/** `rules set`: a parameter from a day on. */
export const set: Runner = async (context) => {
	await send(context, (client) => setCommand(client, context));
	return EXIT.done;
};

/** `rules limit`: how far the cities of a province may go. */
export const limit: Runner = async (context) => {
	await send(context, limitCommand);
	return EXIT.done;
};

/** `rules preview`: what a change would do, before it is made. */
export const preview: Runner = async (context) => {
	const { client } = await context.connect();
	const region = await regionOption(client, context.options.value("region"));
	const ruleSet = context.options.value("rule-set");
	const command =
		ruleSet === undefined
			? await setCommand(client, context, true)
			: await chooseCommand(client, context, ruleSet, true);
	const found = await client.rules.previewChange.query({ region, command });
	if (found.refusals.length > 0) throw refusedError(found.refusals);
	await writePreview(context, found);
	return EXIT.done;
};

/** `rules history`: who changed what and why, newest first. */
export const history: Runner = async (context) => {
	const { client } = await context.connect();
	const region = await regionOption(client, context.options.value("region"));
	await writeHistory(context, caseVocab.regionRulesEvent, (page) =>
		client.rules.regionHistory.query({ region, ...page }),
	);
	return EXIT.done;
};
