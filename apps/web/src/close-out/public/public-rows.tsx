import { A, useLocation } from "@solidjs/router";
import { createMemo, For, type JSX, Match, Show, Switch } from "solid-js";
import { t } from "../../i18n/index.ts";
import { loaded } from "../../loaded.ts";
import { Button } from "../../ui/button.tsx";
import { Empty, ErrorBox, SkeletonLines } from "../../ui/feedback.tsx";
import { Icon } from "../../ui/icon.tsx";

type Paged<T> = { readonly pages: readonly { readonly items: readonly T[] }[] };

/** What the list needs of an infinite query. */
type Query<T> = {
	readonly data: Paged<T> | undefined;
	readonly isPending: boolean;
	readonly isLoadingError: boolean;
	readonly error: unknown;
	readonly hasNextPage: boolean;
	readonly isFetchingNextPage: boolean;
	fetchNextPage(): Promise<unknown>;
	refetch(): Promise<unknown>;
};

type Placed = { readonly region: string; readonly regionName: string };

/** A list of what is published, page by page; with the region that it was narrowed to. */
export function PublicRows<T extends Placed>(props: {
	query: Query<T>;
	region: string | undefined;
	none: string;
	children: (row: T) => JSX.Element;
}): JSX.Element {
	const rows = createMemo(() => loaded(props.query)?.pages.flatMap(({ items }) => items));
	return (
		<>
			<Show when={props.region}>
				<Narrowed name={rows()?.find(({ region }) => region === props.region)?.regionName} />
			</Show>
			<Switch fallback={<SkeletonLines lines={6} />}>
				<Match when={props.query.error}>
					{(error) => <ErrorBox error={error()} onRetry={() => void props.query.refetch()} />}
				</Match>
				<Match when={rows()?.length === 0}>
					<Empty icon="document" title={props.none} />
				</Match>
				<Match when={rows()}>
					{(shown) => (
						<ul class="flex flex-col gap-3">
							<For each={shown()}>
								{(row) => (
									<li class="flex flex-col gap-2 rounded-md border border-line bg-sheet p-4 print:break-inside-avoid">
										{props.children(row)}
									</li>
								)}
							</For>
						</ul>
					)}
				</Match>
			</Switch>
			<Show when={props.query.hasNextPage}>
				<Button
					class="no-print mt-3"
					busy={props.query.isFetchingNextPage}
					onClick={() => void props.query.fetchNextPage()}
				>
					{t("more")}
				</Button>
			</Show>
		</>
	);
}

/** The address of this page with another region, or with none. */
function useRegionHref(): (region: string | null) => string {
	const location = useLocation();
	return (region) => {
		const search = new URLSearchParams(location.search);
		if (region === null) search.delete("region");
		else search.set("region", region);
		const text = search.toString();
		return `/public${text === "" ? "" : `?${text}`}`;
	};
}

function Narrowed(props: { name: string | undefined }): JSX.Element {
	const href = useRegionHref();
	return (
		<p class="mb-3 flex flex-wrap items-center gap-3">
			<Icon name="filter" />
			{t("public.regionShown", { region: props.name ?? t("public.someRegion") })}
			<A class="tap no-print inline-flex items-center text-accent underline" href={href(null)}>
				{t("public.allRegions")}
			</A>
		</p>
	);
}

/** Where it is; a press narrows the list to that region. */
export function RegionName(props: { of: Placed; narrowed: boolean }): JSX.Element {
	const href = useRegionHref();
	return (
		<Show when={!props.narrowed && props.of.regionName !== ""} fallback={<span>{props.of.regionName}</span>}>
			<A
				class="tap inline-flex items-center underline hover:text-ink"
				href={href(props.of.region)}
				aria-label={t("public.onlyRegion", { region: props.of.regionName })}
				title={t("public.onlyRegion", { region: props.of.regionName })}
			>
				{props.of.regionName}
			</A>
		</Show>
	);
}
