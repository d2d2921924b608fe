import { A, useParams } from "@solidjs/router";
import { useQuery } from "@tanstack/solid-query";
import type { ImportDraft } from "@zhenggai/domain/issues";
import { type JSX, Match, Show, Suspense, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import { queries } from "../api.ts";
import { t } from "../i18n/index.ts";
import { lazily } from "../lazily.ts";
import { loaded } from "../loaded.ts";
import { buttonClass } from "../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../ui/feedback.tsx";
import { ImportDone, ImportUndone } from "./import-done.tsx";
import "./words.ts";

const PlanWizard = lazily(() => import("../issues/import/plan-wizard.tsx"));
const NoticeWizard = lazily(() => import("../close-out/import/notice-wizard.tsx"));
const ComplaintWizard = lazily(() => import("../complaints/import/complaint-wizard.tsx"));

/** Each kind of document has a wizard; what was not recognised says so in that of plans. */
const WIZARDS = {
	plan: PlanWizard,
	complaints: ComplaintWizard,
	notice: NoticeWizard,
	unknown: PlanWizard,
} as const satisfies Record<ImportDraft["kind"], unknown>;

/** Which reading of which import a wizard is about: another reading begins it anew. */
const readingOf = (draft: ImportDraft | undefined) =>
	draft === undefined ? undefined : `${draft.id}@${draft.version}`;

/** One import: its wizard while it is a draft, then what it made. */
export default function ImportPage(): JSX.Element {
	const params = useParams<{ id: string }>();
	const draft = useQuery(() => ({
		...queries.issues.getImport({ importId: params.id }),
		reconcile: false as const,
	}));
	const waiting = () => (
		<div class="p-6">
			<SkeletonLines lines={10} />
		</div>
	);
	return (
		<Switch fallback={waiting()}>
			<Match when={loaded(draft)?.state === "draft"}>
				<Show when={readingOf(loaded(draft))} keyed>
					{(_reading) => (
						<Show when={loaded(draft)}>
							{(found) => (
								<Suspense fallback={waiting()}>
									<Dynamic
										component={WIZARDS[found().proposal.kind]}
										draft={found()}
										onDone={() => void draft.refetch()}
									/>
								</Suspense>
							)}
						</Show>
					)}
				</Show>
			</Match>
			<Match when={loaded(draft)?.state === "applied" && loaded(draft)}>
				{(found) => <ImportDone draft={found()} />}
			</Match>
			<Match when={loaded(draft)?.state === "undone" && loaded(draft)}>
				{(found) => <ImportUndone draft={found()} />}
			</Match>
			<Match when={loaded(draft)?.state === "discarded"}>
				<Empty icon="import" title={t("import.wasDiscarded")}>
					<A href="/imports" class={buttonClass("primary")}>
						{t("import.title")}
					</A>
				</Empty>
			</Match>
			<Match when={draft.error}>
				{(error) => (
					<div class="p-6">
						<ErrorBox error={error()} onRetry={() => void draft.refetch()} />
					</div>
				)}
			</Match>
		</Switch>
	);
}
