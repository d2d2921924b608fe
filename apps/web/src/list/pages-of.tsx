import { type JSX, Show } from "solid-js";
import { t } from "../i18n/index.ts";
import { Button } from "../ui/button.tsx";
import { ErrorBox, SkeletonLines } from "../ui/feedback.tsx";

/** What of a query that comes page by page is shown. */
export type PagedQuery = {
	readonly error: unknown;
	readonly isPending: boolean;
	readonly hasNextPage: boolean;
	readonly isFetchingNextPage: boolean;
	fetchNextPage(): Promise<unknown>;
	refetch(): Promise<unknown>;
};

/** A list that comes page by page: its trouble, its first wait, what it holds or that it holds nothing, and the way on. */
export function PagesOf(props: {
	query: PagedQuery;
	/** How many lines stand for it while it is waited for. */
	lines: number;
	/** Shown in place of it where it holds nothing. */
	empty?: JSX.Element;
	isEmpty?: boolean;
	children: JSX.Element;
}): JSX.Element {
	return (
		<>
			<Show when={props.query.error}>
				{(error) => <ErrorBox error={error()} onRetry={() => void props.query.refetch()} />}
			</Show>
			<Show when={!props.query.isPending} fallback={<SkeletonLines lines={props.lines} />}>
				<Show
					when={props.isEmpty !== true}
					// What could not be read is not empty.
					fallback={<Show when={props.query.error === null}>{props.empty}</Show>}
				>
					{props.children}
				</Show>
			</Show>
			<Show when={props.query.hasNextPage}>
				<Button busy={props.query.isFetchingNextPage} onClick={() => void props.query.fetchNextPage()}>
					{t("more")}
				</Button>
			</Show>
		</>
	);
}
