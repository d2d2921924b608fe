import type { Outputs, ZhenggaiClient } from "@zhenggai/client";
import { formatDate, formatInstant } from "@zhenggai/domain/vocabulary";
import type { CommandContext, Runner } from "../command-line/command.ts";
import { EXIT } from "../command-line/exit.ts";
import { writeListing } from "../command-line/output.ts";
import { say, speak } from "../say.ts";

type Sweep = Outputs["supervision"]["listSweeps"][number];

const HEADINGS = [
	say("地区", "Region"),
	say("已巡检至", "Swept through"),
	say("完成时间", "Finished"),
	say("用时（秒）", "Seconds"),
	say("范围", "Looked at"),
	say("问题数", "Issues"),
	say("有变化", "Changed"),
	say("失败", "Failed"),
	say("失败的问题", "What failed"),
];

function rowOf(
	{ regionName, sweptThrough, underWay, last, failures }: Sweep,
	context: CommandContext,
): string[] {
	const { language } = context;
	const through = formatDate(sweptThrough, language);
	const now =
		underWay === null
			? ""
			: speak(
					say(
						`（正在巡检${formatDate(underWay.day, language)}）`,
						` (now at ${formatDate(underWay.day, language)})`,
					),
					language,
				);
	const range = last?.full === true ? say("全部", "all") : say("到期的", "what was due");
	return [
		regionName,
		`${through}${now}`,
		last === null ? "" : formatInstant(last.finishedAt, language),
		last === null ? "" : last.seconds.toFixed(1),
		last === null ? "" : speak(range, language),
		...[last?.evaluated, last?.changed, last?.failed].map((count) =>
			count === undefined ? "" : String(count),
		),
		failures.map(({ issueId, message }) => `${issueId} ${message}`).join("; "),
	];
}

/** Sweeps what is missing, call after call: one sweeps for half a minute. Ends where another node has the rest. */
async function sweepNow(context: CommandContext, client: ZhenggaiClient): Promise<void> {
	for (;;) {
		const { days, evaluated, changed, failed, complete } = await client.supervision.runSweep.mutate();
		context.talk(
			say(
				`巡检 ${evaluated} 条问题，${changed} 条有变化，${failed} 条失败${complete ? "，已全部完成" : ""}`,
				`${evaluated} issues swept, ${changed} changed, ${failed} failed${complete ? "; all is swept" : ""}`,
			),
		);
		if (complete || days + evaluated + failed === 0) return;
	}
}

/** `sweeps`: how the nightly sweep stands in each part of the region; `--run` sweeps what is missing first. */
export const run: Runner = async (context) => {
	const { client } = await context.connect();
	const { language } = context;
	if (context.options.flag("run")) await sweepNow(context, client);
	const sweeps = await client.supervision.listSweeps.query();
	await writeListing(
		context,
		HEADINGS.map((heading) => ({
			heading: speak(heading, language),
			flexible: heading.en === "What failed",
		})),
		sweeps.map((sweep) => rowOf(sweep, context)),
		{ items: sweeps },
	);
	return EXIT.done;
};
