import type { JSX } from "solid-js";
import type { DetailProps } from "../issues/index.ts";
import { Contests } from "./tab/contests.tsx";
import { Drafting } from "./tab/drafting.tsx";
import { Exposures } from "./tab/exposures.tsx";
import { Instruments } from "./tab/instruments.tsx";
import { Ladder } from "./tab/ladder.tsx";
import { LightHistory } from "./tab/light-history.tsx";
import { Score } from "./tab/score.tsx";
import { SimulatePanel } from "./tab/simulate-panel.tsx";
import { Standing } from "./tab/standing.tsx";
import "./words.ts";

/** 督办 of an issue: how it stands and why, what the ladder proposes, what was sent, and what was objected to. */
export default function SupervisionTab(props: DetailProps): JSX.Element {
	return (
		<div class="@container">
			<div class="grid gap-4 @4xl:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
				<div class="flex min-w-0 flex-col gap-4">
					<Standing {...props} />
					<Instruments {...props} />
					<Ladder {...props} />
				</div>
				<div class="flex min-w-0 flex-col gap-4">
					<LightHistory {...props} />
					<Contests {...props} />
					<Exposures {...props} />
					<Score {...props} />
					<SimulatePanel {...props} />
				</div>
			</div>
			<Drafting detail={props.detail} />
		</div>
	);
}
