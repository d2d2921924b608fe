import { A } from "@solidjs/router";
import type { ImportDraft } from "@zhenggai/domain/issues";
import type { JSX } from "solid-js";
import { moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";
import { madeHref, madeText } from "./made.ts";

const SEE = {
	plan: "import.seeMade",
	complaints: "import.seeComplaints",
	notice: "import.seeNotices",
} as const;

/** What an import made, with the way to its rows. */
export function ImportDone(props: { draft: ImportDraft }): JSX.Element {
	const text = () => {
		const { appliedAt, sourceName } = props.draft;
		return `${sourceName} · ${madeText(props.draft)}${appliedAt === null ? "" : ` · ${moment(appliedAt)}`}`;
	};
	const see = () => (props.draft.kind === "unknown" ? SEE.plan : SEE[props.draft.kind]);
	return (
		<Empty icon="check" title={t("import.applied")} text={text()}>
			<A href={madeHref(props.draft)} class={buttonClass("primary")}>
				{t(see())}
			</A>
			<A href="/imports" class={buttonClass("plain")}>
				{t("import.another")}
			</A>
		</Empty>
	);
}
