import type { JSX } from "solid-js";
import { type DetailProps, Elements } from "../issues/index.ts";
import { Bounds, Goals, PlanMeasures } from "./tab/content.tsx";
import { Publications } from "./tab/publications.tsx";
import { BeforeSubmitting, Returned, Reviews } from "./tab/reviews.tsx";
import { Standing } from "./tab/standing.tsx";
import { Baselines, Pending, Requests } from "./tab/versions.tsx";
import "./words.ts";

/** 方案 of an issue: where the plan stands, what it says, what the rules want of it, and all its versions. */
export default function PlanTab(props: DetailProps): JSX.Element {
	return (
		<div class="flex flex-col gap-4" data-plan>
			<Standing {...props} />
			<Returned {...props} />
			<Pending {...props} />
			<BeforeSubmitting {...props} />
			<Elements {...props} />
			<Goals {...props} />
			<PlanMeasures {...props} />
			<Bounds {...props} />
			<Baselines {...props} />
			<Requests {...props} />
			<Publications {...props} />
			<Reviews {...props} />
		</div>
	);
}
