import "../../i18n/form-words.ts";
import { useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createMemo, type JSX, Match, Show, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { Timeline } from "../../journal/index.ts";
import { issueLine } from "../../live/issue-line.ts";
import { loaded } from "../../loaded.ts";
import { Findings } from "../../rules/index.ts";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { ActionDialog } from "../actions/action-dialog.tsx";
import type { ActionRequest } from "../actions/request.ts";
import { isActionVerb } from "../actions/verbs.ts";
import { issueTimeline } from "../timeline.ts";
import { Chain } from "./chain.tsx";
import type { DetailProps } from "./detail-props.ts";
import { Elements } from "./elements.tsx";
import { IssueHeader } from "./issue-header.tsx";
import { Mandates } from "./mandates.tsx";
import { Measures } from "./measures.tsx";
import { Notices } from "./notices.tsx";
import { Sites } from "./sites.tsx";
import { SourceTexts } from "./source-texts.tsx";
import { DetailTabs } from "./tabs.tsx";
import { Tree } from "./tree.tsx";

/** Everything about one issue, kept fresh by the live stream. */
export function IssueView(props: { issueId: string; wide: boolean }): JSX.Element {
	const queryClient = useQueryClient();
	const detail = useQuery(() => queries.issues.get({ issueId: props.issueId }));
	const [action, setAction] = useAction();
	issueLine.onChange((change) => {
		if (change.issueId !== props.issueId) return;
		const { queryKey } = queries.issues.get({ issueId: props.issueId });
		void queryClient.invalidateQueries({ queryKey });
		void queryClient.invalidateQueries({ queryKey: ["issues", "history"] });
	});
	return (
		<Switch
			fallback={
				<div class="p-5">
					<SkeletonLines lines={12} />
				</div>
			}
		>
			<Match when={loaded(detail)}>
				{(found) => (
					<>
						<Sections detail={found()} wide={props.wide} onAction={setAction} />
						<Show when={action()} keyed>
							{(request) => (
								<ActionDialog
									request={request}
									detail={found()}
									onAction={setAction}
									onClose={() => setAction(null)}
								/>
							)}
						</Show>
					</>
				)}
			</Match>
			<Match when={detail.error}>
				{(error) => (
					<div class="p-5">
						<ErrorBox error={error()} onRetry={() => void detail.refetch()} />
					</div>
				)}
			</Match>
		</Switch>
	);
}

/** The form that is open stands in the address (`?do=`, `?part=`): an in-tray or a letter can point at it. */
function useAction() {
	const [params, setParams] = useSearchParams();
	const action = createMemo(
		(): ActionRequest | null => {
			const verb = params.do;
			if (typeof verb !== "string" || !isActionVerb(verb)) return null;
			return typeof params.part === "string" ? { verb, part: params.part } : { verb };
		},
		null,
		// A change elsewhere in the address does not open the form anew.
		{ equals: (one, other) => one?.verb === other?.verb && one?.part === other?.part },
	);
	const open = (request: ActionRequest | null) =>
		setParams({ do: request?.verb, part: request?.part }, { replace: true });
	return [action, open] as const;
}

function Sections(props: DetailProps & { wide: boolean }): JSX.Element {
	const left = () => (
		<>
			<Elements {...props} />
			<Measures {...props} />
			<Sites {...props} />
			<Notices {...props} />
			<SourceTexts {...props} />
		</>
	);
	const right = () => (
		<>
			<Findings findings={props.detail.findings} />
			<Chain {...props} />
			<Mandates {...props} />
			<Tree {...props} />
			<Timeline of={issueTimeline(props.detail.row.id)} version={props.detail.row.version} />
		</>
	);
	const overview = () => (
		<Show
			when={props.wide}
			fallback={
				<div class="flex flex-col gap-4">
					<Elements {...props} />
					<Findings findings={props.detail.findings} />
					<Chain {...props} />
					<Measures {...props} />
					<Mandates {...props} />
					<Sites {...props} />
					<Tree {...props} />
					<Notices {...props} />
					<SourceTexts {...props} />
					<Timeline of={issueTimeline(props.detail.row.id)} version={props.detail.row.version} />
				</div>
			}
		>
			<div class="grid gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)]">
				<div class="flex min-w-0 flex-col gap-4">{left()}</div>
				<div class="flex min-w-0 flex-col gap-4">{right()}</div>
			</div>
		</Show>
	);
	return (
		<article class="flex flex-col gap-4 p-4">
			<IssueHeader {...props} />
			<DetailTabs detail={props.detail} onAction={props.onAction} overview={overview()} />
		</article>
	);
}
