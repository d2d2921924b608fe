import type { JSX } from "solid-js";
import type { DetailProps } from "../issues/index.ts";
import { Cycles } from "./tab/cycles.tsx";
import { Desk, MeasureStates, SiteStates } from "./tab/desk.tsx";
import { Doubts } from "./tab/doubts.tsx";
import { Figures } from "./tab/figures.tsx";
import { Gallery } from "./tab/gallery.tsx";
import { Percent } from "./tab/percent.tsx";
import { Reports } from "./tab/reports.tsx";
import { Work } from "./tab/work.tsx";
import "./words.ts";

/** 进展 of an issue: doubts on top, then what waits for somebody, how far it is, and what shows it. */
export default function ProgressTab(props: DetailProps): JSX.Element {
	return (
		<div class="flex flex-col gap-4" data-progress>
			<Doubts {...props} />
			<Desk {...props} />
			<Percent {...props} />
			<Cycles {...props} />
			<Figures {...props} />
			<Reports {...props} />
			<Gallery {...props} />
			<MeasureStates {...props} />
			<SiteStates {...props} />
			<Work {...props} />
		</div>
	);
}
