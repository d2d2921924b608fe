import { useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { IssueDetail } from "@zhenggai/domain/issues";
import type { InstrumentDetail } from "@zhenggai/domain/supervision";
import { type JSX, Match, Show, Suspense, Switch } from "solid-js";
import { queries } from "../../api.ts";
import { Timeline } from "../../journal/index.ts";
import { lazily } from "../../lazily.ts";
import { loaded } from "../../loaded.ts";
import { ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { instrumentLine } from "../instrument-line.ts";
import { supervisionRoom } from "../queries.ts";
import { instrumentTimeline } from "../timeline.ts";
import { Course } from "./course.tsx";
import { InstrumentHeader } from "./instrument-header.tsx";
import { Letter } from "./letter.tsx";
import { Listing } from "./listing.tsx";
import { Replies } from "./replies.tsx";
import { type InstrumentAction, isInstrumentAction } from "./request.ts";
import { Talk } from "./talk.tsx";

const InstrumentDialog = lazily(() => import("./instrument-dialog.tsx"));

/** What every part of an instrument's page is given. */
export type InstrumentPartProps = {
	detail: InstrumentDetail;
	/** The issue that it is about; undefined until it is loaded, or where the reader may not open it. */
	issue: IssueDetail | undefined;
	onAction: (verb: InstrumentAction) => void;
};

/** Everything about one instrument, kept fresh by the live stream. */
export function InstrumentViewer(props: { instrumentId: string; wide: boolean }): JSX.Element {
	const queryClient = useQueryClient();
	const detail = useQuery(() => supervisionRoom.get({ instrumentId: props.instrumentId }));
	const issueId = () => loaded(detail)?.row.issueId;
	const issue = useQuery(() => ({
		...queries.issues.get({ issueId: issueId() ?? "" }),
		enabled: issueId() !== undefined,
	}));
	const [action, setAction] = useAction();
	instrumentLine.onChange((change) => {
		if (change.instrumentId !== props.instrumentId) return;
		const { queryKey } = supervisionRoom.get({ instrumentId: props.instrumentId });
		void queryClient.invalidateQueries({ queryKey });
		void queryClient.invalidateQueries({ queryKey: ["supervision", "history", props.instrumentId] });
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
						<Sections detail={found()} issue={loaded(issue)} wide={props.wide} onAction={setAction} />
						<Suspense>
							<Show when={action()} keyed>
								{(verb) => (
									<InstrumentDialog
										verb={verb}
										detail={found()}
										issue={loaded(issue)}
										onClose={() => setAction(null)}
									/>
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

/** The form that is open stands in the address (`?do=`): an in-tray or a letter can point at it. */
function useAction() {
	const [params, setParams] = useSearchParams();
	const action = (): InstrumentAction | null =>
		typeof params.do === "string" && isInstrumentAction(params.do) ? params.do : null;
	const open = (verb: InstrumentAction | null) => setParams({ do: verb ?? undefined }, { replace: true });
	return [action, open] as const;
}

function Sections(props: InstrumentPartProps & { wide: boolean }): JSX.Element {
	const history = () => (
		<Timeline of={instrumentTimeline(props.detail.row.id)} version={props.detail.row.version} />
	);
	const main = () => (
		<>
			<Letter {...props} />
			<Talk {...props} />
			<Listing {...props} />
			<Replies {...props} />
		</>
	);
	return (
		<article class="flex flex-col gap-4 p-4 print:p-0">
			<InstrumentHeader {...props} printable={props.wide} />
			<Show
				when={props.wide}
				fallback={
					<>
						<Course {...props} />
						{main()}
						<div class="no-print">{history()}</div>
					</>
				}
			>
				<div class="grid gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] print:block">
					<div class="flex min-w-0 flex-col gap-4">{main()}</div>
					<div class="no-print flex min-w-0 flex-col gap-4">
						<Course {...props} />
						{history()}
					</div>
				</div>
			</Show>
		</article>
	);
}
