import { type JSX, Match, Show, Switch } from "solid-js";
import { ErrorBox } from "../ui/feedback.tsx";
import { TableSkeleton } from "./list-bars.tsx";
import type { Listed } from "./list-state.ts";
import type { LiveList } from "./live-list.ts";

/** The rows, or why there are none: still on their way, failed, or nothing found. */
export function ListBody<R extends Listed>(props: {
	list: LiveList<R>;
	empty: JSX.Element;
	children: JSX.Element;
}): JSX.Element {
	const none = () => props.list.state().rows.length === 0;
	return (
		<div class="flex min-h-0 min-w-0 flex-1 flex-col">
			<Switch>
				<Match when={props.list.failure() !== null && none()}>
					<div class="p-6">
						<ErrorBox error={props.list.failure()} onRetry={() => props.list.retry()} />
					</div>
				</Match>
				<Match when={props.list.state().loaded && none()}>{props.empty}</Match>
				<Match when={true}>
					<Show when={props.list.state().loaded} fallback={<TableSkeleton />}>
						{props.children}
					</Show>
				</Match>
			</Switch>
			<Show when={props.list.failure() !== null && !none()}>
				<div class="no-print p-2">
					<ErrorBox error={props.list.failure()} onRetry={() => props.list.retry()} />
				</div>
			</Show>
		</div>
	);
}
