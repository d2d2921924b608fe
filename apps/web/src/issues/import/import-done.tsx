import { A } from "@solidjs/router";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { type JSX, Show } from "solid-js";
import { moment } from "../../i18n/format.ts";
import { t } from "../../i18n/index.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Empty } from "../../ui/feedback.tsx";
import { ledgerHref } from "../url.ts";

/** What an import made, with the way to its rows. */
export function ImportDone(props: { draft: ImportDraft }): JSX.Element {
	const text = () => {
		const { result, appliedAt, sourceName } = props.draft;
		const made = t("import.madeLong", {
			created: result?.created ?? 0,
			changed: result?.changed ?? 0,
			units: result?.units ?? 0,
		});
		return `${sourceName} · ${made}${appliedAt === null ? "" : ` · ${moment(appliedAt)}`}`;
	};
	return (
		<Empty icon="check" title={t("import.applied")} text={text()}>
			<Show when={props.draft.state === "applied"}>
				<A href={ledgerHref({ importId: props.draft.id })} class={buttonClass("primary")}>
					{t("import.seeMade")}
				</A>
			</Show>
			<A href="/imports" class={buttonClass("plain")}>
				{t("import.another")}
			</A>
		</Empty>
	);
}
