import { A, useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import type { ClosingList } from "@zhenggai/domain/close-out";
import { type JSX, onCleanup, Show } from "solid-js";
import { t } from "../../i18n/index.ts";
import { issueLine } from "../../live/issue-line.ts";
import { loaded } from "../../loaded.ts";
import { useRegions } from "../../responsibilities/index.ts";
import { mayDo, useMe } from "../../shell/me.tsx";
import { OnlyFor } from "../../shell/only-for.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { ErrorBox } from "../../ui/feedback.tsx";
import { PageHead } from "../../ui/section.tsx";
import { Select } from "../../ui/select.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { closeOutRoom } from "../queries.ts";
import { ClosingRows } from "./closing-rows.tsx";
import "../words.ts";
import "./words.ts";

/** In the order in which they are looked at: what waits for the office first. */
const LISTS = [
	"publicNotice",
	"objections",
	"signing",
	"filing",
	"receipt",
	"lookBack",
	"closed",
] as const satisfies readonly ClosingList[];

const isList = (text: unknown): text is ClosingList => LISTS.some((list) => list === text);

/** Changes come in bursts; the lists are asked for once after each. */
const QUIET_MS = 400;

/** 销号工作台: what is on the last steps of the way out, over all issues in reach. */
export default function ClosingPage(): JSX.Element {
	return (
		<OnlyFor action="viewDraw">
			<Page />
		</OnlyFor>
	);
}

/** Keeps the lists fresh: whatever happens to an issue may move it from one to another. */
function useFreshLists(): void {
	const queryClient = useQueryClient();
	let timer: ReturnType<typeof setTimeout> | undefined;
	issueLine.onChange(() => {
		clearTimeout(timer);
		timer = setTimeout(() => void queryClient.invalidateQueries({ queryKey: ["closeOut"] }), QUIET_MS);
	});
	onCleanup(() => clearTimeout(timer));
}

function Page(): JSX.Element {
	const me = useMe();
	const [params, setParams] = useSearchParams<{ list?: string; region?: string }>();
	const regions = useRegions();
	useFreshLists();
	const list = (): ClosingList => (isList(params.list) ? params.list : "publicNotice");
	const filter = () => (params.region === undefined ? {} : { region: params.region });
	const counts = useQuery(() => closeOutRoom.countClosing(filter()));
	const count = (of: ClosingList) => loaded(counts)?.counts[of] ?? 0;
	return (
		<div class="mx-auto max-w-6xl p-5" data-desk>
			<PageHead title={t("closing.title")} text={t("closing.text")}>
				<Show when={mayDo(me(), "viewDraw")}>
					<A class={buttonClass("plain")} href="/close-out/draws">
						{t("draws.title")}
					</A>
				</Show>
			</PageHead>
			<Select
				label={t("closing.region")}
				class="mb-4 w-72 max-w-full"
				value={params.region ?? ""}
				none={t("closing.allRegions")}
				choices={regions.choices()}
				onChange={(region) => setParams({ region: region === "" ? undefined : region })}
			/>
			<Show when={counts.isError}>
				<ErrorBox error={counts.error} onRetry={() => void counts.refetch()} />
			</Show>
			<Tabs
				label={t("closing.title")}
				value={list()}
				tabs={LISTS.map((key) => ({ key, label: t(`closing.${key}`), count: count(key) }))}
				onChange={(key) => setParams({ list: key === "publicNotice" ? undefined : key }, { replace: true })}
			>
				<ClosingRows list={list()} filter={filter()} />
			</Tabs>
		</div>
	);
}
