// Prints field-level F1 by layout over generated documents: `node scripts/score.ts [seeds] [layout]`.
import { readDocument } from "../src/index.ts";
import { Dice, LAYOUTS, preamble, specs } from "../src/testing/render.ts";
import { Score, scoreIssues } from "../src/testing/score.ts";

const seeds = Number(process.argv[2] ?? 30);
const only = process.argv[3];
for (const [name, { render, single }] of Object.entries(LAYOUTS)) {
	if (only && name !== only) continue;
	const score = new Score();
	for (let seed = 1; seed <= seeds; seed++) {
		const dice = new Dice(seed * 7919);
		const { text, expected } = render(
			specs(single ? 1 : 2 + dice.below(14), dice, single ? 1 + dice.below(40) : 1),
			dice,
		);
		const front = single ? "" : preamble(dice, 200 + dice.below(4000));
		const width =
			seed % 2 === 0
				? (t: string) => t.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
				: (t: string) => t;
		scoreIssues(score, `${name}/${seed}`, expected, await readDocument({ pasted: width(front + text) }));
	}
	console.log(`${name.padEnd(4)} ${score.f1().toFixed(3)}  ${score.faults.length} faults`);
	if (only) console.log(score.table(), `\n${score.faults.slice(0, 25).join("\n")}`);
	else for (const fault of score.faults.slice(0, 3)) console.log(`     ${fault.slice(0, 200)}`);
}
