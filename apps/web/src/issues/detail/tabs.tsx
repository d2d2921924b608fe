import { useSearchParams } from "@solidjs/router";
import type { IssueDetail } from "@zhenggai/domain/issues";
import { type JSX, Suspense } from "solid-js";
import { Dynamic } from "solid-js/web";
import { CloseOutTab } from "../../close-out/index.ts";
import { t } from "../../i18n/index.ts";
import { PlanTab } from "../../plans/index.ts";
import { ProgressTab } from "../../progress/index.ts";
import { SupervisionTab } from "../../supervision/index.ts";
import { SkeletonLines } from "../../ui/feedback.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { DetailProps } from "./detail-props.ts";

/** Parts of the page that other rooms bring; each is loaded when it is first looked at. */
const ROOMS = {
	plan: PlanTab,
	progress: ProgressTab,
	supervision: SupervisionTab,
	closeOut: CloseOutTab,
} as const satisfies Record<string, (props: DetailProps) => JSX.Element>;

type RoomTab = keyof typeof ROOMS;

const isRoomTab = (text: unknown): text is RoomTab => typeof text === "string" && Object.hasOwn(ROOMS, text);

/** How much of each part waits for somebody. */
const waiting = ({ plan, progress, instruments, closeOut }: IssueDetail) => ({
	plan: (plan.pendingChangeId === null ? 0 : 1) + (plan.pendingExtensionId === null ? 0 : 1),
	progress: progress.unanswered.length + progress.doubts.filter(({ resolved }) => resolved === null).length,
	supervision: instruments.filter(({ state }) => state === "issued" || state === "acknowledged").length,
	closeOut: closeOut.state.notices
		.flatMap(({ objections }) => objections)
		.filter(({ answer }) => answer === null).length,
});

/** 概况, 方案, 进展, 督办, 验收销号: which one is shown stands in the address (`?tab=`). */
export function DetailTabs(props: DetailProps & { overview: JSX.Element }): JSX.Element {
	const [params, setParams] = useSearchParams();
	const tab = () => (isRoomTab(params.tab) ? params.tab : "overview");
	const counts = () => waiting(props.detail);
	return (
		<Tabs
			label={t("detail.parts")}
			value={tab()}
			tabs={[
				{ key: "overview", label: t("detail.overview") },
				{ key: "plan", label: t("detail.plan"), count: counts().plan },
				{ key: "progress", label: t("detail.progress"), count: counts().progress },
				{ key: "supervision", label: t("detail.supervision"), count: counts().supervision },
				{ key: "closeOut", label: t("detail.closeOut"), count: counts().closeOut },
			]}
			onChange={(key) => setParams({ tab: key === "overview" ? undefined : key }, { replace: true })}
		>
			<Suspense fallback={<SkeletonLines lines={8} />}>
				<Part tab={tab()} {...props} />
			</Suspense>
		</Tabs>
	);
}

function Part(props: DetailProps & { tab: RoomTab | "overview"; overview: JSX.Element }): JSX.Element {
	return (
		<>
			{props.tab === "overview" ? (
				props.overview
			) : (
				<Dynamic component={ROOMS[props.tab]} detail={props.detail} onAction={props.onAction} />
			)}
		</>
	);
}
