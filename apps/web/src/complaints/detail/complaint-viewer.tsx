import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { ComplaintDetail } from "@zhenggai/domain/complaints";
import { createSignal, type JSX, Match, Show, Suspense, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { Timeline } from "../../journal/index.ts";
import { lazily } from "../../lazily.ts";
import { loaded } from "../../loaded.ts";
import { Findings } from "../../rules/index.ts";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import type { ComplaintRequest } from "../actions/request.ts";
import { complaintLine } from "../complaint-line.ts";
import { complaintTimeline } from "../timeline.ts";
import { ComplaintHeader } from "./complaint-header.tsx";
import { Handling } from "./handling.tsx";
import { Registration } from "./registration.tsx";
import { Relations } from "./relations.tsx";
import { Sources } from "./sources.tsx";

const ComplaintDialog = lazily(() => import("../actions/complaint-dialog.tsx"));

/** Everything about one complaint, kept fresh by the live stream. */
export function ComplaintViewer(props: { complaintId: string; wide: boolean }): JSX.Element {
	const queryClient = useQueryClient();
	const detail = useQuery(() => queries.complaints.get({ complaintId: props.complaintId }));
	const [action, setAction] = createSignal<ComplaintRequest | null>(null);
	complaintLine.onChange((change) => {
		const shown = loaded(detail);
		const related = [...(shown?.relations ?? []), ...(shown?.relatedBy ?? [])];
		const concerns =
			change.complaintId === props.complaintId ||
			change.types.some((type) => type === "complaintRelated" || type === "complaintUnrelated") ||
			related.some(({ complaint }) => complaint?.id === change.complaintId);
		if (!concerns) return;
		const { queryKey } = queries.complaints.get({ complaintId: props.complaintId });
		void queryClient.invalidateQueries({ queryKey });
		void queryClient.invalidateQueries({ queryKey: ["complaints", "history", props.complaintId] });
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
						<Suspense>
							<Show when={action()} keyed>
								{(request) => (
									<ComplaintDialog request={request} detail={found()} onClose={() => setAction(null)} />
								)}
							</Show>
						</Suspense>
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

export type DetailProps = { detail: ComplaintDetail; onAction: (request: ComplaintRequest) => void };

function Sections(props: DetailProps & { wide: boolean }): JSX.Element {
	const history = () => (
		<Timeline of={complaintTimeline(props.detail.row.id)} version={props.detail.row.version} />
	);
	return (
		<article class="flex flex-col gap-4 p-4">
			<ComplaintHeader {...props} />
			<Show
				when={props.wide}
				fallback={
					<>
						<Findings findings={props.detail.findings} />
						<Handling {...props} />
						<Relations {...props} />
						<Registration {...props} />
						<Sources {...props} />
						{history()}
					</>
				}
			>
				<div class="grid gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,28rem)]">
					<div class="flex min-w-0 flex-col gap-4">
						<Handling {...props} />
						<Registration {...props} />
						<Sources {...props} />
					</div>
					<div class="flex min-w-0 flex-col gap-4">
						<Findings findings={props.detail.findings} />
						<Relations {...props} />
						{history()}
					</div>
				</div>
			</Show>
		</article>
	);
}
