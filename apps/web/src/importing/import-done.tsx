import { A } from "@solidjs/router";
import type { ImportDraft } from "@zhenggai/domain/issues";
import type { JSX } from "solid-js";
import { moment } from "../i18n/format.ts";
import { t } from "../i18n/index.ts";
import { buttonClass } from "../ui/button.tsx";
import { Empty } from "../ui/feedback.tsx";
import { DownloadSource } from "./download-source.tsx";
import { madeHref, madeText } from "./made.ts";
import { UndoImport } from "./undo-import.tsx";

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
			<DownloadSource draft={props.draft} />
			<UndoImport record={props.draft} />
		</Empty>
	);
}

/** An import that was taken back: by whom, when and why, with the way to what it had made. */
export function ImportUndone(props: { draft: ImportDraft }): JSX.Element {
	const text = () => {
		const { undone, sourceName } = props.draft;
		return undone === null
			? sourceName
			: t("undo.wasText", {
					name: sourceName,
					by: undone.by,
					at: moment(undone.at),
					reason: undone.reason,
				});
	};
	return (
		<Empty icon="import" title={t("undo.was")} text={text()}>
			<A href="/imports" class={buttonClass("primary")}>
				{t("undo.again")}
			</A>
			<A href={madeHref(props.draft)} class={buttonClass("plain")}>
				{madeText(props.draft)}
			</A>
		</Empty>
	);
}
